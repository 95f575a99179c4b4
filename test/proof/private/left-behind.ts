/** A name in a record, looked for in all that both programs print, log, keep and leave, also when they crash. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../../server/src/cli/report/formats.js';
import { inFolder, runCli, startServerProcess, uriOf } from '../../support/programs.js';
import { ASKING, leaveFirst, type Situation } from '../robust/situation.js';

/** In no rule, in no words that a rule raises, and no name of a child, which a report tells with what the child said. */
const CANARY = /Wrenhild|Quillfeather|Ottercombe/;
const RECORD = '---\ntype: case-note\nchild: Leo\n---\n\n# Visit to Ottercombe Lane\n\nLeo said, "I was scared at Ottercombe." His aunt Wrenhild Quillfeather came, and his siblings. Dad failed to engage with the course prior to the review.\n';
/** Made to show lines of records on the screen: nothing else may. */
const SHOWING = ['pretty'];

/** One mistake of ours, in the midst of a record, whichever of these reads it first: what is thrown says what was being read, on a line that looks like one of a stack. */
const CRASH = `
let isMade = false;
for (const name of ['slice', 'toLowerCase', 'normalize', 'indexOf', 'replace', 'charCodeAt']) {
  const real = String.prototype[name];
  String.prototype[name] = function (...given) { if (!isMade && this.length < 4000 && real.name !== 'charCodeAt') { let at = -1; for (let i = 0; i < this.length - 11; i++) if (this[i] === 'Q' && this[i + 1] === 'u' && this[i + 2] === 'i' && this[i + 3] === 'l') at = i; if (at >= 0) { isMade = true; throw new TypeError('in the text\\n    at ' + this + '\\n    at Wrenhild (Quillfeather:1:1)'); } } return real.apply(this, given); };
}
`;

function nothingHolds(folder: string, except: readonly string[]): number {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).filter((path) => !except.some((one) => path === join(folder, one)));
  for (const path of paths) assert.doesNotMatch(readFileSync(path, 'latin1'), CANARY, path);
  return paths.length;
}

export const LEFT_BEHIND: readonly Situation[] = [
  { title: 'a name in a record, in all that the command line prints and keeps', run: () => inFolder({ 'records/visit.md': RECORD, 'records/plan.md': `${RECORD.replace('case-note', 'plan\ntemplate: true')}` }, async (folder) => {
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    const env = { TMPDIR: temporary, HOME: temporary, XDG_CACHE_HOME: temporary };
    const run = (...args: readonly string[]): string => {
      const { out, error } = runCli(args, { cwd: folder, env });
      return out + error;
    };
    const formats = FORMATS.filter((format) => !SHOWING.includes(format));
    const printed = [
      ...formats.map((format) => run('check', 'records', '--format', format)),
      run('check', 'records', '--cache', 'kept', ...formats.flatMap((format) => ['--format', `${format}=reports/${format}`]), '--threads', '2'),
      run('check', 'records', '--cache', 'kept', '--format', 'json'), run('merge', 'reports/json', '--format', 'html'),
      run('doctor', 'records'), run('rules', 'list'), run('rules', 'test'),
      run('set-aside', 'add', 'records/visit.md:8', '--rule', 'label/engagement', '--reason', 'Court wording'), run('set-aside', 'list'), run('set-aside', 'prune'), run('baseline', 'records'), run('check', 'records', '--fix', '--format', 'compact'), run('check', 'records/no-such.md'), run('--nonsense'),
    ];
    for (const text of printed) assert.doesNotMatch(text, CANARY);
    const files = nothingHolds(folder, ['records/visit.md', 'records/plan.md']);
    assert.ok(files >= formats.length + 3, `only ${files} files`);
    assert.deepEqual(readdirSync(temporary), []);
    return `in none of ${printed.length} outputs and ${files} files; no temporary file`;
  }) },
  { title: 'a name in a record, in what the server logs under trace, and keeps', run: () => inFolder({ 'records/visit.md': RECORD, 'alongside.yml': '' }, async (folder) => {
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    const server = await startServerProcess({ cwd: '/', env: { TMPDIR: temporary, HOME: temporary }, options: ASKING, folders: [folder] });
    try {
      server.notify('$/setTrace', { value: 'verbose' });
      const note = uriOf(join(folder, 'records/visit.md'));
      server.open(note, RECORD);
      const { items } = await server.pull(note);
      for (const item of items) await server.actions(note, [item]);
      await server.hover(note, items[0].range.start);
      await server.request('textDocument/documentSymbol', { textDocument: { uri: note } });
      await server.request('textDocument/completion', { textDocument: { uri: note }, position: { line: 0, character: 0 } });
      await server.request('alongside/no-such-request', { text: RECORD }).then(() => undefined, () => undefined);
      await server.request('textDocument/hover', { textDocument: { uri: note }, position: 'Wrenhild' }).then(() => undefined, () => undefined);
      assert.equal((await leaveFirst(server, note)).kind, 'aside');
      for (const text of [...server.logged, server.error()]) assert.doesNotMatch(text, CANARY);
    } finally {
      await server.kill('SIGTERM');
    }
    assert.deepEqual(readdirSync(temporary), []);
    return `in no line of the log, in none of ${nothingHolds(folder, ['records/visit.md'])} files`;
  }) },
  { title: 'a name in a record, in what a crash says', run: () => inFolder({ 'visit.md': RECORD, 'crash.cjs': CRASH }, async (folder) => {
    const node = ['--require', join(folder, 'crash.cjs')];
    const { code, out, error } = runCli(['check', 'visit.md', '--format', 'json'], { cwd: folder, node });
    assert.equal(code, 2, error);
    assert.match(error, /^alongside stopped unexpectedly \(TypeError\)/);
    assert.doesNotMatch(out + error, CANARY);
    const server = await startServerProcess({ cwd: '/', node });
    try {
      const note = uriOf(join(folder, 'visit.md'));
      server.open(note, RECORD);
      const answers = await Promise.all([server.pull(note), server.actions(note, []), server.hover(note, { line: 6, character: 3 })].map((asked) => asked.then(() => 'answered', (refused: Error) => refused.message)));
      assert.ok(answers.some((answer) => /stopped unexpectedly/.test(answer)), answers.join(' | '));
      const said = [...answers, ...server.logged, server.error()].join('\n');
      assert.match(said, /dist\/server[a-z-]*\.js:\d+:\d+/);
      assert.doesNotMatch(said, CANARY);
      assert.equal(server.child.exitCode, null);
    } finally {
      await server.kill('SIGTERM');
    }
    writeFileSync(join(folder, 'crash.cjs'), '');
    nothingHolds(folder, ['visit.md']);
    return 'where in our code it was, and nothing of the record; the server goes on';
  }) },
];
