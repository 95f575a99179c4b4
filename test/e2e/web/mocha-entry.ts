/**
 * The module that VS Code's web worker host is given: runs the stories with mocha's build for browsers and tells the
 * log, as one line, what came of each. It knows nothing of what they say.
 */
import 'mocha/mocha.js';

/** What begins the line; `run.mjs` looks for it. */
const TOLD = 'ALONGSIDE-STORIES:';

declare const mocha: BrowserMocha;
interface BrowserMocha {
  setup(options: object): BrowserMocha;
  run(done: (failures: number) => void): unknown;
}

export async function run(): Promise<void> {
  // The colours are asked of VS Code's own files, which only Node can load. A browser that has to share a busy machine
  // may think a writer has paused who has not.
  mocha.setup({ ui: 'bdd', timeout: 40_000, retries: 1, reporter: report, grep: / colours /, invert: true });
  // All of them, put together when this is bundled.
  await import('alongside-stories' as string);
  const failures = await new Promise<number>((resolve) => { mocha.run(resolve); });
  if (failures > 0) throw new Error(`${failures} stories failed`);
}

/** Mocha's own reporters need a page or a terminal. */
function report(runner: Mocha.Runner): void {
  const told: object[] = [];
  let started = Date.now();
  runner.on('test', () => { started = Date.now(); });
  runner.on('pass', (test) => told.push({ title: test.fullTitle(), state: 'passed', ms: test.duration ?? 0, started }));
  runner.on('fail', (test, error) => told.push({ title: test.fullTitle(), state: 'failed', ms: test.duration ?? 0, started, error: String(error.stack ?? error) }));
  runner.once('end', () => console.log(TOLD + JSON.stringify(told)));
}
