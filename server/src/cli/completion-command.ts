/**
 * `alongside completion` as it is asked for. What it prints is made by completion.ts.
 */
import { command } from './command.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export const COMPLETION = command({
  name: 'completion',
  brief: 'complete commands and options in a shell',
  about: 'Prints a script with which the shell completes commands, options and their values. It goes where the shell looks for such scripts, or into its start-up file.',
  operands: SHELLS.join('|'),
  offers: SHELLS,
  options: {},
  examples: [
    { line: 'source <(alongside completion bash)', does: 'bash, in ~/.bashrc' },
    { line: 'alongside completion zsh > "${fpath[1]}/_alongside"', does: 'zsh' },
    { line: 'alongside completion fish > ~/.config/fish/completions/alongside.fish', does: 'fish' },
  ],
  objection({ operands: [shell, ...more] }) {
    if (shell === undefined) return `Say for which shell: ${SHELLS.join(', ')}.`;
    if (more.length > 0) return `One shell at a time: “${more[0]}” is one too many.`;
    return (SHELLS as readonly string[]).includes(shell) ? null : `There is no completion for “${shell}”; there is for ${SHELLS.join(', ')}.`;
  },
  async run({ operands: [shell] }, world, commands) {
    const { completionScript } = await import('./completion.js');
    world.out(completionScript(shell as Shell, commands));
    return 0;
  },
});
