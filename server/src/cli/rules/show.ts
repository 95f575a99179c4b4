/**
 * `alongside rules list` and `rules show`: the rules in force, in a line each or one of them whole.
 */
import { ruleBlocks } from '../../rulebook/guide/style-guide.js';
import { toPlain } from '../../rulebook/guide/text.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { refuse, type ExitCode } from '../command.js';
import { plural } from '../report/formats/words.js';
import { noSuchRule, rulesHere } from './here.js';
import type { World } from '../world.js';

export async function listRules(config: string | null, which: 'all' | 'in-force', world: World): Promise<ExitCode> {
  const here = await rulesHere(config, world);
  if (!here) return 2;
  const { compiled: { rules } } = here.rulebook;
  const touched = touchedRules(here.rulebook);
  const shown = rules.filter(({ severity }) => which === 'all' || severity !== 'off').sort((a, b) => (a.id < b.id ? -1 : 1));
  const width = Math.max(0, ...shown.map(({ id }) => id.length));
  const off = rules.filter(({ severity }) => severity === 'off').length;
  world.out([
    ...shown.map(({ id, severity, title }) => `${touched.has(id) ? '*' : ' '} ${id.padEnd(width)}  ${severity.padEnd(10)}  ${title}`),
    '',
    `${plural(shown.length, 'rule')}${which === 'in-force' && off > 0 ? ` in force; ${off} more that are off (--all shows them)` : ''}.`,
    '',
  ].join('\n'));
  return here.rulebook.problems.length > 0 ? refuse(world, 'The rules file has problems, so not all it says holds. `alongside rules test` names them.') : 0;
}

export async function showRule(id: string, config: string | null, world: World): Promise<ExitCode> {
  const here = await rulesHere(config, world);
  if (!here) return 2;
  const rule = here.rulebook.compiled.rules.find((one) => one.id === id);
  if (!rule) return refuse(world, noSuchRule(id, here.rulebook));
  world.out(toPlain(ruleBlocks(rule), Math.min(world.width, 80)));
  return 0;
}

/** Rules that the files define or change. */
function touchedRules({ written }: Rulebook): ReadonlySet<string> {
  return new Set([...(written?.own.map(({ rule }) => rule.id) ?? []), ...(written?.files.flatMap(({ overrides }) => overrides.map(({ id }) => id.text)) ?? [])]);
}
