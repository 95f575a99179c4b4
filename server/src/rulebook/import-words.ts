/**
 * Other tools' word lists → rules with examples to fill in: a table of comma-separated values (words, what to write
 * instead), or a Vale style (`substitution`, `existence`). What cannot be said in phrases is left out, and told.
 */
import { isProblem, parsePhrase } from '../engine/phrases/phrase.js';
import { lostFact } from './facts.js';
import { formsOf } from '../engine/words/inflect.js';
import { samplesOf } from './samples.js';
import type { NewEntry, NewRule } from './write-rule.js';
import { openYaml, type YamlFile, type YamlNode } from './yaml.js';

export interface Imported {
  readonly rule: NewRule | null;
  readonly taken: number;
  /** What was left out: the words, and why. */
  readonly left: readonly { readonly words: string; readonly why: string }[];
}

/** One line of a list: what to avoid, and what to write instead where the list says. */
interface Pair {
  readonly words: string;
  readonly instead: string;
}

/** `id` is of the rule that is made. Total: a list in which nothing can be used has no rule. */
export function importWords(path: string, text: string, id: string): Imported {
  const isVale = /\.ya?ml$/.test(path);
  const read = isVale ? valePairs(openYaml(path, text)) : { pairs: csvPairs(text), message: '', left: [] };
  const left = [...read.left];
  const entries = new Map<string, { entry: Omit<NewEntry, 'avoid'>; avoid: string[] }>();
  for (const { words, instead } of read.pairs) {
    const phrase = isVale ? fromPattern(words) : words;
    const problem = phrase === null ? 'it is a pattern, and phrases are words' : problemOf(phrase);
    if (phrase === null || problem) {
      left.push({ words, why: problem ?? '' });
      continue;
    }
    const entry = answerFor(phrase, instead, read.message);
    const key = `${entry.answer} ${entry.text}`;
    const known = entries.get(key) ?? { entry, avoid: [] };
    if (!known.avoid.includes(phrase)) known.avoid.push(phrase);
    entries.set(key, known);
  }
  const all = [...entries.values()].map(({ entry, avoid }) => ({ ...entry, avoid }));
  const taken = all.reduce((sum, { avoid }) => sum + avoid.length, 0);
  const rule: NewRule | null = taken === 0 ? null : {
    id,
    title: 'Words we have agreed to leave',
    why: 'Say here in a sentence what these words do to a family or a reader.',
    entries: all,
    raise: all.map(({ avoid: [phrase] }) => `They said [[${/[(|?/{[.…^]/.test(phrase) ? samplesOf(phrase, {})[0] ?? phrase : phrase}]].`),
    leave: ['A sentence with one of these words that should be left alone.'],
  };
  return { rule, taken, left };
}

/** A wording that would lose a fact, or none at all, becomes a question; several become an idea, for the writer to choose. */
function answerFor(phrase: string, instead: string, message: string): Omit<NewEntry, 'avoid'> {
  if (instead === '') return { answer: 'ask', text: message || 'What could be written instead?' };
  const several = instead.split(/;\s*|\s+\/\s+|\n/).filter((one) => one.trim() !== '');
  if (several.length > 1) return { answer: 'try', text: several.map((one) => one.trim()).join(', or ') };
  const lost = lostFact(phrase, instead);
  return lost ? { answer: 'ask', text: `Could it say “${instead}”, and still say ${lost.word}?` } : { answer: 'replace', text: instead };
}

function problemOf(phrase: string): string | null {
  const read = parsePhrase(phrase);
  return isProblem(read) ? read.problem : null;
}

/** A Vale token that is words with plain choices → a phrase; null where it is more of a pattern than that. */
function fromPattern(pattern: string): string | null {
  const plain = withoutEndings(pattern.replace(/\\b|\^|\$/g, '').replace(/\(\?:/g, '(').replace(/\[(?:(\p{L})(\p{L}))\]/gu, (both, one: string, other: string) => (one.toLowerCase() === other.toLowerCase() ? one : both))).replace(/\[(?: -|- )\]\??|\\s\+?/g, ' ').replace(/\\([-'.])/g, '$1').trim();
  // What is optional is whole words here, never an ending.
  return plain === '' || /[\\[\]{}*+^$]|[\p{L}]\(|\)[\p{L}]|[\p{L}]\?|\(\?/u.test(plain) ? null : plain;
}

/** `refus(es|ed|ing)` → `refuse`, where that word has all those forms. */
function withoutEndings(pattern: string): string {
  return pattern.replace(/(\p{L}+)(?:\(([\p{L}|]+)\)\??|(s)\?)(?!\p{L})/gu, (whole, stem: string, several: string | undefined, one: string | undefined) => {
    const forms = (several ?? one ?? '').split('|').map((ending) => stem + ending);
    const found = [stem, `${stem}e`, `${stem}y`].find((base) => forms.every((form) => form === base || formsOf(base.toLowerCase()).includes(form.toLowerCase())));
    return found ?? whole;
  });
}

function valePairs(yaml: YamlFile): { pairs: readonly Pair[]; message: string; left: readonly { words: string; why: string }[] } {
  const fields = new Map(yaml.fields(yaml.root, 'a Vale style', null).map(({ key, value }) => [key.text, value]));
  const text = (key: string): string => (fields.has(key) ? yaml.text(fields.get(key) ?? null, key)?.text ?? '' : '');
  const kind = text('extends');
  const list = (key: string): readonly string[] => (fields.has(key) ? yaml.lines(fields.get(key) ?? null, key).map((line) => line.text) : []);
  const swaps = (node: YamlNode | null): readonly Pair[] => yaml.fields(node, 'swap', null).map(({ key, value }) => ({ words: key.text, instead: firstOf(yaml.text(value, key.text)?.text ?? '') }));
  const unread = (): readonly { words: string; why: string }[] => [...yaml.problems.map(({ line, message: why }) => ({ words: `line ${line}`, why })), ...list('exceptions').map((words) => ({ words, why: 'an exception: write it under “unless” in the rule' }))];
  const message = text('message').replace(/['"]?%s['"]?/g, 'this');
  const pairs = kind === 'substitution' ? swaps(fields.get('swap') ?? null) : kind === 'existence' ? [...list('tokens'), ...list('raw')].map((words) => ({ words, instead: '' })) : null;
  if (pairs) return { pairs, message, left: unread() };
  return { pairs: [], message, left: [{ words: kind || yaml.file, why: yaml.problems[0]?.message ?? 'only “substitution” and “existence” styles are lists of words' }] };
}

/** Vale parts several wordings with “|”; one is offered. */
function firstOf(wordings: string): string {
  return wordings.split('|')[0].trim();
}

/** Words in the first column, what to write instead in the second; a line of headings is passed over. */
function csvPairs(text: string): readonly Pair[] {
  return csvRows(text.replace(/^\uFEFF/, ''))
    .flatMap(([words = '', instead = '']) => (words.trim() === '' ? [''] : phrasesIn(words)).map((phrase) => ({ words: phrase, instead: instead.trim() })))
    .filter(({ words }, index) => words !== '' && !(index === 0 && /^(?:word|words|term|phrase|avoid|instead of|don['’]t say)$/i.test(words)));
}

/** A cell as people fill it: several phrases with commas or slashes between them, quotation marks, a full stop. */
function phrasesIn(cell: string): readonly string[] {
  return cell.split(/,\s+|;\s*|\s+\/\s+|\n/).map((phrase) => phrase.trim()).filter((phrase) => phrase !== '').map((phrase) => phrase.replace(/^["'“‘]+|["'”’.!?:]+$/gu, '').trim() || phrase);
}

/** Commas, semicolons or tabs part cells; a cell in double quotes may hold them, and quotes doubled. */
function csvRows(text: string): readonly (readonly string[])[] {
  const separator = /[\t;,]/.exec(text.split('\n')[0].replace(/"[^"]*"/g, ''))?.[0] ?? ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === '"' && text[at + 1] === '"') { cell += '"'; at++; }
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && (sign === separator || sign === '\n')) {
      rows[rows.length - 1].push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows[rows.length - 1].push(cell);
  return rows;
}
