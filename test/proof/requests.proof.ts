/**
 * Sessions of an editor and the real server in which nothing comes when it should: messages wait, parts of the server
 * load late, requests are cancelled, records closed and rules changed while an answer is on its way. Every answer is
 * held against that of a second server which was asked quietly.
 */
import assert from 'node:assert/strict';
import { everythingLate, type Late } from '../support/late.js';
import { numbers, type Next } from '../support/random.js';
import { smallPacks } from '../support/small-packs.js';
import { steppedServer, turn, type SteppedServer } from '../support/stepped-server.js';
import { createEditor, type Editor } from './requests/editor.js';
import { quietServer } from './requests/quiet.js';
import { faultOf } from './requests/verdict.js';
import type { Proof, Told } from './proof.js';

const SESSIONS = 20_000;
const STEPS = 60;
/** How often it is told how far it is. */
const STRETCH = 1_000;

export const proof: Proof = {
  title: 'Every answer is for the text and the rules that stood',
  promise: 'However requests, edits, cancelled requests, closed records and changed rules overtake each other, every request is answered once, for a version of the text and the rules that stood while it was asked; what is on show in the end is what reading afresh gives.',
  run: everySession,
};

async function everySession({ of, figure }: Told): Promise<void> {
  // What is loaded late waits for the scheduler alone, and never for the disk.
  await Promise.all([import('../../server/src/rulebook/load-rulebook.js'), import('../../server/src/set-aside/open-sidecar.js'), import('../../server/src/engine/checks/plain-english/plain-english.js')]);
  const packs = smallPacks();
  const quiet = await quietServer(packs);
  const seen = { messages: 0, answers: 0, cancelled: 0, overtaken: 0, published: 0 };
  const sessions = of(SESSIONS);
  for (let seed = 1; seed <= sessions; seed++) {
    const late = everythingLate();
    const next = numbers(seed);
    const server = steppedServer(packs, late.hold);
    const editor = createEditor(server, next, next(4) === 0 ? 'is-told' : 'asks');
    try {
      for (let step = 0; step < STEPS; step++) await oneStep(editor, server, late, next);
      await untilIdle(editor, server, late);
      editor.lookAtAll();
      await untilIdle(editor, server, late);
    } finally {
      late.stop();
      server.stop();
    }
    const fault = await faultOf(editor.log(), quiet);
    assert.ok(fault === null, `session ${seed}: ${fault}`);
    const { asked, published } = editor.log();
    seen.answers += asked.length;
    seen.cancelled += asked.filter(({ cancelled }) => cancelled).length;
    seen.overtaken += asked.filter(({ from, to }) => to !== null && to > from).length;
    seen.published += published.length;
    if (seed % STRETCH === 0) figure('sessions', seed);
  }
  figure('sessions', sessions);
  figure('requests, each answered once', seen.answers);
  figure('of them, cancelled', seen.cancelled);
  figure('of them, overtaken by an edit, a closed record or other rules', seen.overtaken);
  figure('diagnostics published without being asked for', seen.published);
  figure('answers for another text or other rules', 0);
  quiet.stop();
}

/** One thing happens, whichever; at times all that waits for nothing is done first. */
async function oneStep(editor: Editor, server: SteppedServer, late: Late, next: Next): Promise<void> {
  switch (next(10)) {
    case 0: case 1: case 2: case 3: editor.act(); break;
    case 4: case 5: case 6: server.deliver(); break;
    case 7: editor.takeIn(); break;
    default: late.letGo(next(Math.max(1, late.held())));
  }
  if (next(3) > 0) await turn();
}

/** Until nothing is on its way and nothing waits. */
async function untilIdle(editor: Editor, server: SteppedServer, late: Late): Promise<void> {
  for (let still = 0; still < 20; still++) {
    late.letGo(0);
    const [delivered, received] = [server.deliver(), editor.takeIn()];
    if (delivered || received || late.held() > 0) still = 0;
    await turn();
  }
}
