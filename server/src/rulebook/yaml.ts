/**
 * YAML files with the place of everything in them. Read with the failsafe schema, so every scalar is a string;
 * strict about keys and kinds; aliases are refused, so nothing can explode. It knows nothing of rules.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type ParsedNode } from 'yaml';
import { nearest } from './nearest.js';
import type { Problem } from './problem.js';

export type YamlNode = ParsedNode;

/** A piece of text and where it begins in the file: UTF-16 offset, and line and column from 1. */
export interface PlacedText {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export interface YamlField {
  readonly key: PlacedText;
  readonly value: YamlNode | null;
}

/** One file being read. Every reader answers null or nothing where the value is of the wrong kind, and has said so in `problems`. */
export interface YamlFile {
  readonly file: string;
  readonly root: YamlNode | null;
  readonly problems: Problem[];
  /** Notes a problem at an offset of the file. */
  problem(offset: number, message: string): void;
  /** The fields of a mapping; `what` names it in messages. With `known`, other keys are problems. */
  fields(node: YamlNode | null, what: string, known: readonly string[] | null): readonly YamlField[];
  text(node: YamlNode | null, what: string): PlacedText | null;
  /** Lines of a `|` block, items of a list, or one scalar; empty lines left out. */
  lines(node: YamlNode | null, what: string): readonly PlacedText[];
  oneOf<T extends string>(node: YamlNode | null, what: string, values: readonly T[]): T | null;
  items(node: YamlNode | null, what: string): readonly YamlNode[];
}

const MAX_FILE = 2_000_000;

/** Total: a file that is not YAML at all has a null root and a problem with its place. */
export function openYaml(file: string, source: string): YamlFile {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const placed = (content: string, offset: number): PlacedText => {
    const { line, col } = lines.linePos(offset);
    return { text: content, offset, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problem = (offset: number, message: string): void => {
    const { line, column } = placed('', offset);
    problems.push({ file, line, column, message });
  };
  if (text.length > MAX_FILE) {
    problems.push({ file, line: 1, column: 1, message: `This file is too large for a rules file (over ${MAX_FILE / 1_000_000} million characters).` });
    return reader(file, text, null, problems, problem, placed);
  }
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false, merge: false });
  for (const error of [...document.errors, ...document.warnings]) problem(error.pos[0], yamlMessage(error.code, error.message));
  return reader(file, text, document.errors.length > 0 ? null : document.contents, problems, problem, placed);
}

function reader(file: string, source: string, root: YamlNode | null, problems: Problem[], problem: YamlFile['problem'], placed: (text: string, offset: number) => PlacedText): YamlFile {
  const at = (node: Node | null): number => node?.range?.[0] ?? 0;
  const wrong = (node: YamlNode | null, what: string, wanted: string): void =>
    problem(at(node), node && isAlias(node) ? `${what}: an alias (*) is not read in a rules file; write it out.` : `${what} should be ${wanted}.`);
  const isEmpty = (node: YamlNode | null): boolean => node === null || (isScalar(node) && (node.value === null || node.value === ''));

  return {
    file,
    root,
    problems,
    problem,
    fields(node, what, known) {
      if (isEmpty(node)) return [];
      if (!isMap(node)) {
        wrong(node, what, 'a list of “key: value” lines');
        return [];
      }
      return node.items.flatMap((pair) => {
        const key = pair.key as YamlNode | null;
        if (!isScalar(key) || typeof key.value !== 'string') {
          wrong(key, `A key of ${what}`, 'plain text');
          return [];
        }
        if (known && !known.includes(key.value)) {
          const near = nearest(key.value, known);
          problem(at(key), `Unknown key “${key.value}” in ${what}${near ? `; did you mean “${near}”?` : `. Known keys: ${known.join(', ')}.`}`);
          return [];
        }
        return [{ key: placed(key.value, at(key)), value: pair.value as YamlNode | null }];
      });
    },
    text(node, what) {
      if (isScalar(node) && typeof node.value === 'string') return placed(node.value.trim(), at(node));
      wrong(node, what, 'text');
      return null;
    },
    lines(node, what) {
      if (isScalar(node) && typeof node.value === 'string') return scalarLines(source, node, node.value).map(({ text, offset }) => placed(text, offset));
      if (!isSeq(node)) {
        wrong(node, what, 'lines after “|”, or a list');
        return [];
      }
      return node.items.flatMap((item) => {
        const child = item as YamlNode;
        if (isScalar(child) && typeof child.value === 'string') return [placed(child.value.trim(), at(child))];
        wrong(child, `An item of ${what}`, 'text');
        return [];
      });
    },
    oneOf(node, what, values) {
      const read = this.text(node, what);
      if (!read) return null;
      const found = values.find((value) => value === read.text);
      if (found !== undefined) return found;
      const near = nearest(read.text, values);
      problem(read.offset, `${what} cannot be “${read.text}”${near ? `; did you mean “${near}”?` : ''} It is one of ${values.join(', ')}.`);
      return null;
    },
    items(node, what) {
      if (isSeq(node)) return node.items as YamlNode[];
      wrong(node, what, 'a list, each item after “- ”');
      return [];
    },
  };
}

function scalarLines(source: string, node: YamlNode, value: string): readonly { text: string; offset: number }[] {
  const [start, end] = node.range;
  if (source[start] !== '|') return value.trim() === '' ? [] : [{ text: value.trim(), offset: start }];
  const lines: { text: string; offset: number }[] = [];
  let at = source.indexOf('\n', start) + 1;
  while (at > 0 && at < end) {
    const stop = source.indexOf('\n', at);
    const line = source.slice(at, stop < 0 ? end : stop);
    if (line.trim() !== '') lines.push({ text: line.trim(), offset: at + line.search(/\S/) });
    at = stop + 1;
  }
  return lines;
}

function yamlMessage(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT': return 'A tab stands at the start of this line; YAML is indented with spaces.';
    case 'DUPLICATE_KEY': return 'This key stands here twice; only one can be meant.';
    case 'BAD_ALIAS': return 'An alias (*) is not read in a rules file; write it out.';
    case 'MULTIPLE_DOCS': return 'A rules file holds one document; take out the line “---”.';
    case 'BAD_INDENT': return 'This line is not indented like the ones beside it.';
    default: return /tabs?\b/i.test(message) ? 'A tab stands at the start of this line; YAML is indented with spaces.' : `This is not readable YAML: ${message[0].toLowerCase()}${message.slice(1)}`;
  }
}
