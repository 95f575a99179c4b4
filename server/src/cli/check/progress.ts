/**
 * How far a long run is, in one line of a terminal that is written again and again.
 */
import { number } from '../report/formats/words.js';

export interface Progress {
  /** One more record has been read. */
  step(): void;
  /** Leaves nothing behind. */
  end(): void;
}

const WIDTH = 30;
/** How much more must be done before the line is written again. */
const STEPS = 200;

/** `show` replaces the line. */
export function createProgress(total: number, show: (line: string) => void): Progress {
  let [done, shown] = [0, -1];
  return {
    step() {
      done++;
      const step = Math.floor((done * STEPS) / total);
      if (step === shown) return;
      shown = step;
      const full = Math.floor((done * WIDTH) / total);
      show(`${'━'.repeat(full)}${'·'.repeat(WIDTH - full)} ${number(done)} of ${number(total)} records`);
    },
    end: () => show(''),
  };
}
