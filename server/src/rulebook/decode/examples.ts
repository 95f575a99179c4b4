/**
 * The examples of a rule as they are written, and ways to write what is missing in them. They are run elsewhere
 * (laws.ts).
 */
import { EXAMPLES, namesOf } from './keys.js';
import type { Mend } from '../problem.js';
import { samplesOf } from '../advice/samples.js';
import { isMapping, type PlacedText, type YamlField, type YamlFile, type YamlNode } from '../yaml/yaml.js';

export interface WrittenExamples {
  readonly raise: readonly PlacedText[];
  readonly leave: readonly PlacedText[];
}

export interface ExampleWorld {
  /** Whether every key of the rule is known: then what is missing is missing. */
  readonly isWhole: boolean;
  /** A sentence with `[[ ]]` round what the rule finds in it. */
  mark(sentence: string): string;
}

export function decodeExamples(yaml: YamlFile, field: YamlField | undefined, id: PlacedText, mends: readonly Mend[], { isWhole, mark }: ExampleWorld): WrittenExamples {
  const before = yaml.problems.length;
  const examples = readExamples(yaml, field, mark);
  if ((!field && !isWhole) || yaml.problems.length > before) return examples;
  const at = field?.key ?? id;
  const missing = (key: 'raise' | 'leave', what: string): void => yaml.problem(at.offset, `Rule ${id.text} has no “${key}” example: ${what}.`, { length: at.text.length, mends });
  if (examples.raise.length === 0) missing('raise', 'one sentence that should be raised, with [[ ]] round the words');
  if (examples.leave.length === 0) missing('leave', 'one sentence that should be left alone');
  return examples;
}

/** Examples to fill in, put where they belong. */
export function exampleMends(yaml: YamlFile, rule: YamlNode | null, fields: readonly YamlField[], phrase: string | undefined): readonly Mend[] {
  const examples = fields.find(({ key }) => key.text === 'examples');
  const written = examples && isMapping(examples.value) ? examples.value : null;
  const has = (key: string): boolean => written !== null && yaml.source.slice(written.range[0], written.range[1]).includes(`${key}:`);
  const after = examples ? written : rule;
  const first = fields[0];
  if (!after || !first) return [];
  const pad = ' '.repeat(first.key.column - 1);
  const lines = [
    ...(examples ? [] : [`${pad}examples:`]),
    ...(has('raise') ? [] : [`${pad}  raise: |`, `${pad}    They said [[${samplesOf(phrase ?? '', {})[0] ?? 'the words'}]].`]),
    ...(has('leave') ? [] : [`${pad}  leave: |`, `${pad}    A sentence that should be left alone.`]),
  ];
  const end = after.range[1];
  const line = yaml.source[end - 1] === '\n' ? end : end + (/^[^\n]*/.exec(yaml.source.slice(end))?.[0].length ?? 0);
  return [{ title: 'Add examples to fill in', start: line, end: line, text: `${yaml.source[line - 1] === '\n' ? '' : '\n'}${lines.join('\n')}${yaml.source[line - 1] === '\n' ? '\n' : ''}` }];
}

/** Examples as they are written, few or many. */
export function readExamples(yaml: YamlFile, field: YamlField | undefined, mark = (sentence: string): string => sentence): WrittenExamples {
  const fields = field ? yaml.fields(field.value, 'examples', namesOf(EXAMPLES)) : [];
  const lines = (key: string): readonly PlacedText[] => fields.filter((f) => f.key.text === key).flatMap((f) => yaml.lines(f.value, key));
  const [raise, leave] = [lines('raise'), lines('leave')];
  for (const line of raise) if (!/\[\[(?:(?!\[\[).)+?\]\]|«[^«»]+»/.test(line.text)) yaml.problem(line.offset, 'This “raise” example does not mark what should be raised; put two brackets each side of the words: [[ ]].', { length: line.text.length, mends: markMends(line, mark) });
  return { raise, leave };
}

function markMends({ text, offset }: PlacedText, mark: (sentence: string) => string): readonly Mend[] {
  const marked = /^[^[\]]*\[[^[\]]+\][^[\]]*$/.test(text) ? text.replace('[', '[[').replace(']', ']]') : mark(text);
  return marked === text ? [] : [{ title: `Change to “${marked}”`, start: offset, end: offset + text.length, text: marked }];
}
