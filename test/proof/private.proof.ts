/** What leaves the machine, or is left on it: connections, files, logs, crashes; and what is bundled, and may be. */
import type { Proof } from './proof.js';
import { BUNDLES } from './private/bundles.js';
import { LEFT_BEHIND } from './private/left-behind.js';
import { NETWORK } from './private/network.js';

export const SITUATIONS = [...BUNDLES, ...LEFT_BEHIND, ...NETWORK];

export const proof: Proof = {
  title: 'What is written stays on the machine',
  promise: 'Nothing of ours opens a connection, and no word of a record is left in a log, a cache, a baseline, a report that is not meant to hold it, a crash or a temporary file; everything bundled is listed, under licences that allow it.',
  async run(told) {
    for (const { title, run } of SITUATIONS) told.figure(title, await run(told));
  },
};
