/** A situation is a test of its own: each starts programs. */
import { toldTo } from './proof.js';
import { proof, SITUATIONS } from './robust.proof.js';

describe(`proof: ${proof.title}`, () => {
  for (const { title, run } of SITUATIONS) it(title, () => run(toldTo(0.05, 'ignored', () => {})));
});
