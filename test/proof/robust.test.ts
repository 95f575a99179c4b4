/** A situation is a test of its own: each starts programs. */
import { ARE_BUILT } from '../support/programs.js';
import { toldTo } from './proof.js';
import { proof, SITUATIONS } from './robust.proof.js';

if (ARE_BUILT) {
  describe(`proof: ${proof.title}`, () => {
    for (const { title, run } of SITUATIONS) it(title, () => run(toldTo(0.05, 'ignored', () => {})));
  });
}
