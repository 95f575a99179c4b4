/**
 * One proof in a process of its own, so that its memory is its own and a hang can be ended. The parent process
 * gets its figures as they come, and how it ended.
 */
import type { Proof } from './proof.js';
import { toldTo } from './proof.js';
import type { Figure, Outcome } from './report.js';

/** What the parent is sent. */
export type FromProof = { readonly figure: Figure } | { readonly outcome: Outcome; readonly title: string; readonly promise: string };

const [file, amount] = process.argv.slice(2);
const { proof } = (await import(file)) as { readonly proof: Proof };
const send = (message: FromProof): Promise<void> => new Promise((sent) => process.send!(message, () => sent()));

const outcome = await proof
  .run(toldTo(Number(amount), 'counts', (label, value) => void send({ figure: { label, value: typeof value === 'number' ? value.toLocaleString('en-GB') : value } })))
  .then((): Outcome => ({ kind: 'held' }), (thrown: unknown): Outcome => {
    console.error(thrown);
    return { kind: 'broken', why: thrown instanceof Error ? thrown.message : String(thrown) };
  });
await send({ outcome, title: proof.title, promise: proof.promise });
process.exit();
