/** What goes wrong round a writer: programs killed, disks that fill or vanish, files of every wrong kind, two windows, clocks. */
import type { Proof } from './proof.js';
import { DAYS } from './robust/days.js';
import { DISKS } from './robust/disks.js';
import { NAMES } from './robust/names.js';
import { PROCESSES } from './robust/processes.js';
import { RULES_FILES } from './robust/rules-files.js';
import { WINDOWS } from './robust/windows.js';

export const SITUATIONS = [...RULES_FILES, ...DISKS, ...NAMES, ...WINDOWS, ...PROCESSES, ...DAYS];

export const proof: Proof = {
  title: 'Nothing is lost when things go wrong',
  promise: 'Whatever is taken away, locked, half-written, full, slow or killed, nothing that somebody wrote is lost or overwritten, what cannot be done is told, and reading goes on.',
  async run(told) {
    for (const { title, run } of SITUATIONS) {
      try {
        told.figure(title, await run(told));
      } catch (thrown) {
        throw new Error(`${title}: ${thrown instanceof Error ? thrown.message : String(thrown)}`, { cause: thrown });
      }
    }
  },
};
