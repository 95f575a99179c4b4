/**
 * Whose words a duty is: of somebody of the family, or of another who is none of us. It does not know what they oblige to.
 */
import { FAMILY, PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import { STOP, type Tokens } from '../../words/tokens.js';
import { AND, chainBefore, chainFrom } from './clause.js';

/** How far back the one who says it is looked for, and how far where "and" stands between. */
const REACH = 8;
const REACH_OF_AND = 30;
const VIEWS = new Set(['decided', 'agreed', 'thinks', 'thought', 'believes', 'feels', 'felt', 'wants', 'says', 'said', 'knows', 'knew', 'hopes', 'insists', 'insisted', 'told', 'suggested', 'wrote', 'asked', 'informed', 'advised', 'warned', 'reminded', 'tell', 'tells', 'telling']);
const TELLS = new Set(['told', 'tell', 'tells', 'telling']);
const PRONOUNS = new Set(['he', 'she', 'they', 'who', 'you']);

/** Whether somebody is the second of those who are asked: "asked Mum and Dad not to". */
export function isAskedToo({ forms }: Tokens, people: readonly PersonEdge[], index: number): boolean {
  const { from } = people[index];
  return AND.has(forms[from - 1]) && people.slice(Math.max(0, index - 3), index).some((other) => other.to === from - 1 && VIEWS.has(forms[other.from - 1]));
}

/**
 * "Mum decided that Dad must leave", "she told him by Sunday that he must wait": whom the family, or nobody of ours, binds is
 * its own affair. "They were told that they must": the telling is what is raised.
 */
export function toldBy(tokens: Tokens, people: readonly PersonEdge[], index: number): 'family' | 'another' | null {
  const { forms, gaps } = tokens;
  const { from } = people[index];
  const behind = forms[from - 1] === 'that' ? from - 1 : from;
  if (behind === 0 || gaps[behind] === STOP) return null;
  const joined = AND.has(forms[behind - 1]); // "told him that he owed it and that he must pay"
  const reach = joined ? REACH_OF_AND : REACH;
  let verb = behind - 1;
  while (verb > from - reach && verb > 0 && gaps[verb] !== STOP && !VIEWS.has(forms[verb])) verb--;
  if (!VIEWS.has(forms[verb])) return null;
  let before = index - 1;
  const said = before >= 0 && people[before].to > verb + 1 && !people[before].possessive; // to somebody: "told her brother he must"
  const toOurs = !said || (people[before].groups & (PROFESSIONAL | SERVICE)) !== 0;
  if (toOurs && TELLS.has(forms[verb]) && PRONOUNS.has(forms[from]) && verb + 1 < behind && !chainFrom(tokens, chainBefore(tokens, verb)).be) return 'another'; // "tell the landlord that he must"
  while (before >= 0 && (people[before].to > verb || people[before].possessive)) before--;
  if (before < 0) return null;
  const owner = people[before];
  if (owner.to <= verb - (said || joined ? REACH_OF_AND : 3) || (owner.groups & (PROFESSIONAL | SERVICE)) !== 0) return null;
  if (!chainFrom(tokens, owner.to).be) return (owner.groups & FAMILY) !== 0 ? 'family' : 'another';
  return verb > from - 3 ? 'another' : null;
}
