/**
 * Acronyms that a family may not know, where a block first uses them. What the letters mean is data, in the rule
 * file. It reads one block and does not know whether an earlier one used or explained an acronym.
 */
import { areLettersExplained, isMentioned } from '../../explained.js';
import type { People } from '../../people/people.js';
import type { CheckSpec } from '../../rule.js';
import type { Tokens } from '../../words/tokens.js';
import { explainedAcronyms, mayHoldAcronym } from './explained.js';
import { decodeAcronymSpec, keyOf, type Acronym, type AcronymSpec } from './spec.js';
import { beginningWith, type BlockCheck, type BlockResult } from '../block-check.js';

export const ACRONYM_KEYS = ['glossary', 'everyday', 'silent', 'expand', 'shouted', 'not-before'] as const;

/** An acronym in a block. Offsets are into the block's prose; `entry` is null where the glossary has none. */
export interface FoundAcronym {
  readonly start: number;
  readonly end: number;
  /** In `keyOf` form, the same for every way of writing it. */
  readonly acronym: string;
  readonly entry: Acronym | null;
}

/** The check for one rule file's glossary. */
export function acronymCheck(spec: CheckSpec): BlockCheck {
  const decoded = decodeAcronymSpec(spec);
  return (content, tokens) => {
    const all = findAcronyms(content.prose, tokens, decoded);
    const here = all.filter(({ end }) => areLettersExplained(content.prose, end)).map(({ acronym }) => acronym);
    const inFull = explainedAcronyms(content.prose, decoded, tokens);
    const explained = here.length === 0 ? inFull : new Set([...inFull, ...here]);
    if (all.length === 0 && explained.size === 0) return NOTHING;
    const found = all.filter(({ acronym, start }) => !explained.has(acronym) && !isMentioned(content.prose, start));
    return {
      raised: found.map((one) => ({
        start: one.start,
        end: one.end,
        message: acronymMessage(content.prose.slice(one.start, one.end), one.entry),
        term: one.entry ? one.acronym : lettersTerm(one.acronym),
        replacements: expansion(content.prose, one, decoded),
      })),
      // Whoever explains CIN explains the CIN plan, which another rule raises whole.
      explains: [...explained].flatMap((acronym) => [decoded.glossary.has(acronym) ? acronym : lettersTerm(acronym), beginningWith(acronym.toLowerCase())]),
    };
  };
}

/** The terms of letters that stand for somebody: "YH", where Yusra Haddad is named. What the glossary has stays an acronym. */
export function initialsAmong({ names }: People): readonly string[] {
  const terms: string[] = [];
  for (const form of names.keys()) if (form.length <= MOST_INITIALS) terms.push(lettersTerm(form.toUpperCase()));
  return terms;
}

const MOST_INITIALS = 3;

/** Letters of which the glossary knows nothing are counted by themselves. */
function lettersTerm(letters: string): string {
  return `letters ${letters}`;
}

const NOTHING: BlockResult = { raised: [], explains: [] };

/** Every acronym of one block that could be raised, in order; explanations are not looked at. */
export function findAcronyms(prose: string, tokens: Tokens, spec: AcronymSpec): readonly FoundAcronym[] {
  if (tokens.count === 0 || !mayHoldAcronym(prose, tokens)) return [];
  const found: FoundAcronym[] = [];
  const block: BlockFacts = { prose, spec, shouted: new Map(), initials: null };
  ACRONYM.lastIndex = 0;
  for (let match = ACRONYM.exec(prose); match; match = ACRONYM.exec(prose)) {
    const written = match[1] ?? match[0];
    const start = match.index;
    const key = keyIn(spec, written);
    const entry = spec.glossary.get(key) ?? null;
    const one = { start, end: start + written.length, acronym: key, entry };
    if (spec.everyday.has(written) || spec.everyday.has(written.replace(/s$/, '')) || spec.silent.has(key)) continue;
    if (entry ? !capitals(written) || spec.notBefore.get(key)?.has(wordAfter(prose, one.end)) : !unknownAcronym(block, one, written)) continue;
    if (shoutedLine(block, start) || (shouldBeWord(key, spec) && besideCapitals(prose, one)) || insideName(prose, one) || roleOfNamed(prose, one)) continue;
    found.push(one);
  }
  return found;
}

/** What the finding says: what the letters stand for, and what would help somebody who does not know them. */
export function acronymMessage(written: string, entry: Acronym | null): string {
  if (!entry) return `“${written}” may be a puzzle to the family. What do the letters stand for? Say it in full the first time, or in plain words.`;
  if (entry.full.includes(' / ')) return `“${written}” can be read as ${entry.full.split(' / ').join(' or ')}. Which is meant? Say it in full the first time.`;
  const plain = entry.plain === '' || entry.plain.toLowerCase() === entry.full.toLowerCase() ? '' : `, or in plain words: ${entry.plain}`;
  return `“${written}” stands for “${entry.full}”, which a parent or child may not know. Say it in full the first time${plain}.`;
}

// Letters with at least two capitals (LAC, LACs, DfE, SENCo), and verbs made of them (MASHed); joined by & or / (C&F, T/C,
// t/c); a section of an Act (s47, S.20).
// Latin letters only: it runs over every block, and those without Unicode classes run five times as fast.
const ACRONYM = /(?<![\w\u00C0-\u024F@#&.’'\uFFFC£-]|(?<![A-Z]{2})\/)([Ss]\.? ?(?:7|17|18|2[01]|31|37|38|39|44|46|47|76|117|13[56])(?![\d%]|[:/.]\d)|[A-Za-z]\/[A-Za-z](?![\w/])|[A-Z]{1,2}&[A-Z]{1,2}|[A-Z][A-Za-z\u2060]{0,6}[A-Z](?:g?(?:ed|ing)|[a-z])?\d{0,2}s?|Misper)(?:['’](?:e?d|s|ing))?(?![\w\u00C0-\u024F@&])/g;

/** What is asked of a block more than once, worked out once. */
interface BlockFacts {
  readonly prose: string;
  readonly spec: AcronymSpec;
  /** By the start of a line: whether it is written in capitals. */
  readonly shouted: Map<number, boolean>;
  initials: string | null;
}

/** What the glossary has it under, a verb made of it too: "MASHed", "NFAd". */
function keyIn({ glossary }: AcronymSpec, written: string): string {
  const key = keyOf(written);
  if (glossary.has(key)) return key;
  const verb = /^([A-Z]{3,})(?:g?(?:ed|ing)|d)$/.exec(written);
  return verb && glossary.has(verb[1]) ? verb[1] : key;
}

function capitals(written: string): boolean {
  return /^(?:[Ss]\.? ?\d|[A-Za-z]\/[A-Za-z])/.test(written) || (written.match(/[A-ZÀ-ÞĀ-ɏḀ-ỿ]/gu)?.length ?? 0) >= 2;
}

const WORKER = /worker|manager|adviser|visitor|nurse|officer/i;
const ROMAN = /^[IVXLC]+$/;
const VOWEL = /[AEIOUY]/;
// A sound or a shout: GRRR, SHH, STOPPP.
const DRAWN_OUT = /(.)\1\1|^(?:SHH|PSST|GRR|BRR|HMM|TSK)$/;

// Two consonants with which no word begins or ends, nor a name from elsewhere that may stand in capitals: NGOZI, SZYMON.
const NO_WORD_BEGINS = /^(?!B[HLR]|C[HLRZ]|D[HJRWZ]|F[LRJ]|G[BHJLNRW]|H[JR]|JH|K[HLNRVW]|L[HL]|M[BCFHKPVWZ]|N[DGHJKTWZ]|P[FHLRST]|RH|S[CHKLMNPQRTVWZ]|T[CHJLRSWZ]|V[LR]|W[HLR]|XH|Z[BDHLSW])[^AEIOUY]{2}/;
const NO_WORD_ENDS = /(?!B[BST]|C[HKST]|D[DST]|F[FST]|G[GHNS]|H[LMNRST]|K[HKS]|L[BDFKLMNPSTZ]|M[BMNPST]|N[CDGHKNSTXZ]|P[HPST]|R[BCDFGHKLMNPRSTVZ]|S[CHKMPSTZ]|T[HSTZ]|VS|W[DKLNST]|XT|Z[HZ])[^AEIOUY]{2}$/;

// What letters that could be said as a word, ARC or TAMHS, stand before when they name something of ours.
const SERVICE_WORDS: ReadonlySet<string> = new Set([
  'team', 'worker', 'workers', 'assessment', 'referral', 'meeting', 'panel', 'plan', 'form', 'toolkit', 'programme', 'course', 'officer', 'nurse', 'practitioner', 'service', 'pathway', 'conference', 'order', 'funding',
]);

// Two letters may be somebody's initials, and letters that can be said may be a word that is meant to be heard.
const AFTER_ARTICLE = /\b(?:the|an?|his|her|our|their|under|via) $/i;

/** A word that somebody signed, wrote or shouted. */
const SPELT = /\b(?:sign(?:ed|s|ing)|spel(?:t|ls?|led|ling)|wr(?:ote|ites|itten)|shout(?:ed|s|ing)|yelled|typed|texted|printed|reads?|say(?:s|ing)|said|then) $/;

/** Whether letters the glossary does not have are an acronym beyond doubt: they cannot be said, or stand where a thing stands. */
function unknownAcronym(block: BlockFacts, at: FoundAcronym, written: string): boolean {
  const { prose, spec } = block;
  const letters = written.replace(/s$/, '');
  if (!/^[A-Z]{2,6}$/.test(letters) || ROMAN.test(letters) || shouldBeWord(letters, spec) || DRAWN_OUT.test(letters)) return false;
  // CHECKS, GIRLS: many of a thing
  const said = letters.length > 4 ? letters.replace(/S$/, '') : letters;
  const unsayable = letters.length > 2 && (/[^AEIOUY]{4}|^[^AEIOUY]{3}|[^AEIOUY]{3}$/.test(said) || !VOWEL.test(letters) || NO_WORD_BEGINS.test(said) || NO_WORD_ENDS.test(said));
  if (!unsayable && (SPELT.test(prose.slice(Math.max(0, at.start - 14), at.start)) || (at.start === 0 || prose[at.start - 1] === '\n') && (at.end === prose.length || prose[at.end] === '\n'))) return false;
  if (letters.length === 2 && !mayBeInitials(prose, at)) return true;
  const among = letters.length === 3 && amongSmallWords(prose, at);
  const named = SERVICE_WORDS.has(wordAfter(prose, at.end)) || (letters.length < 4 && AFTER_ARTICLE.test(prose.slice(Math.max(0, at.start - 6), at.start)));
  if (!unsayable && !named && !among) return false;
  if (/[\d:#]\s?-?$/.test(prose.slice(Math.max(0, at.start - 3), at.start)) || /^[\s/-]?\d/.test(prose.slice(at.end, at.end + 2))) return false;
  // Somebody's initials: Tomasz Jan Kowal, TJK.
  block.initials ??= [...prose.matchAll(/(?<![A-Za-zÀ-ɏḀ-ỿ\p{M}])([A-ZÀ-ÞĀ-ɏḀ-ỿ])[a-zß-ɏḀ-ỿ]/gu)].map((match) => match[1]).join('');
  return !block.initials.includes(letters);
}

/** Three letters in running text, with no name beside them: "the ASQ was done", and not "LEE, Wen" in the head of a form. */
function amongSmallWords(prose: string, { start, end }: FoundAcronym): boolean {
  return /(?:^|[a-z\d.:;,(] )$/.test(prose.slice(Math.max(0, start - 2), start)) && /^(?:[.;)]|,? [a-z(])/.test(prose.slice(end, end + 3)) && !mayBeInitials(prose, { start, end, acronym: '', entry: null });
}

/** Two letters where a person stands: alone in a cell, the doer of something, after "by" or a dash, or under what they signed. */
function mayBeInitials(prose: string, { start, end }: FoundAcronym): boolean {
  const before = prose.slice(Math.max(0, start - 24), start);
  const after = prose.slice(end, end + 24);
  return (/^\s*(?:\d{1,2}[.)]\s+)?$/.test(prose.slice(0, start)) && /^\s+[–—-]\s/.test(after)) || /^\s*[A-Z]{2,3}(?:\s?[/,&+]\s?[A-Z]{2,3})*\s*$/.test(prose) || (/[.!?]\s+$/.test(before) && /^\.?\s*$/.test(prose.slice(end))) || /^['’]s/.test(after) || /(?:[–—-]|\b(?:by|per)|\b(?:supervisor|worker|manager|author|writer|chair|minutes|notes|signed|initials):) ?$/i.test(before) || /^\s+(?:to|will|has|had|is|was|says|said|asks|asked|feels|felt|thinks|thought|rang|spoke|met|saw|agrees|wants|wonders|notes|fine|[a-z]+ed)\b/.test(after);
}

function shouldBeWord(key: string, spec: AcronymSpec): boolean {
  const word = key.toLowerCase();
  return spec.shouted.has(word) || (word.length > 3 && word.endsWith('s') && spec.shouted.has(word.slice(0, -1)));
}

/** A line of capitals is a shout or a title, not a row of acronyms. */
function shoutedLine({ prose, spec, shouted }: BlockFacts, at: number): boolean {
  const from = prose.lastIndexOf('\n', at) + 1;
  const known = shouted.get(from);
  if (known !== undefined) return known;
  const end = prose.indexOf('\n', at);
  const line = prose.slice(from, end < 0 ? prose.length : end).match(/[A-Za-zÀ-ɏḀ-ỿ]{2,}/gu) ?? [];
  const loud = line.filter((word) => word === word.toUpperCase());
  const shouts = loud.filter((word) => !spec.glossary.has(keyOf(word)) && !spec.everyday.has(word)).length >= 2 && loud.length * 2 > line.length;
  shouted.set(from, shouts);
  return shouts;
}

/** In the same sentence: "RED. MASH rang" is no shout. */
function besideCapitals(prose: string, { start, end }: FoundAcronym): boolean {
  return /[A-ZÀ-ÞĀ-ɏḀ-ỿ]{2,}[^\w.:;!?]{1,2}$/u.test(prose.slice(Math.max(0, start - 12), start)) || /^[^\w.:;!?]{1,2}[A-ZÀ-ÞĀ-ɏḀ-ỿ]{2}/u.test(prose.slice(end, end + 5));
}

/** Part of a reference, a postcode, a file, a web address or a club's name: LS9 8AB, ref CSE-104, Leeds FC. */
function insideName(prose: string, { start, end }: FoundAcronym): boolean {
  return /^-\d|^\.[A-Za-zÀ-ɏḀ-ỿ]|^\/[A-Za-zÀ-ɏḀ-ỿ]{2,}\.|^:\/\//u.test(prose.slice(end, end + 12)) || /(?:\b[Rr][Ee][Ff](?:erence)?\.?|\b[Nn][Oo]\.|#)\s?$|\\$|(?<![A-Z]{2})\/$/u.test(prose.slice(Math.max(0, start - 10), start))
    || (prose.slice(start, end) === 'FC' && /[A-Z][a-z]+ $/.test(prose.slice(Math.max(0, start - 12), start)));
}

/** A worker's role in front of a name, as the head of a form has it: "SW: Lee Fenn". */
function roleOfNamed(prose: string, { end, entry }: FoundAcronym): boolean {
  return entry !== null && WORKER.test(entry.full) && /^: (?:[A-ZÀ-ÞĀ-ɏḀ-ỿ]\.|[A-ZÀ-ÞĀ-ɏḀ-ỿ][a-zß-ɏḀ-ỿ]+) [A-ZÀ-ÞĀ-ɏḀ-ỿ]/u.test(prose.slice(end, end + 40));
}

function wordAfter(prose: string, end: number): string {
  return /^['’]?s?[\s-]+([A-Za-zÀ-ɏḀ-ỿ]+)/u.exec(prose.slice(end, end + 40))?.[1].toLowerCase() ?? '';
}

/** `Independent Reviewing Officer (IRO)`, where that cannot go wrong: one reading, singular, not a possessive. */
function expansion(prose: string, one: FoundAcronym, spec: AcronymSpec): readonly string[] {
  const written = prose.slice(one.start, one.end);
  if (!one.entry || !spec.expand.has(one.acronym) || written !== written.toUpperCase() || /^['’]|^-/u.test(prose.slice(one.end))) return [];
  return [`${one.entry.full} (${written})`];
}
