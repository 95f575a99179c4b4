/**
 * All commands, in the order in which help shows them. Each stands in its own file and loads what it runs on when it
 * runs; to add one, add it here.
 */
import { BASELINE } from './set-aside/baseline-command.js';
import { CHECK } from './check/check-command.js';
import type { Command } from './command.js';
import { COMPLETION } from './completion-command.js';
import { DOCTOR } from './doctor-command.js';
import { MERGE } from './report/merge-command.js';
import { RULES_COMMANDS } from './rules/rules-commands.js';
import { SET_ASIDE_ADD, SET_ASIDE_LIST, SET_ASIDE_PRUNE } from './set-aside/set-aside-commands.js';

export const COMMANDS: readonly Command[] = [CHECK, MERGE, BASELINE, SET_ASIDE_LIST, SET_ASIDE_ADD, SET_ASIDE_PRUNE, ...RULES_COMMANDS, DOCTOR, COMPLETION];
