/**
 * The module that VS Code's extension host is given (the contract of @vscode/test-electron): runs the stories with
 * mocha and writes what came of each to the file named in ALONGSIDE_E2E_REPORT. It knows nothing of browsers.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Mocha from 'mocha';

export async function run(): Promise<void> {
  // mocha is an ES module now: which of the two `import` gives depends on the Node inside VS Code.
  const module: unknown = await import('mocha');
  const Runner = (module as { default?: typeof Mocha }).default ?? (module as typeof Mocha);
  const mocha = new Runner({ timeout: 40_000 * Number(process.env['ALONGSIDE_PATIENCE'] ?? 1), reporter: report as never });
  mocha.addFile(join(__dirname, 'stories.cjs'));
  const failures = await new Promise<number>((resolve) => { mocha.run(resolve); });
  if (failures > 0) throw new Error(`${failures} stories failed`);
}

/** `started` is in milliseconds of the clock. */
interface Told { title: string; state: 'passed' | 'failed'; ms: number; started: number; error?: string }

/** Only a run that came to its end leaves a file. */
function report(runner: Mocha.Runner): void {
  const told: Told[] = [];
  let started = Date.now();
  runner.on('test', () => { started = Date.now(); });
  runner.on('pass', (test) => told.push({ title: test.fullTitle(), state: 'passed', ms: test.duration ?? 0, started }));
  runner.on('fail', (test, error) => told.push({ title: test.fullTitle(), state: 'failed', ms: test.duration ?? 0, started, error: String(error.stack ?? error) }));
  runner.once('end', () => {
    const file = process.env['ALONGSIDE_E2E_REPORT'];
    if (file) writeFileSync(file, JSON.stringify(told, null, 2));
  });
}
