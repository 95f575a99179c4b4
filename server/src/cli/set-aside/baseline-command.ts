/**
 * `alongside baseline`: what stands in the records now is left as it is, so that a team asks only about what is new. A
 * baseline shrinks as words are mended; it grows only where that is asked for.
 */
import { baselineOf, counted, findingsIn, stillThere } from '../../set-aside/changes.js';
import type { Entry } from '../../set-aside/sidecar.js';
import { readRecords, type AsideRun } from './aside-records.js';
import { command, type ExitCode, type Given } from '../command.js';
import { plural } from '../report/formats/words.js';
import { shownPath } from '../check/select.js';
import type { World } from '../world.js';

const OPTIONS = {
  grow: {
    value: null,
    brief: 'take in what is new too',
    about: 'Takes findings in that were not there when the baseline was made. Without it they stay raised.',
  },
} as const;

export const BASELINE = command({
  name: 'baseline',
  brief: 'leave what stands now; raise only what is new',
  about: `Records everything that is found in the records now, so that from then on only what is new is raised. It is kept in \`.alongside/set-aside.yml\` as fingerprints, never as words, and holds for the editor too.

Run it again to take out what has been mended since. What is new is not taken in, unless \`--grow\` says so.`,
  operands: '[PATH …]',
  options: OPTIONS,
  examples: [
    { line: 'alongside baseline', does: 'the first time: all records below this folder' },
    { line: 'alongside baseline templates/', does: 'later: let it shrink, for the templates' },
  ],
  run: baseline,
});

async function baseline({ operands, options }: Given<typeof OPTIONS>, world: World): Promise<ExitCode> {
  const told = { held: 0, gone: 0, fresh: 0, unread: 0 };
  const run = await readRecords(operands, world, (record) => {
    const { sidecar, partition, key } = record;
    if (!record.isWhole) {
      told.unread++;
      return;
    }
    const grows = options.grow || sidecar.opened.sidecar.baselineSince === null;
    const entries = counted([...stillThere(partition), ...[...partition.gone, ...partition.expired].filter(isChosen), ...(grows ? baselineOf(partition.kept, sidecar.opened.print(record.note)) : [])]);
    told.held += findingsIn(entries.filter((entry) => !isChosen(entry)));
    told.gone += findingsIn(partition.gone.filter((entry) => !isChosen(entry)));
    told.fresh += grows ? 0 : partition.kept.length;
    sidecar.changes.push({ path: key, under: partition.under, entries });
    sidecar.baselineSince ??= world.today();
  });
  const troubled = run.tell();
  if (!(await run.write())) return 2;
  if (run.seen.length > 0) world.out(`${said(told, run.seen, world)}\n`);
  return troubled || told.unread > 0 ? 2 : 0;
}

function isChosen({ kind }: Entry): boolean {
  return kind === 'set-aside';
}

function said({ held, gone, fresh, unread }: Readonly<Record<'held' | 'gone' | 'fresh' | 'unread', number>>, records: AsideRun['seen'], world: World): string {
  const files = [...new Set(records.map(({ sidecar }) => shownPath(sidecar.file, world)))].join(', ');
  return [
    `${plural(held, 'finding')} in ${plural(records.length, 'record')} held by the baseline (${files}).`,
    ...(gone > 0 ? [`${plural(gone, 'finding')} no longer there, and taken out.`] : []),
    ...(fresh > 0 ? [`${plural(fresh, 'finding')} new, and not taken in: alongside check shows what to look at, --grow takes it in.`] : []),
    ...(unread > 0 ? [`${plural(unread, 'record')} left as before, as not all could be read there.`] : []),
  ].join('\n');
}
