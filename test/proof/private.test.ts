/** A situation is a test of its own: each starts programs. */
import { proof, SITUATIONS } from './private.proof.js';
import { toldTo } from './proof.js';

describe(`proof: ${proof.title}`, () => {
  for (const { title, run } of SITUATIONS) it(title, async () => void (await run(toldTo(0.05, 'ignored', () => {}))));
});
