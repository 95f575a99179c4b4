/**
 * `alongside rules explain`: where a rule comes from, whether it is in force here, and what made it so.
 */
import type { Rule } from '../../engine/rule.js';
import type { Rulebook, Written } from '../../rulebook/rulebook.js';
import { refuse, type ExitCode } from '../command.js';
import { noSuchRule, rulesHere } from './here.js';
import { shownPath } from '../check/select.js';
import type { World } from '../world.js';

export async function explainRule(id: string, config: string | null, world: World): Promise<ExitCode> {
  const here = await rulesHere(config, world);
  if (!here) return 2;
  const { rulebook } = here;
  const rule = rulebook.compiled.rules.find((one) => one.id === id);
  if (!rule) return refuse(world, noSuchRule(id, rulebook));
  world.out(`${[
    `${id}: ${rule.title}`,
    `It ${comesFrom(id, rule, rulebook, world)}.`,
    rule.severity === 'off' ? `It is off here: ${whyOff(rule, rulebook)}.` : `It is in force here, as a ${rule.severity}${rule.types.length > 0 ? `, in ${rule.types.join(', ')}` : ' in every record'}${rule.since ? `, since ${rule.since}` : ''}.`,
    ...(rulebook.written ? changes(id, rulebook.written, world) : []),
    ...(rule.otherView ? [`Another view: ${rule.otherView}`] : []),
  ].join('\n')}\n`);
  return 0;
}

function comesFrom(id: string, rule: Rule, { written }: Rulebook, world: World): string {
  const own = written?.own.find((one) => one.rule.id === id);
  return own ? `is this team’s own (${shownPath(own.file, world)}:${own.id.line})` : rule.pack === 'choices' ? 'ships with Alongside, for teams that choose it' : `ships with Alongside, in the pack ${rule.pack}`;
}

function whyOff({ id, choice, pack, jurisdiction }: Rule, { written }: Rulebook): string {
  const override = written?.files.flatMap(({ overrides }) => overrides).find((one) => one.id.text === id && one.severity === 'off');
  if (override) return 'the rules file says so';
  if (choice) return `guides disagree here, and no side is taken. To take it, write “${choice.replace('/', ': ')}” under “choices:”`;
  if (jurisdiction) return `it speaks of the law of ${jurisdiction.join(' and ')}, and “jurisdiction:” does not say that this holds`;
  const packs = written?.files.find((file) => file.packs !== null)?.packs?.map(({ text }) => text);
  return packs && !packs.includes(pack) ? `the rules file names the packs ${packs.join(', ')}, and it is in none of them` : 'it is off until a rules file gives it a severity';
}

/** What each file says of the rule, the one that is built on first. */
function changes(id: string, { files }: Written, world: World): readonly string[] {
  const lines = [...files].reverse().flatMap(({ yaml, overrides }) => overrides.filter((one) => one.id.text === id).map(({ id: at, severity, allow, add, set }) => {
    const said = [
      severity && `severity ${severity}`,
      allow.length > 0 && `leaves alone ${allow.map(({ text }) => `“${text}”`).join(', ')}`,
      add.length > 0 && `adds ${add.length === 1 ? 'an entry' : `${add.length} entries`}`,
      set.message !== undefined && 'a message of its own',
      set.types && `reads ${set.types.join(', ')}`,
      set.since && `since ${set.since}`,
      set.reviewBy && `to be reviewed by ${set.reviewBy}`,
    ].filter(Boolean).join('; ');
    return `  ${shownPath(yaml.file, world)}:${at.line}  ${said}`;
  }));
  return lines.length > 0 ? ['It is changed in:', ...lines] : [];
}
