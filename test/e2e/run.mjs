/**
 * Runs the stories inside the real VS Code: packs the extension, installs VS Code and the packed extension, lets the
 * stories run in its extension host for Node and in the one for browsers, and says how they went. It knows nothing of
 * what the stories say.
 *
 *   node test/e2e/run.mjs                        the oldest VS Code we support in Node, the latest in a browser
 *   ALONGSIDE_VSCODE=all node test/e2e/run.mjs   both in both
 *   ALONGSIDE_VSIX=/some.vsix node test/e2e/run.mjs   a package that is there already
 *   REQUIRE_VSCODE=1 node test/e2e/run.mjs       a machine where it cannot run fails, and is not passed over
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleStories, bundleWebStories, countStories, SETS } from './bundle.mjs';
import { blame, listenForComplaints } from './complaints.mjs';
import { CLIPBOARD_STORY, tellClipboardStory } from './clipboard.mjs';
import { installVsCode } from './install-vscode.mjs';
import { KEYBOARD_STORY, tellKeyboardStory } from './keyboard.mjs';
import { CANARY, CANARY_STORY, filesHolding, judged } from './left-behind.mjs';
import { packed } from './pack.mjs';
import { findChromium, withWorkbench } from './workbench.mjs';

const FLOOR = '4.100.3';
const LATEST = '4.139.1';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const MINUTES = 60_000;
/** What is opened for each set of stories: a folder, or a file of it that names several. */
const OPENED = {
  stories: { workspace: path('test/e2e/workspace'), settings: { 'alongside.show': 'all' } }, // a story about what is held back says so
  startup: { workspace: path('test/e2e/startup/workspace'), several: 'both.code-workspace' },
};

/** In the order in which they matter; without being asked, the first two, which hold both versions and both hosts. */
const RUNS = [[FLOOR, 'node'], [LATEST, 'web'], [LATEST, 'node'], [FLOOR, 'web']];

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [version, host] of process.env.ALONGSIDE_VSCODE === 'all' ? RUNS : RUNS.slice(0, 2)) {
  const { passed, failed, skipped } = await run(version, host);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
mkdirSync(path('.test'), { recursive: true });
writeFileSync(path('.test/e2e-report.json'), `${JSON.stringify(total)}\n`);
console.log(`\n  ${total.passed} passing`);
if (total.failed) console.log(`  ${total.failed} failing`);
if (total.skipped) console.log(`  ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function run(version, host) {
  if (!findChromium()) return passOver(version, host, 'there is no Chromium on this machine (CHROMIUM=/path/to/it names one)');
  let installation;
  try {
    installation = installVsCode(version);
  } catch (error) {
    return passOver(version, host, `code-server@${version} could not be had from the npm registry (${error.message.split('\n')[0]})`);
  }
  const logs = path(`.test/e2e/${version}-${host}`);
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const outcome = host === 'node' ? await runStories(installation, packed(), logs) : await runWebStories(installation, packed(), logs);
  return print(`${installation.vscode}${host === 'web' ? ', in the web worker host' : ''}`, outcome, logs);
}

/** @typedef {{ tests: { title: string, state: string, ms: number, error?: string }[], figures: { what: string, ms: number }[], trouble?: string }} Outcome */

/** @returns {Promise<Outcome>} */
async function runStories(installation, vsix, logs) {
  const whole = { tests: [], figures: [] };
  for (const set of SETS) {
    const { tests, figures, trouble } = await runSet(set, installation, vsix, `${logs}/${set}`);
    whole.tests.push(...tests);
    whole.figures.push(...figures);
    if (trouble) return { ...whole, trouble };
  }
  whole.tests.push(...(await tellByKeyboard(installation, vsix, logs, 'node')));
  return whole;
}

/** The keyboard's own stories, the same in both hosts. @returns {Promise<Outcome['tests']>} */
async function tellByKeyboard(installation, vsix, logs, host) {
  return [
    await timed(KEYBOARD_STORY, () => tellKeyboardStory({ installation, vsix, logs: `${logs}/keyboard`, host })),
    await timed(CLIPBOARD_STORY, () => tellClipboardStory({ installation, vsix, logs: `${logs}/clipboard`, host })),
  ];
}

/** @returns {Promise<Outcome>} */
async function runSet(set, installation, vsix, logs) {
  mkdirSync(logs, { recursive: true });
  const { runner, entry } = await bundleStories(path(`.test/e2e/${set}`), set);
  const [report, measured] = [`${logs}/report.json`, `${logs}/figures.jsonl`];
  const complaints = listenForComplaints(`${logs}/complaints.jsonl`);
  // VS Code writes its environment to its log.
  const env = { ...complaints.options.env, ALONGSIDE_E2E_REPORT: report, ALONGSIDE_E2E_FIGURES: measured, ALONGSIDE_CANARY: Buffer.from(CANARY).toString('base64') };
  const { trouble, kept } = await untilEnd({ installation, vsix, logs, ...OPENED[set], ...complaints.options, env }, complaints, (uri) => [['extensionDevelopmentPath', uri(runner)], ['extensionTestsPath', uri(entry)]]);
  const tests = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
  const figures = existsSync(measured) ? readFileSync(measured, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
  return { tests: trouble ? tests : [...blame(tests, complaints.all()), { title: `${set}: ${CANARY_STORY}`, ms: 0, ...judged(kept) }], figures, trouble };
}

/** There is no disk to write a report to: it is lines of the log. @returns {Promise<Outcome>} */
async function runWebStories(installation, vsix, logs) {
  const folder = path('.test/e2e/web-stories');
  const complaints = listenForComplaints(null);
  const web = { folder, module: await bundleWebStories(folder) };
  const { trouble, lines } = await untilEnd({ installation, vsix, logs, ...OPENED.stories, web }, complaints, () => []);
  const tests = lines.flatMap((line) => /ALONGSIDE-STORY:(\{.*\})/.exec(line)?.slice(1).map((told) => JSON.parse(told)) ?? []);
  if (trouble) return { tests, figures: [], trouble: `${trouble}, after ${tests.at(-1)?.title ?? 'no story at all'}` };
  return { tests: [...blame(tests, complaints.all()), ...(await tellByKeyboard(installation, vsix, logs, 'web'))], figures: [] };
}

/** Opens VS Code with stories to be told, and waits until it says that they are; `lines` are those of its log. */
async function untilEnd(options, complaints, payload) {
  const { logs } = options;
  const lines = [];
  let trouble;
  let kept = [];
  try {
    await withWorkbench({
      ...options,
      // Without the first a built VS Code takes no extensionTestsPath from the address; with the second everybody logs all they can.
      flags: ['--enable-smoke-test-driver', '--log', 'trace'],
      left: (folder) => { kept = [...filesHolding(folder, CANARY), ...filesHolding(logs, CANARY)]; },
    }, async ({ page, address }) => {
      complaints.hear(page);
      // VS Code's own way of telling a browser that drives it: every line of its log, and how the run ended.
      await page.exposeFunction('codeAutomationLog', (type, args) => { lines.push(`[${type}] ${args.join(' ')}`); });
      const ended = new Promise((resolve) => { void page.exposeFunction('codeAutomationExit', resolve); });
      await page.goto(address(payload));
      const deadline = new Promise((resolve) => { setTimeout(resolve, 3 * MINUTES * Number(process.env.ALONGSIDE_PATIENCE ?? 1), 'no end in time').unref(); });
      const code = await Promise.race([ended, deadline]);
      if (code !== 0) {
        trouble = `VS Code ended with: ${code}`;
        await page.screenshot({ path: `${logs}/failure.png` });
      }
    });
  } catch (error) {
    trouble = error.message;
  }
  writeFileSync(`${logs}/workbench.log`, lines.join('\n'));
  return { trouble, lines, kept };
}

async function timed(title, tell) {
  const started = Date.now();
  const error = await tell().then(() => undefined, (thrown) => String(thrown.stack ?? thrown));
  return { title, state: error === undefined ? 'passed' : 'failed', ms: Date.now() - started, error };
}

/** An extension host that dies is reported as success, so only a report with stories in it, all passed, is believed. */
function print(vscode, { tests, figures, trouble }, logs) {
  console.log(`\n  VS Code ${vscode}`);
  for (const { title, state, ms, error } of tests) {
    console.log(state === 'passed' ? `    ✔ ${title} (${ms}ms)` : `    ✗ ${title}\n${indent(error)}`);
  }
  for (const { what, ms } of [...figures, emptyNode()]) console.log(`      ${String(ms).padStart(5)} ms  ${what}`);
  const passed = tests.filter(({ state }) => state === 'passed').length;
  const failed = tests.length - passed;
  if (tests.length > 0 && !trouble) return { passed, failed, skipped: 0 };
  console.log(`    ✗ the run did not come to its end: ${trouble ?? 'there is no report'} (logs in ${logs})`);
  return { passed, failed: failed + 1, skipped: 0 };
}

/** What a figure is worth depends on how busy the machine is. */
function emptyNode() {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - began;
  });
  return { what: 'to compare: a Node with nothing to do, started and ended', ms: Math.round(Math.min(...times)) };
}

function passOver(version, host, reason) {
  const stories = countStories(host) + 2 + (host === 'node' ? SETS.length : 0); // those by keyboard, and what each set leaves behind
  if (process.env.REQUIRE_VSCODE === '1') {
    console.error(`\n  FAILED: the stories cannot run in code-server ${version}: ${reason}`);
    return { passed: 0, failed: stories, skipped: 0 };
  }
  console.warn(`\n  SKIPPED: ${stories} stories in code-server ${version}: ${reason}`);
  return { passed: 0, failed: 0, skipped: stories };
}

function indent(text = '') {
  return text.replace(/^/gm, '        ');
}
