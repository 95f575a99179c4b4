/** Clocks that are set, days that begin while a record is open, and places where it is another day. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { languageClient, PULLING } from '../../support/language-client.js';
import { inFolder, runCli } from '../../support/programs.js';
import { ASKING, leaveFirst, NOTE, rulesIn, type Situation } from './situation.js';

const NOTE_URI = 'file:///records/visit.md';
const PLACES = ['Pacific/Kiritimati', 'Pacific/Auckland', 'Asia/Kolkata', 'Europe/London', 'UTC', 'America/New_York', 'Pacific/Pago_Pago'];

/** The calendar's day in a place, so many days on. */
function dayIn(timeZone: string, on: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());
  return new Date(Date.parse(`${today}T12:00:00Z`) + on * 86_400_000).toISOString().slice(0, 10);
}

export const DAYS: readonly Situation[] = [
  { title: 'a day begins, and the clock is set back and forth, while a record is open', run: async () => {
    const client = await languageClient(PULLING, ASKING);
    try {
      client.files.set('/records/alongside.yml', '');
      client.day('2026-05-04');
      client.open(NOTE_URI, NOTE);
      const [finding] = (await client.pull(NOTE_URI)).items;
      await client.command('alongside.leaveAsItIs', { uri: NOTE_URI, rule: finding.data.rule, range: finding.range, reason: 'Until the hearing', until: '2026-05-05' });
      const kept = client.files.get('/records/.alongside/set-aside.yml');
      const days: readonly (readonly [string, readonly string[]])[] = [['2026-05-04', []], ['2026-05-05', []], ['2026-05-06', ['label/engagement']], ['1970-01-01', []], ['2026-05-05', []], ['9999-12-31', ['label/engagement']], ['2026-05-04', []]];
      for (const [day, raised] of days) {
        client.day(day);
        // Nothing is typed: whoever looks again on another day sees what holds on that day.
        assert.deepEqual(await rulesIn(client, NOTE_URI), raised, day);
        assert.equal(client.files.get('/records/.alongside/set-aside.yml'), kept);
      }
      return `${days.length} days, forwards and back: it is raised after the last day that was said, and nothing is taken out`;
    } finally {
      client.stop();
    }
  } },
  { title: 'set aside for a time that is over, and again', run: async () => {
    const client = await languageClient(PULLING, ASKING);
    try {
      client.files.set('/records/alongside.yml', '');
      client.open(NOTE_URI, NOTE);
      const [finding] = (await client.pull(NOTE_URI)).items;
      const leaving = { uri: NOTE_URI, rule: finding.data.rule, range: finding.range };
      await client.command('alongside.leaveAsItIs', { ...leaving, reason: 'Until the hearing', until: '2026-05-05' });
      client.day('2026-06-01');
      assert.equal((await leaveFirst(client, NOTE_URI, 'Until the review')).kind, 'aside');
      assert.deepEqual(await rulesIn(client, NOTE_URI), []);
      assert.doesNotMatch(client.files.get('/records/.alongside/set-aside.yml')!, /Until the hearing/);
      return 'the new decision takes the place of the old one';
    } finally {
      client.stop();
    }
  } },
  { title: 'the day of whoever set it aside, wherever they are', run: ({ of }) => inFolder({ 'visit.md': NOTE }, async (folder) => {
    const places = PLACES.slice(0, of(PLACES.length * 4));
    const raisedIn = (TZ: string, until: string): number => {
      writeFileSync(join(folder, 'visit.md'), `---\ntemplate: true\n---\n\n<!-- alongside-disable-next-line label/engagement reason="Court wording" until=${until} -->\n${NOTE}`);
      return JSON.parse(runCli(['check', 'visit.md', '--format', 'json', '--fail-on', 'never'], { cwd: folder, env: { TZ } }).out).files[0].findings.filter(({ rule }: { rule: string }) => rule === 'label/engagement').length;
    };
    for (const place of places) assert.deepEqual([raisedIn(place, dayIn(place, 0)), raisedIn(place, dayIn(place, -1))], [0, 1], place);
    return `${places.length} time zones: it holds to the end of the day there`;
  }) },
];
