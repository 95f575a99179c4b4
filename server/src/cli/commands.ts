/**
 * All commands, in the order in which help shows them. Each stands in its own file and loads what it runs on when it
 * runs; to add one, add it here.
 */
import { CHECK } from './check-command.js';
import type { Command } from './command.js';
import { COMPLETION } from './completion-command.js';

export const COMMANDS: readonly Command[] = [CHECK, COMPLETION];
