/**
 * The inflections of single English words: the forms a base word stands for, how an author's word is read, and
 * carrying a form over from one word to another. It does not know sentences, and does not look words up: any
 * word is taken as noun and verb at once, because forms that do not exist are never met in a note.
 * Words come in lower case.
 */
import { baseWords, inflectedInEed, nounsOnly, pluralsInUsOrIs, readAsInflected, uninflected } from './base-words.js';
import { irregularPlurals, irregularVerb, irregularVerbsWith, isIrregularPlural, pastSpelling } from './irregulars.js';
import { edForms, ingForms, regularS } from './regulars.js';
import { type Dialect, inDialect, isAmerican, spellings } from './spelling.js';

/** `s` is the plural and the third person; `past` also stands for a participle that looks like it. */
export type FormKind = 'base' | 's' | 'past' | 'participle' | 'ing';

/** Every form the word stands for in a phrase: a base word for all its inflections, any other for its spellings. */
export function formsOf(word: string): readonly string[] {
  const written = spellings(word);
  if (isBase(word)) return [...new Set([...written, ...written.flatMap((base) => [...formKinds(base).keys()])])];
  const past = pastSpelling(word);
  return past === undefined ? written : [...written, past];
}

/** Whether an author's word is read as a base word, rather than as an inflected form that means itself alone. */
export function isBase(word: string): boolean {
  // Left, found, felt, rose, fell, bound, ground, wound, thought, bit and shot count as inflected: in case notes the
  // past is their commonest reading. Hit, put, set, cut, read, let, cost, hurt and shut are their own past: base.
  if (readAsInflected.has(word)) return false;
  if (baseWords.has(word) || uninflected.has(word)) return true;
  if (isIrregularPlural(word)) return false;
  if (irregularVerbsWith(word).length > 0) return irregularVerb(word) !== undefined;
  if (word.endsWith('eed')) return !inflectedInEed.has(word);
  if (word.endsWith('ed') || word.endsWith('ing')) return !/[aeiouy]/.test(word.replace(/(ed|ing)$/, ''));
  if (!word.endsWith('s') || /ss$/.test(word)) return true;
  return /[a-z](us|is)$/.test(word) && !pluralsInUsOrIs.has(word);
}

/** Every form of a base word, all spellings and variants, with what kind of form it is. */
export function formKinds(base: string): ReadonlyMap<string, FormKind> {
  const kinds = new Map<string, FormKind>();
  const add = (forms: readonly string[], kind: FormKind): void => {
    for (const form of forms) if (!kinds.has(form)) kinds.set(form, kind);
  };
  for (const kind of kindsInOrder) for (const dialect of dialects) add(formsAs(base, kind, dialect), kind);
  return kinds;
}

/** The form of that kind which the dialect prefers; the base where the word has no such form. */
export function inflectLike(base: string, kind: FormKind, dialect: Dialect): string {
  const word = inDialect(base, dialect);
  return formsAs(word, kind, dialect)[0] ?? word;
}

/**
 * The replacement in the form of the matched word: `utilised` of `utilise` makes `use` into `used`. American only
 * where the matched word is. Null where the form is not one of the matched base, or would need the sentence to tell.
 */
export function carryOver(matched: string, matchedBase: string, replacementBase: string): string | null {
  // `told to` stands for itself: "told" there is a past, though the phrase gives no base to measure it by.
  if (!isBase(matchedBase) && spellings(matchedBase).includes(matched)) return null;
  const dialect: Dialect = isAmerican(matched) ? 'american' : 'british';
  const possible = kindsInOrder.filter((kind) => spellings(matchedBase).some((base) =>
    dialects.some((each) => formsAs(base, kind, each).includes(matched))));
  // am, are, was and were differ by person, which no other verb tells.
  if (replacementBase === 'be' && possible.some((kind) => kind === 'base' || kind === 'past')) return null;
  if (possible.includes('s') && !isIrregularPlural(matched) && hasTwoSForms(replacementBase)) return null;
  const carried = new Set(possible.map((kind) => inflectLike(replacementBase, kind, dialect)));
  return carried.size === 1 ? [...carried][0]! : null;
}

const kindsInOrder: readonly FormKind[] = ['base', 's', 'past', 'participle', 'ing'];
const dialects: readonly Dialect[] = ['british', 'american'];

/** Nouns with an irregular plural that are verbs too: men, and "she mans the desk". */
const sometimesVerb: ReadonlySet<string> = new Set(
  'man foot knife wolf focus fish leaf index bus gas quiz dwarf zero'.split(' '));

function hasTwoSForms(base: string): boolean {
  return sometimesVerb.has(base) && !irregularPlurals(base)!.includes(regularS(base));
}

/** The forms of one kind, preferred first; none where the word does not have that kind. */
function formsAs(base: string, kind: FormKind, dialect: Dialect): readonly string[] {
  if (kind === 'base') return base === 'be' ? ['be', 'am', 'are'] : [base];
  if (uninflected.has(base) || !/^[a-z-]{2,}$/.test(base)) return [];
  if (kind === 's') return sForms(base);
  if (!isVerb(base)) return [];
  const irregular = irregularVerb(base);
  if (kind === 'ing') return ingForms(base).map((form) => inDialect(form, dialect));
  if (irregular) return (kind === 'past' ? irregular.past : irregular.participle)[dialect];
  return edForms(base).map((form) => inDialect(form, dialect));
}

/** Short words and initials have a plural at most: SW is not in "swing", HV has no past. */
function isVerb(base: string): boolean {
  return irregularVerb(base) !== undefined || (base.length > 2 && /[aeiouy]/.test(base) && !nounsOnly.has(base)
    && (irregularPlurals(base) === undefined || sometimesVerb.has(base)));
}

function sForms(base: string): readonly string[] {
  const auxiliary = new Map([['be', 'is'], ['have', 'has']]).get(base);
  if (auxiliary !== undefined) return [auxiliary];
  const plurals = irregularPlurals(base);
  if (plurals === undefined) return /[^aeiou]o$/.test(base) ? [regularS(base), base + 'es'] : [regularS(base)];
  return sometimesVerb.has(base) ? [...plurals, regularS(base)] : plurals;
}
