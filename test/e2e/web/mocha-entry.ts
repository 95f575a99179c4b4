/**
 * The module that VS Code's web worker host is given: runs the stories with mocha's build for browsers and tells the
 * log, a line for each, what came of it. It knows nothing of what they say.
 */
import 'mocha/mocha.js';

/** What begins the line; `run.mjs` looks for it. */
const TOLD = 'ALONGSIDE-STORY:';

declare const mocha: BrowserMocha;
interface BrowserMocha {
  setup(options: object): BrowserMocha;
  run(done: (failures: number) => void): unknown;
}

export async function run(): Promise<void> {
  // The colours are asked of VS Code's own files, which only Node can load. A browser that has to share a busy machine
  // may think a writer has paused who has not.
  mocha.setup({ ui: 'bdd', timeout: 40_000 * Number(process.env['ALONGSIDE_PATIENCE'] ?? 1), retries: 1, reporter: report, grep: / colours /, invert: true });
  // All of them, put together when this is bundled.
  await import('alongside-stories' as string);
  const failures = await new Promise<number>((resolve) => { mocha.run(resolve); });
  if (failures > 0) throw new Error(`${failures} stories failed`);
}

/** Mocha's own reporters need a page or a terminal. */
function report(runner: Mocha.Runner): void {
  const tell = (told: object): void => console.log(TOLD + JSON.stringify(told));
  let started = Date.now();
  runner.on('test', () => { started = Date.now(); });
  runner.on('pass', (test) => tell({ title: test.fullTitle(), state: 'passed', ms: test.duration ?? 0, started }));
  runner.on('fail', (test, error) => tell({ title: test.fullTitle(), state: 'failed', ms: test.duration ?? 0, started, error: String(error.stack ?? error) }));
}
