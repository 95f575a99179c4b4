/** `check --fix` as it ships, killed while it writes: every file is the old one or the new one. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve('dist/cli.js');

describe('check --fix, killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves every file whole, with its mode', async () => {
    const before = '# Plan\n\n'.concat('We meet prior to the review, and talk.\n\n'.repeat(20));
    const names = Array.from({ length: 200 }, (_, at) => `record-${String(at).padStart(3, '0')}.md`);
    for (const name of names) writeFileSync(join(folder, name), before, { mode: 0o640 });
    const modes = new Set(names.map((name) => statSync(join(folder, name)).mode));
    const watching = watch(folder);
    const run = spawn(process.execPath, [CLI, 'check', '--fix', '--all', '.'], { cwd: folder, stdio: 'ignore' });
    const ended = once(run, 'exit');
    await Promise.race([once(watching, 'change'), ended]);
    run.kill('SIGKILL');
    await ended;
    watching.close();
    const after = before.replaceAll('prior to', 'before');
    assert.deepEqual(names.filter((name) => ![before, after].includes(readFileSync(join(folder, name), 'utf8'))), []);
    assert.deepEqual(new Set(names.map((name) => statSync(join(folder, name)).mode)), modes);
    // What was being written at that moment may stand beside its file, and never in its place.
    assert.ok(readdirSync(folder).filter((name) => !names.includes(name)).every((name) => /^\.record-\d+\.md\.\d+\.tmp$/.test(name)));
  });
});
