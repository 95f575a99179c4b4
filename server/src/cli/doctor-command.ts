/**
 * `alongside doctor` as it is asked for. What it tells is made by doctor.ts.
 */
import { command } from './command.js';

export const DOCTOR = command({
  name: 'doctor',
  brief: 'which rules hold here, and which files are left out',
  about: 'Tells which rules file holds for a folder, which packs and rules it has in force, from where on a finding fails a run, and which files a check of the folder leaves out, each with the reason. It reads no record.',
  operands: '[FOLDER]',
  options: {
    config: { value: 'FILE', brief: 'as if it were given to check', about: 'Tells of this rules file in place of the nearest `alongside.yml`.' },
  },
  examples: [{ line: 'alongside doctor notes/', does: 'why is that file not checked?' }],
  objection: ({ operands }) => (operands.length > 1 ? `One folder at a time: “${operands[1]}” is one too many.` : null),
  run: async ({ operands, options }, world) => (await import('./doctor.js')).doctor(operands[0] ?? '.', options.config, world),
});
