/** Blocks that nobody writes: one sentence each, of words that ask something of every reader of sentences. */
import type { Hostile } from './texts.js';

/** As many blocks, whatever their length: enough of them to tell the time. */
const BLOCKS = 48;
/** Characters: a block that is longer is not read. */
export const MOST_IN_BLOCK = 7_900;

/** Grows in the length of each block, in characters, and not in how many there are. */
export const BLOCKS_OF: readonly Hostile[] = [
  'and Mum then Dad and Leo ',
  'Mum was rude and hung up and Dad was rude and ',
  'she told him that they had said he was told to see her and ',
  'Mum to ring the school by 3 May and Dad to write to Nan and ',
  'failed to engage with hard to reach siblings and ',
  'Dad (Marek) and his brother Bo (uncle) and ',
  'the social worker and the CP plan and the LAC review (a meeting) and ',
  '“I don’t want that,” Leo said, and Mum said “no,” and ',
  'Mum said that Dad said that Leo said that ',
  'if Mum drinks, Leo may be hurt when nobody is there, and ',
  'Leo hit Mum because he was angry and she was hit by him and ',
  'Leo’s mum’s sister’s uncle’s ',
  'Mum, Dad, Leo, Nan, ',
  'on 3 May 2026 at 10.30 for 6 out of 10 days, ',
  'not, never, no, cannot, ',
  'Ana Kovač Ana Ana Kovač and Mr Kovač ',
].map((words) => ({ what: `“${words.trim()} …”`, make: (size) => `${words.repeat(Math.ceil(size / words.length)).slice(0, Math.min(size, MOST_IN_BLOCK))}\n\n`.repeat(BLOCKS) }));
