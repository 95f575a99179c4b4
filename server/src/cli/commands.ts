/**
 * All commands, in the order in which help shows them. Each stands in its own file and loads what it runs on when it
 * runs; to add one, add it here.
 */
import { BASELINE } from './baseline-command.js';
import { CHECK } from './check-command.js';
import type { Command } from './command.js';
import { COMPLETION } from './completion-command.js';
import { DOCTOR } from './doctor-command.js';
import { MERGE } from './merge-command.js';
import { RULES_COMMANDS } from './rules-commands.js';
import { SET_ASIDE_ADD, SET_ASIDE_LIST, SET_ASIDE_PRUNE } from './set-aside-commands.js';

export const COMMANDS: readonly Command[] = [CHECK, MERGE, BASELINE, SET_ASIDE_LIST, SET_ASIDE_ADD, SET_ASIDE_PRUNE, ...RULES_COMMANDS, DOCTOR, COMPLETION];
