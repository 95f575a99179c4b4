/**
 * Putting a rule into an alongside.yml as text, so that everything else in the file stays as somebody wrote it.
 */
import { treeOf } from '../yaml/tree.js';

/** What a new rule says; phrases and sentences one a line. */
export interface NewRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly entries: readonly NewEntry[];
  /** Phrases which, over a match, clear it. */
  readonly unless?: readonly string[];
  readonly raise: readonly string[];
  readonly leave: readonly string[];
}

export interface NewEntry {
  readonly avoid: readonly string[];
  readonly answer: 'ask' | 'try' | 'replace';
  readonly text: string;
}

/** A rule as YAML, each line without the indentation of the place it goes to. */
export function ruleLines({ id, title, why, entries, unless = [], raise, leave }: NewRule): readonly string[] {
  const block = (lines: readonly string[], pad: string): readonly string[] => lines.map((line) => pad + line);
  return [
    `${id}:`,
    `  title: ${scalar(title)}`,
    `  why: ${scalar(why)}`,
    '  entries:',
    ...entries.flatMap(({ avoid, answer, text }) => ['    - avoid: |', ...block(avoid, '        '), `      ${answer}: ${scalar(text)}`]),
    ...(unless.length > 0 ? ['  unless: |', ...block(unless, '    ')] : []),
    '  examples:',
    '    raise: |',
    ...block(raise, '      '),
    '    leave: |',
    ...block(leave, '      '),
  ];
}

/** The file with the rule at the end of its rules; null where they stand in braces, which only a person can undo. */
export function withRule(text: string, rule: NewRule): string | null {
  const place = placeForRule(text);
  return place && `${text.slice(0, place.at)}${place.before}${ruleLines(rule).map((line) => `${' '.repeat(place.indent)}${line}\n`).join('')}${text.slice(place.at)}`;
}

/** Where the next rule goes: an offset into the text, what has to stand before the rule there, and how far the rule is indented. Null where rules stand in braces, or something else does. */
export function placeForRule(text: string): { readonly at: number; readonly before: string; readonly indent: number } | null {
  const rules = treeOf(text, 'rulebook').find(({ known }) => known?.shape.is === 'rules');
  const after = (offset: number): { readonly at: number; readonly before: string } => {
    const stop = text[offset - 1] === '\n' ? offset : text.indexOf('\n', offset) + 1;
    return stop > 0 ? { at: stop, before: '' } : { at: text.length, before: '\n' };
  };
  if (!rules) {
    const { at, before } = after(text.length);
    return { at, before: `${at === 0 ? '' : before}${text.trim() === '' || text.endsWith('\n\n') ? '' : '\n'}rules:\n`, indent: 2 };
  }
  const last = rules.fields.at(-1);
  const isEmpty = rules.items.every((item) => item.text === '') && rules.entries.length === 0 && /^:[^\S\n]*(?:#.*)?$/m.test(text.slice(rules.key.end).split('\n')[0]);
  if (!last) return isEmpty ? { ...after(rules.key.end), indent: 2 } : null;
  const start = text.lastIndexOf('\n', last.key.start - 1) + 1;
  return text.slice(start, last.key.start).trim() === '' ? { ...after(last.end), indent: last.key.start - start } : null;
}

/** Text that YAML would take for something else is quoted. */
function scalar(text: string): string {
  return text === '' || /^[\s\-?:,[\]{}#&*!|>'"%@`]|: |:$| #|\s$/.test(text) ? `"${text.replace(/[\\"]/g, '\\$&')}"` : text;
}
