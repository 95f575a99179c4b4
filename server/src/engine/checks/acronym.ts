/**
 * Acronyms that a family may not know, where a block first uses them. What the letters mean is data, in the rule
 * file. It reads one block and does not know whether an earlier one used or explained an acronym.
 */
import type { CheckSpec } from '../rule.js';
import { tokenize, type Tokens } from '../tokens.js';
import { explainedAcronyms } from './acronym-explained.js';
import type { BlockCheck } from './index.js';

/** What letters stand for. Several readings are parted by ` / ` in `full`. */
export interface Acronym {
  readonly full: string;
  readonly plain: string;
}

/** The rule file's data, ready for use. All keys and set members are in `keyOf` form, but for `everyday`. */
export interface AcronymSpec {
  readonly glossary: ReadonlyMap<string, Acronym>;
  /** As written: acronyms that everybody knows. */
  readonly everyday: ReadonlySet<string>;
  /** Glossary entries that another rule raises, or that mean something else too often; explained, never raised. */
  readonly silent: ReadonlySet<string>;
  /** Glossary entries with one reading, which may be written out. */
  readonly expand: ReadonlySet<string>;
  /** Words which, standing next, give the letters another sense: DNA test. */
  readonly notBefore: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words people write in capitals to be heard: NOT, MUST. Lower case. */
  readonly shouted: ReadonlySet<string>;
  /** Full forms by their first word: the words that follow it, and the acronyms they stand for. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
}

export interface Reading {
  readonly words: readonly string[];
  readonly acronym: string;
}

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
    const explained = explainedAcronyms(content.prose, decoded, tokens);
    const found = findAcronyms(content.prose, tokens, decoded).filter(({ acronym }) => !explained.has(acronym));
    return {
      raised: found.map((one) => ({
        start: one.start,
        end: one.end,
        message: acronymMessage(content.prose.slice(one.start, one.end), one.entry),
        term: one.acronym,
        replacements: expansion(content.prose, one, decoded),
      })),
      explains: [...explained],
    };
  };
}

/** Every acronym of one block that could be raised, in order; explanations are not looked at. */
export function findAcronyms(prose: string, tokens: Tokens, spec: AcronymSpec): readonly FoundAcronym[] {
  const found: FoundAcronym[] = [];
  ACRONYM.lastIndex = 0;
  for (let match = ACRONYM.exec(prose); match; match = ACRONYM.exec(prose)) {
    const written = match[1] ?? match[0];
    const start = match.index;
    const key = keyOf(written);
    const entry = spec.glossary.get(key) ?? null;
    const one = { start, end: start + written.length, acronym: key, entry };
    if (spec.everyday.has(written) || spec.everyday.has(written.replace(/s$/, '')) || spec.silent.has(key)) continue;
    if (entry ? !capitals(written) || spec.notBefore.get(key)?.has(wordAfter(prose, one.end)) : !unknownAcronym(prose, one, written, spec)) continue;
    if (shoutedLine(prose, start, spec) || (shouldBeWord(key, spec) && besideCapitals(prose, one)) || insideName(prose, one)) continue;
    found.push(one);
  }
  return tokens.count === 0 ? [] : found;
}

/** The data of a rule file's `check:`; what is missing or of the wrong form is read as empty. Never throws. */
export function decodeAcronymSpec(check: CheckSpec): AcronymSpec {
  const glossary = new Map<string, Acronym>();
  for (const [written, meaning] of pairs(check['glossary'])) {
    const bar = meaning.indexOf('|');
    glossary.set(keyOf(written), { full: (bar < 0 ? meaning : meaning.slice(0, bar)).trim(), plain: bar < 0 ? '' : meaning.slice(bar + 1).trim() });
  }
  const readings = new Map<string, Reading[]>();
  for (const [acronym, { full }] of glossary) {
    // Where there are two readings, one of them standing in the note does not say which is meant.
    if (!full.includes(' / ')) {
      const forms = tokenize(full.replace(/\([^)]*\)/g, ' ')).forms;
      if (forms.length > 1) readings.set(forms[0], [...(readings.get(forms[0]) ?? []), { words: forms, acronym }]);
    }
  }
  const keys = (value: CheckSpec[string] | undefined): ReadonlySet<string> => new Set(words(value).map(keyOf));
  return {
    glossary,
    everyday: new Set(words(check['everyday'])),
    silent: keys(check['silent']),
    expand: keys(check['expand']),
    notBefore: new Map(pairs(check['not-before']).map(([written, next]) => [keyOf(written), new Set(words(next))])),
    shouted: new Set(words(check['shouted']).map((word) => word.toLowerCase())),
    readings,
  };
}

/** What the finding says: what the letters stand for, and what would help somebody who does not know them. */
export function acronymMessage(written: string, entry: Acronym | null): string {
  if (!entry) return `“${written}” may be a puzzle to the family. What do the letters stand for? Say it in full the first time, or in plain words.`;
  if (entry.full.includes(' / ')) return `“${written}” can be read as ${entry.full.split(' / ').join(' or ')}. Which is meant? Say it in full the first time.`;
  const plain = entry.plain === '' || entry.plain.toLowerCase() === entry.full.toLowerCase() ? '' : `, or in plain words: ${entry.plain}`;
  return `“${written}” stands for “${entry.full}”, which a parent or child may not know. Say it in full the first time${plain}.`;
}

/** One form for the ways an acronym is written: `LACs`, `CiN`, `s.47`, `S 47`, `NFA'd`. */
export function keyOf(written: string): string {
  const bare = written.replace(/['’](?:s|d)$/u, '').replace(/[\s.\u2060]/gu, '');
  return (/^[\p{Lu}&/\d-]{2,}s$/u.test(bare) ? bare.slice(0, -1) : bare).toUpperCase();
}

// Letters with at least two capitals (LAC, LACs, DfE, SENCo); joined by & or / (C&F, T/C); a section of an Act (s47, S.20).
const ACRONYM = /(?<![\p{L}\p{N}_@#&/.’'\uFFFC£-])((?:[Ss]\.? ?(?:7|17|20|31|37|47)(?![\d%:/.]\d|\d))|(?:[TFHA]\/[CUV])|w\/c|\p{Lu}&\p{Lu}|\p{Lu}[\p{L}\u2060]{0,6}\p{Lu}\p{Ll}?[\d]{0,2}(?:s)?|STRAT|Misper|MISPER)(?:['’](?:s|d))?(?![\p{L}\p{N}_@&])/gu;

function capitals(written: string): boolean {
  return /^(?:[Ss]\.? ?\d|w\/c)/.test(written) || (written.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

const ROMAN = /^[IVXLC]+$/;
const VOWEL = /[AEIOUY]/;

/** Whether letters the glossary does not have are an acronym beyond doubt: three to six, and no word one could say. */
function unknownAcronym(prose: string, at: FoundAcronym, written: string, spec: AcronymSpec): boolean {
  const letters = written.replace(/s$/, '');
  if (!/^[A-Z]{3,6}$/.test(letters) || ROMAN.test(letters) || spec.shouted.has(letters.toLowerCase())) return false;
  if (!/[^AEIOUY]{4}/.test(letters) && !/^[^AEIOUY]{3}/.test(letters) && VOWEL.test(letters) && !/[^AEIOUY]{3}$/.test(letters)) return false;
  return !/[\d:#]\s?-?$/.test(prose.slice(Math.max(0, at.start - 2), at.start)) && !/^[\s/-]?\d/.test(prose.slice(at.end, at.end + 2)) && !initialsOf(letters, prose);
}

/** Whether some run of capitalised words in the block has these initials: Tomasz Jan Kowal, TJK. */
function initialsOf(letters: string, prose: string): boolean {
  const initials = [...prose.matchAll(/(?<![\p{L}\p{M}])(\p{Lu})\p{Ll}/gu)].map((match) => match[1]).join('');
  return initials.includes(letters);
}

function shouldBeWord(key: string, spec: AcronymSpec): boolean {
  return spec.shouted.has(key.toLowerCase());
}

/** A line of capitals is a shout or a title, not a row of acronyms. */
function shoutedLine(prose: string, at: number, spec: AcronymSpec): boolean {
  const from = prose.lastIndexOf('\n', at) + 1;
  const end = prose.indexOf('\n', at);
  const line = prose.slice(from, end < 0 ? prose.length : end).match(/\p{L}{2,}/gu) ?? [];
  const loud = line.filter((word) => word === word.toUpperCase());
  return loud.filter((word) => !spec.glossary.has(keyOf(word)) && !spec.everyday.has(word)).length >= 2 && loud.length * 2 > line.length;
}

function besideCapitals(prose: string, { start, end }: FoundAcronym): boolean {
  return /\p{Lu}{2,}\W{1,2}$/u.test(prose.slice(Math.max(0, start - 12), start)) || /^\W{1,2}\p{Lu}{2}/u.test(prose.slice(end, end + 5));
}

/** Part of a reference, a postcode, a file or a web address: LS9 8AB, ref CSE-104. */
function insideName(prose: string, { start, end }: FoundAcronym): boolean {
  return /^-\d|^\.\p{L}|^\/\p{L}{2,}\.|^:\/\//u.test(prose.slice(end, end + 12)) || /(?:\bref(?:erence)?\.?|\bno\.?|[#/\\])\s?$/iu.test(prose.slice(Math.max(0, start - 10), start));
}

function wordAfter(prose: string, end: number): string {
  return /^['’]?s?[\s-]+([\p{L}]+)/u.exec(prose.slice(end, end + 40))?.[1].toLowerCase() ?? '';
}

/** `Independent Reviewing Officer (IRO)`, where that cannot go wrong: one reading, singular, not a possessive. */
function expansion(prose: string, one: FoundAcronym, spec: AcronymSpec): readonly string[] {
  const written = prose.slice(one.start, one.end);
  if (!one.entry || !spec.expand.has(one.acronym) || written !== written.toUpperCase() || /^['’]|^-/u.test(prose.slice(one.end))) return [];
  return [`${one.entry.full} (${written})`];
}

function words(value: CheckSpec[string] | undefined): readonly string[] {
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : '';
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** Lines of the form `IRO: Independent Reviewing Officer | person who checks the plan`, or a map. */
function pairs(value: CheckSpec[string] | undefined): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  const lines = typeof value === 'string' ? value.split('\n') : Array.isArray(value) ? (value as readonly string[]) : null;
  if (!lines) return Object.entries(value as Readonly<Record<string, string>>);
  return lines.map((line) => [line, line.indexOf(': ')] as const).filter(([, colon]) => colon > 0).map(([line, colon]) => [line.slice(0, colon).trim(), line.slice(colon + 2).trim()]);
}
