/**
 * Putting a rule into an alongside.yml as text, so that everything else in the file stays as somebody wrote it.
 */
import { treeOf } from './tree.js';

/** What a new rule says; phrases and sentences one a line. */
export interface NewRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly entries: readonly NewEntry[];
  readonly raise: readonly string[];
  readonly leave: readonly string[];
}

export interface NewEntry {
  readonly avoid: readonly string[];
  readonly answer: 'ask' | 'try' | 'replace';
  readonly text: string;
}

/** A rule as YAML, each line without the indentation of the place it goes to. */
export function ruleLines({ id, title, why, entries, raise, leave }: NewRule): readonly string[] {
  const block = (lines: readonly string[], pad: string): readonly string[] => lines.map((line) => pad + line);
  return [
    `${id}:`,
    `  title: ${scalar(title)}`,
    `  why: ${scalar(why)}`,
    '  entries:',
    ...entries.flatMap(({ avoid, answer, text }) => ['    - avoid: |', ...block(avoid, '        '), `      ${answer}: ${scalar(text)}`]),
    '  examples:',
    '    raise: |',
    ...block(raise, '      '),
    '    leave: |',
    ...block(leave, '      '),
  ];
}

/** The file with the rule at the end of its rules; null where they stand in braces, which only a person can undo. */
export function withRule(text: string, rule: NewRule): string | null {
  const source = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const rules = treeOf(source, 'rulebook').find(({ known }) => known?.shape.is === 'rules');
  const indented = (spaces: number): string => ruleLines(rule).map((line) => `${' '.repeat(spaces)}${line}\n`).join('');
  if (!rules) return `${source}${source.trim() === '' || source.endsWith('\n\n') ? '' : '\n'}rules:\n${indented(2)}`;
  const lineEnd = (at: number): number => (source[at - 1] === '\n' ? at : source.indexOf('\n', at) + 1);
  const last = rules.fields.at(-1);
  if (!last) return source.slice(rules.key.end, source.indexOf('\n', rules.key.end)).includes('{') ? null : `${source.slice(0, lineEnd(rules.key.end))}${indented(2)}${source.slice(lineEnd(rules.key.end))}`;
  const start = source.lastIndexOf('\n', last.key.start - 1) + 1;
  if (source.slice(start, last.key.start).trim() !== '') return null;
  const at = lineEnd(last.end);
  return `${source.slice(0, at)}${indented(last.key.start - start)}${source.slice(at)}`;
}

/** Text that YAML would take for something else is quoted. */
function scalar(text: string): string {
  return text === '' || /^[\s\-?:,[\]{}#&*!|>'"%@`]|: |:$| #|\s$/.test(text) ? `"${text.replace(/[\\"]/g, '\\$&')}"` : text;
}
