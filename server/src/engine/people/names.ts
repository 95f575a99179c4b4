/**
 * How a name looks: a run of words with capitals, perhaps with a title, an initial or a particle ("Ms O'Brien",
 * "D. Croft", "Maria da Silva"). It knows which capitalised words are never names, and nothing of who anybody is.
 */
import { LEXICON, SERVICE, TITLES } from './lexicon.js';
import type { People } from './people.js';
import { isCapital } from '../words/letters.js';
import type { Tokens } from '../words/tokens.js';

/** A run of tokens that looks like a name; `to` is exclusive. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  /** As it stands, white space collapsed. */
  readonly name: string;
  /** Opens with "Mr", "Dr", "PC" … */
  readonly titled: boolean;
  /** Words apart from the title, counted by spaces: "Mary-Kate" is one. */
  readonly words: number;
}

const PARTICLES = new Set(['de', 'da', 'dos', 'del', 'della', 'di', 'van', 'von', 'der', 'den', 'bin', 'bint', 'ibn', 'al', 'el', 'ap', 'ab', 'ul', 'la', 'le', 'ter']);
const NOT_NAMES = new Set((
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec easter christmas ramadan eid diwali '
  + 'i a an the this that these those it its he she they we you his her their my our your and or but so if when while then there here today yesterday tomorrow tonight now since after before during because although as at by for from in into of off on out over to up with without about also again both each every all some any no not none yes '
  + 'what who whose which where why how is are was were be been has have had do does did can could should would must says said say told tell asked ask spoke seen met saw visited rang called texted emailed agreed absent present unknown ongoing tbc asap nil apologies sorry thank thanks dear hello hi happy sad angry upset tired fine good bad '
  + 'section part table appendix page item form band tier level step goal goals worry worries unit article schedule stage phase year years month months week weeks day days visit visits note notes version draft number point action actions plan plans view views wishes feelings strengths strength needs need risk risks concern concerns contact session sessions assessment assessments report reports '
  + 'pathway package placement panel permanence transition presentation attachment threshold respite triage letterbox funding benefits ' 
  + 'meeting meetings call calls email emails text texts letter letters update updates discussion background analysis summary history health education home address date time type status outcome outcomes decision decisions reason reasons case record recording referral review reviews minutes agenda chronology attendance details relationship name names age dob gender ethnicity religion language '
  + 'work direct danger statement statements bottom line safety scale scaling score question questions next last new old other first second third one two three four five six seven eight nine ten court order orders act area house road street lane avenue close flat hall team service centre hub group class school college nursery hospital clinic council '
  + 'english british welsh scottish irish european asian african caribbean black white mixed polish romanian bulgarian lithuanian portuguese spanish italian french german russian ukrainian turkish kurdish arabic somali pakistani indian bangladeshi chinese vietnamese nigerian ghanaian eritrean syrian afghan iraqi iranian albanian roma gypsy traveller muslim catholic hindu sikh jewish '
  + 'facetime whatsapp facebook snapchat instagram teams zoom england wales scotland ireland covid autism adhd'
).split(' '));

/** Whether a form is part of a person's name in this note. */
export function isPersonsName(form: string, { names, surnames }: People): boolean {
  return [names, surnames].some((those) => those.get(form)?.some(({ groups }) => (groups & SERVICE) === 0) ?? false);
}

/** Whether the word with a capital at token `i` may be part of a name; letters alone ("CP") are not. */
export function isPossibleName(prose: string, tokens: Tokens, i: number): boolean {
  const form = tokens.forms[i];
  return form.length > 1 && !NOT_NAMES.has(form) && !isLexical(form) && prose.charCodeAt(tokens.starts[i] + 1) > 90;
}

/** The name that begins at token `from`, or null. */
export function nameFrom(prose: string, tokens: Tokens, from: number): NameRun | null {
  let to = from;
  while (to < tokens.count && to < from + 6 && isNamePart(prose, tokens, to, from) && (to === from || goesOn(prose, tokens, to))) to++;
  return cut(prose, tokens, from, to);
}

/** Somebody and the letters in brackets after the name: "Mrs Plowright (JP, special needs lead)". Token `i` is the letters. */
export function initialled({ prose, tokens }: { readonly prose: string; readonly tokens: Tokens }, i: number): { readonly name: NameRun; readonly letters: string } | null {
  if (i < 1 || tokens.forms[i].length !== 2 || !/\(\p{Lu}\p{Lu}, +\p{Ll}/u.test(prose.slice(tokens.ends[i - 1], tokens.ends[i] + 4))) return null;
  const letters = prose.slice(tokens.starts[i], tokens.ends[i]);
  const name = nameBefore(prose, tokens, i);
  const parts = name?.name.split(' ') ?? [];
  // Of "Independent Chair (IC, who …)" each word is no part of a name.
  return name && parts.length === 2 && parts[1][0] === letters[1] && (name.titled || parts[0][0] === letters[0]) ? { name, letters } : null;
}

/** The name that ends before token `to` (its `'s` left out), or null. */
export function nameBefore(prose: string, tokens: Tokens, to: number): NameRun | null {
  const end = to > 1 && tokens.forms[to - 1] === "'s" ? to - 1 : to;
  let from = end;
  while (from > 0 && from > end - 6 && isNamePart(prose, tokens, from - 1, -1) && (from === end || goesOn(prose, tokens, from))) from--;
  return cut(prose, tokens, from, end);
}

function isNamePart(prose: string, tokens: Tokens, i: number, first: number): boolean {
  const form = tokens.forms[i];
  if (!isCapital(prose, tokens.starts[i])) return i !== first && (PARTICLES.has(form) || isHyphened(prose, tokens, i));
  return !NOT_NAMES.has(form) && (TITLES.has(form) || !isLexical(form));
}

/** A word of the lexicon that stands alone ("Mum", "Teacher"), so not part of a name. */
function isLexical(form: string): boolean {
  return ENDS_OF_ROLES.has(form) || (LEXICON.get(form)?.some((entry) => entry.forms.length === 1) ?? false);
}

const ENDS_OF_ROLES = new Set([...LEXICON.values()].flat().filter((entry) => entry.sort !== 'nobody').map((entry) => entry.forms[entry.forms.length - 1]).filter((form) => form !== "'s"));

/** The "ji" of "Eun-ji". */
export function isHyphened(prose: string, tokens: Tokens, i: number): boolean {
  return i > 0 && tokens.ends[i - 1] === tokens.starts[i] - 1 && HYPHEN.test(prose[tokens.starts[i] - 1]) && isCapital(prose, tokens.starts[i - 1]) && !NOT_NAMES.has(tokens.forms[i - 1]);
}

const HYPHEN = /[-‐‑]/;

/** White space or a hyphen, or the full stop of an initial, stands before token `i`. */
function goesOn(prose: string, tokens: Tokens, i: number): boolean {
  const gap = prose.slice(tokens.ends[i - 1], tokens.starts[i]);
  return /^(?:[ \u00a0\u2060]{1,3}|[-‐‑])$/u.test(gap) || (/^\. ?$/u.test(gap) && (tokens.forms[i - 1].length === 1 || TITLES.has(tokens.forms[i - 1])));
}

function cut(prose: string, tokens: Tokens, start: number, end: number): NameRun | null {
  let from = start;
  let to = end;
  while (from < to && !isCapital(prose, tokens.starts[from])) from++;
  while (to > from && !isCapital(prose, tokens.starts[to - 1]) && !isHyphened(prose, tokens, to - 1)) to--;
  const titled = from < to && TITLES.has(tokens.forms[from]);
  const body = titled ? from + 1 : from;
  if (body >= to) return null;
  const name = prose.slice(tokens.starts[from], tokens.ends[to - 1]).replace(/\u2060/gu, '').replace(/\s+/gu, ' ');
  const spoken = prose.slice(tokens.starts[body], tokens.ends[to - 1]);
  // "HV", "S-L": letters alone are an abbreviation until something better shows whose.
  if (spoken === spoken.toUpperCase()) return null;
  return { from, to, name, titled, words: spoken.trim().split(/[\s\u2060]+/u).length };
}
