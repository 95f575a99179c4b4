/**
 * What the workbench, the extension host and our language server complain of while stories are told. What is not ours is
 * taken out, each for a reason that stands here; anything else fails the story in which it came.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Complaints that have nothing to do with the extension, and why. A line that names us is ours whatever else it says. */
const NOT_OURS = [
  [/^Failed to load resource|A bad HTTP response code|serviceWorker\.js/, 'the slim VS Code has no service worker, and only those of its own extensions that the stories need'],
  [/static\/extensions\/|grammar for scope|Activating extension 'vscode\.[\w-]+' failed/, 'the same: files of built-in extensions that are not there'],
  [/spdlog|native-watchdog|bindings file/, 'modules of VS Code that would have to be compiled; it does without'],
  [/authentication provider 'github'|GitHub session|DefaultAccount/, 'nobody is signed in anywhere'],
  [/^Request textDocument\/\w+ failed\. /, 'the server of the built-in Markdown extension, asked for a document that has just been closed; ours shows no such messages, and what it answers is heard from itself'],
  [/Aborted onWillSaveTextDocument-event after \d+ms/, 'a machine so busy that the extension host did not answer in time; what we do there is done at once, and awaited by nobody'],
  [/ENOTFOUND|ECONNREFUSED|net::ERR_|EAI_AGAIN|open-vsx/, 'there is no network'],
];
const OURS = /alongside|family-valued/i;

/** @typedef {{ at: number, from: string, text: string }} Complaint `at` is in milliseconds of the clock */

/**
 * Begins to listen. `options` go to `withWorkbench`; `hear` takes a page; `all` gives what is ours, in the order in which
 * it came.
 *
 * @param {string | null} file what the language server says is written here; null where it runs in the page
 */
export function listenForComplaints(file) {
  /** @type {Complaint[]} */
  const heard = [];
  let lines = 0;
  return {
    options: file === null ? {} : { env: { ALONGSIDE_E2E_COMPLAINTS: file }, tap: fileURLToPath(new URL('server-tap.cjs', import.meta.url)) },
    hear(page) {
      page.on('console', (line) => {
        lines++;
        if (line.type() === 'error') heard.push({ at: Date.now(), from: 'console', text: `${line.text()} (${line.location().url}:${line.location().lineNumber})` });
      });
      page.on('pageerror', (error) => { heard.push({ at: Date.now(), from: 'page', text: String(error.stack ?? error) }); });
    },
    all() {
      const server = file !== null && existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
      // Silence counts only where somebody was listening.
      if (lines === 0 || (file !== null && server.length === 0)) throw new Error(`nobody listened to ${lines === 0 ? 'the workbench' : 'the language server'}`);
      return [...heard, ...server.filter(({ text }) => text !== null)].filter(isOurs).sort((a, b) => a.at - b.at);
    },
  };
}

function isOurs({ from, text }) {
  return from === 'language server' || OURS.test(withoutPlaces(text)) || !NOT_OURS.some(([pattern]) => pattern.test(text));
}

/** The folder that the project and its VS Code stand in may be called after us too. */
function withoutPlaces(text) {
  return text.replaceAll(fileURLToPath(new URL('../../.vscode-test', import.meta.url)), '');
}

/**
 * Stories with the complaints that came while they were told; what came between two belongs to the one before.
 *
 * @param {{ title: string, state: string, ms: number, started: number, error?: string }[]} tests
 * @param {Complaint[]} complaints
 */
export function blame(tests, complaints) {
  const told = tests.map((test) => ({ test, said: [] }));
  for (const complaint of complaints) (told.findLast(({ test }) => test.started <= complaint.at) ?? told[0])?.said.push(complaint);
  return told.map(({ test, said }) => (said.length === 0 ? test : {
    ...test, state: 'failed', error: [test.error, ...said.map(({ from, text }) => `complaint (${from}): ${text}`)].filter(Boolean).join('\n'),
  }));
}
