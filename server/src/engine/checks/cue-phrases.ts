/**
 * Short cue phrases from a rule file, found in words: a base form stands for all its inflections, `(a|b)` for one of
 * these, `word?` for an optional word. It does not know people, gaps or what a cue is a sign of (the phrase language
 * proper is compiled for the whole rule set, and only for what is underlined).
 */
import { formsOf as inflectionsOf } from '../words/inflect.js';
import type { CheckSpec } from '../rule.js';
import { ofToken, tableOf, type ByWord } from '../words/by-word.js';
import { STOP, tokenize, type Tokens } from '../words/tokens.js';

/** Phrases by each form that may open them, longest first. */
export type Cues = ByWord<readonly Cue[]>;

/** Reads the value of a key. Never throws; a key that is not there holds no cues. */
export type CueReader = (value: CheckSpec[string] | undefined) => Cues;

/** What may stand at each place. Only the first is inflected at once: most phrases are never tried further. */
type Cue = readonly Place[];
type Place = () => ReadonlySet<string>;

/** Reads the keys of one check, whose words are inflected already where the check comes with the packs that ship. */
export function cueReader(spec: CheckSpec): CueReader {
  const places = placeMaker(formsOf(spec));
  return (value) => cuesOf(value, places);
}

/** The same check with the inflections of all words of its lists. It takes long, and is done when the packs are built. */
export function inflected(spec: CheckSpec): CheckSpec {
  return withLines(spec, (word) => [word, ...inflectionsOf(word).filter((form) => form !== word).map((form) => (form.startsWith(word) ? `+${form.slice(word.length)}` : form))].join(' '));
}

/** The lines that `inflected` has put into a check. */
export function formsOf(spec: CheckSpec): readonly string[] {
  return typeof spec[FORMS] === 'string' ? spec[FORMS].split('\n') : [];
}

/** A check whose lines `withForms` can put back. */
export function withoutForms(spec: CheckSpec): CheckSpec {
  return typeof spec[FORMS] === 'string' ? { ...spec, [FORMS]: '' } : spec;
}

/** The same check as `inflected` gives it, by lines that several checks share. */
export function withForms(spec: CheckSpec, lines: ReadonlyMap<string, string>): CheckSpec {
  return spec[FORMS] === '' ? withLines({ ...spec, [FORMS]: '' }, (word) => lines.get(word) ?? word) : spec;
}

function withLines(spec: CheckSpec, lineOf: (word: string) => string): CheckSpec {
  const written = new Set(listsIn(spec).flatMap((line) => line.split(/[\s()|]+/)).filter((word) => !word.endsWith('/exact')));
  const words = new Set([...written].flatMap((word) => tokenize(word.replace(/\?$/, '')).forms));
  return words.size === 0 ? spec : { ...spec, [FORMS]: [...words].sort().map(lineOf).join('\n') };
}

/** A line for each word: itself, then its other forms, `+s` for the word with an "s" behind it. */
const FORMS = 'forms';

function listsIn(value: CheckSpec | CheckSpec[string]): readonly string[] {
  // On one line only a choice of words is a list; the rest is what the check says.
  if (typeof value === 'string') return value.includes('|') ? [value] : [];
  return Array.isArray(value) ? (value as readonly string[]) : Object.values(value).flatMap(listsIn);
}

function cuesOf(value: CheckSpec[string] | undefined, places: MakePlace): Cues {
  const cues = new Map<string, Cue[]>();
  for (const phrase of linesOf(value)) {
    for (const cue of variants(phrase, places)) {
      for (const first of cue[0]()) {
        const same = cues.get(first);
        if (same) same.push(cue);
        else cues.set(first, [cue]);
      }
    }
  }
  for (const same of cues.values()) if (same.length > 1) same.sort((a, b) => b.length - a.length);
  return tableOf(cues);
}

/** Whether a cue may begin with this form. */
export function mayOpen({ byForm }: Cues, form: string): boolean {
  return byForm.has(form);
}

/** Token index at which the longest cue that begins at token `at` ends, exclusive; 0 where none does. */
export function cueAt(cues: Cues, tokens: Tokens, at: number): number {
  const opened = ofToken(cues, tokens, at);
  if (opened === undefined) return 0;
  const { forms, gaps } = tokens;
  for (const cue of opened) {
    let k = 1;
    while (k < cue.length && gaps[at + k] !== STOP && cue[k]().has(forms[at + k])) k++;
    if (k === cue.length) return at + k;
  }
  return 0;
}

/** Index of the first token from `from`, before `to`, at which a cue begins, or -1. */
export function findCue(cues: Cues, tokens: Tokens, from = 0, to = tokens.count): number {
  for (let at = from; at < to; at++) if (cueAt(cues, tokens, at) > 0) return at;
  return -1;
}

/** Index of the last token from `from`, before `to`, at which a cue begins, or -1. */
export function lastCue(cues: Cues, tokens: Tokens, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (cueAt(cues, tokens, at) > 0) return at;
  return -1;
}

/** The lines of a key, however it was written. */
export function linesOf(value: CheckSpec[string] | undefined): readonly string[] {
  const lines = typeof value === 'string' ? value.split('\n') : Array.isArray(value) ? (value as readonly string[]) : [];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** A text key: one line, or none. */
export function textOf(value: CheckSpec[string] | undefined): string {
  return linesOf(value).join(' ');
}

/** More optional words than this are read as required, so that a line stays a handful of phrases. */
const MAX_OPTIONAL = 4;

function variants(phrase: string, placeOf: MakePlace): readonly Cue[] {
  // Most are a few plain words.
  if (/^[a-z ]+$/.test(phrase)) return [formsIn(phrase).map((word) => placeOf([word], 'inflected'))];
  let all: Place[][] = [[]];
  let optional = 0;
  for (const written of phrase.match(/\([^)]*\)\S*|\S+/g) ?? []) {
    const options = optionsOf(written.replace(/\?$/, ''), placeOf).filter((option) => option.length > 0);
    if (options.length === 0) continue;
    const longer = options.flatMap((option) => all.map((cue) => [...cue, ...option]));
    all = written.endsWith('?') && ++optional <= MAX_OPTIONAL ? [...all, ...longer] : longer;
  }
  return all.filter((cue) => cue.length > 0);
}

/** What may stand for one written word: alternatives of one word each share a place, longer ones and contractions have their own. */
function optionsOf(written: string, placeOf: MakePlace): Place[][] {
  const form: Form = written.endsWith('/exact') ? 'exact' : 'inflected';
  const alternatives = written.replace(/[()]/g, '').split('|').map((one): { readonly words: readonly string[]; readonly form: Form } => ({ words: formsIn(one.replace(/\/exact$/, '')), form: one.endsWith('/exact') ? 'exact' : form }));
  const together = (['inflected', 'exact'] as const).flatMap((same) => {
    const short = alternatives.flatMap((one) => (one.form === same && one.words.length === 1 ? one.words : []));
    return short.length > 0 ? [[placeOf(short, same)]] : [];
  });
  return [...together, ...alternatives.filter(({ words }) => words.length > 1).map(({ words, form: own }) => words.map((one) => placeOf([one], own)))];
}

/** The words of a phrase; most are plain, and a space parts them. */
function formsIn(phrase: string): readonly string[] {
  return /^[a-z]+(?: [a-z]+)*$/.test(phrase) && !phrase.includes('cannot') ? phrase.split(' ') : tokenize(phrase).forms;
}

type Form = 'exact' | 'inflected';

type MakePlace = (words: readonly string[], form: Form) => Place;

/** Places of one check; a word that stands in it many times is inflected once, or read from the line that `inflected` has written of it. */
function placeMaker(written: readonly string[]): MakePlace {
  const known = new Map<string, readonly string[]>();
  let lines: ReadonlyMap<string, string> | null = null;
  const forms = (word: string): readonly string[] => {
    const same = known.get(word);
    if (same) return same;
    const line = (lines ??= new Map(written.map((one) => [one.split(' ', 1)[0], one]))).get(word);
    const those = line === undefined ? inflectionsOf(word) : line.split(' ').map((form) => (form.startsWith('+') ? word + form.slice(1) : form));
    known.set(word, those);
    return those;
  };
  return (words, form) => {
    let set: ReadonlySet<string> | null = null;
    return () => (set ??= new Set(form === 'exact' ? words : words.flatMap(forms)));
  };
}
