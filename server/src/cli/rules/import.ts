/**
 * `alongside rules import`: a word list of another tool becomes a rule of a rules file.
 */
import { analyse } from '../../engine/analyse.js';
import { createRuleSet } from '../../engine/rule-set.js';
import { idFor } from '../../rulebook/decode/rule.js';
import { importWords } from '../../rulebook/import/words.js';
import { samplesOf } from '../../rulebook/advice/samples.js';
import { ruleLines, type NewRule } from '../../rulebook/write/rule.js';
import { refuse, type ExitCode } from '../command.js';
import { decodeList } from '../check/decode.js';
import { plural } from '../report/formats/words.js';
import { addRule, nameObjection } from './write.js';
import { absolute, reasonOf } from '../check/select.js';
import type { World } from '../world.js';

export async function importRule(file: string, { config, id, print }: { readonly config: string | null; readonly id: string | null; readonly print: boolean }, world: World): Promise<ExitCode> {
  if (world.isFolder(absolute(file, world))) return refuse(world, `${file} is a folder. Name one of the lists in it.`);
  let bytes: Uint8Array;
  try {
    bytes = world.readBytes(absolute(file, world));
  } catch (error) {
    return refuse(world, `${file} could not be read (${reasonOf(error)}).`);
  }
  const decoded = decodeList(bytes);
  if ('problem' in decoded) return refuse(world, `${file}: ${decoded.problem}`);
  const named = id ?? idFor((file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, ''));
  const objection = nameObjection(named);
  if (objection) return refuse(world, objection);
  const ruleSet = createRuleSet(world.builtIn(), null);
  const raisedBy = (wording: string): string | null => analyse(`They ${wording} it.`, ruleSet, { type: null, template: false, people: { children: [], family: [], professionals: [], services: [] }, today: '2000-01-01' }).findings.find(({ start }) => start < 5 + wording.length)?.rule ?? null;
  const { rule, taken, left } = importWords(file, decoded.text, named, raisedBy);
  if (decoded.encoding) world.error(`${file} was read as ${decoded.encoding}.\n`);
  for (const { line, words, why } of left) world.error(`${file}:${line} left out: ${words} (${why})\n`);
  if (!rule) return refuse(world, `${file} holds no words that could be taken over.`);
  if (print) {
    world.out(`rules:\n${ruleLines(rule).map((line) => `  ${line}`).join('\n')}\n`);
    return 0;
  }
  const code = await addRule(rule, config, world);
  world.out(`${plural(taken, 'phrase')} taken over${left.length > 0 ? `, ${left.length} left out` : ''}. ${raisedAlready(rule, raisedBy)}Say in it why, and which sentence should be left alone.\n`);
  return code;
}

function raisedAlready({ entries }: NewRule, raisedBy: (wording: string) => string | null): string {
  const already = entries.flatMap(({ avoid }) => avoid).filter((phrase) => raisedBy(samplesOf(phrase, {})[0] ?? phrase) !== null).length;
  return already > 0 ? `The rules that ship raise ${already === 1 ? 'one' : already} of them already: \`alongside rules test\` says which. ` : '';
}
