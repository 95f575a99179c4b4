/**
 * YAML files with the place of everything in them. Read with the failsafe schema, so every scalar is a string;
 * strict about keys and kinds; aliases are refused, so nothing can explode. It knows nothing of rules.
 */
import { isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, type Pair, type ParsedNode } from 'yaml';
import { blockLines } from './block-lines.js';
import { shortened, type Problem } from '../problem.js';
import { afterBar } from './slip-mends.js';
import { changeTo, itemMends, keyMends, unknownKey, valueMeant } from './names.js';
import { salvaged, type Salvaged } from './salvage.js';
import { LONGEST_RULES, notText } from './document.js';
import { joinMends, undashed } from './joins.js';
import { lineAt } from './lines.js';
import { AFTER_BAR, NO_ALIAS } from './slips.js';

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
  /** What was read, without a byte order mark: offsets are into this. */
  readonly source: string;
  readonly problems: Problem[];
  /** How many of the problems, the first ones, are slips in the YAML itself. Where there are any, the others may only follow from what was left out. */
  readonly slips: number;
  /** Notes a problem at an offset of the file, once. */
  problem(offset: number, message: string, more?: Pick<Problem, 'length' | 'mends' | 'kind'>): void;
  /** The fields of a mapping; `what` names it in messages. With `known`, other keys are problems. */
  fields(node: YamlNode | null, what: string, known: readonly string[] | null): readonly YamlField[];
  /** One piece of text, trimmed; empty where nothing stands after the key. */
  text(node: YamlNode | null, what: string): PlacedText | null;
  /** The same for one name, where a list may have been meant. */
  word(node: YamlNode | null, what: string): PlacedText | null;
  /** Lines of a `|` block, items of a list, or one scalar; empty lines left out. */
  lines(node: YamlNode | null, what: string): readonly PlacedText[];
  /** The same for names, none of which holds a comma: `a, b` without brackets is a problem, and read as meant. */
  names(node: YamlNode | null, what: string): readonly PlacedText[];
  oneOf<T extends string>(node: YamlNode | null, what: string, values: readonly T[]): T | null;
  items(node: YamlNode | null, what: string): readonly YamlNode[];
}

/** So many values are offered one by one. */
const FEW = 4;

/** Total: a file that is not YAML at all, or of more than `longest` UTF-16 units, has a null root and a problem with its place. */
export function openYaml(file: string, source: string, longest = LONGEST_RULES): YamlFile {
  return opened(file, source, longest, (text) => salvaged(text, 0));
}

/** The same, but what slips are in is left out and the rest read, for a file that somebody is in the middle of writing. */
export function openUnfinished(file: string, source: string): YamlFile {
  return opened(file, source, LONGEST_RULES, (text) => salvaged(text, ATTEMPTS));
}

/** Lines are left out so often before a file is given up; each time costs a reading. */
const ATTEMPTS = 4;

function opened(file: string, source: string, longest: number, read: (text: string) => Salvaged): YamlFile {
  // A carriage return alone ends a line too, where a file comes from an old Mac.
  const text = (source.startsWith('\uFEFF') ? source.slice(1) : source).replace(/\r(?!\n)/g, '\n');
  // Counted here: the library counts only as far as it reads, which is not the whole of a file it gives up on.
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  const problems: Problem[] = [];
  const placed = (content: string, offset: number): PlacedText => {
    const { line, col } = lines.linePos(offset);
    return { text: content, offset, line, column: col };
  };
  const told = new Set<string>();
  const problem: YamlFile['problem'] = (offset, message, more = {}) => {
    const { line, column } = placed('', offset);
    if (told.has(`${offset} ${message}`)) return;
    told.add(`${offset} ${message}`);
    problems.push({ file, line, column, message: shortened(message), ...more });
  };
  const unread = text.length > longest ? { at: 0, message: `This file is longer than ${longest.toLocaleString('en-GB')} characters, so it was not read.${longest === LONGEST_RULES ? ' Rules can be shared out among the files of a pack, which is a folder.' : ''}` } : notText(text);
  if (unread) {
    problem(unread.at, unread.message);
    return { ...reader(file, text, null, problems, problem, placed), slips: 1 };
  }
  const { root, text: legible, slips } = read(text);
  for (const { offset, message, mend } of slips) problem(offset, message, mend ? { mends: [mend] } : {});
  return { ...reader(file, legible, root, problems, problem, placed), slips: problems.length };
}

/** Whether nothing stands after a key. */
export function isEmpty(node: YamlNode | null): boolean {
  return node === null || (isScalar(node) && (node.value === null || node.value === ''));
}

/** Whether a node is no more than the name of another, which is refused. */
export function standsForAnother(node: YamlNode | null): boolean {
  return isAlias(node);
}

/** Whether a node is a mapping, whose fields `fields` reads. */
export function isMapping(node: YamlNode | null): boolean {
  return isMap(node);
}

function reader(file: string, source: string, root: YamlNode | null, problems: Problem[], problem: YamlFile['problem'], placed: (text: string, offset: number) => PlacedText): Omit<YamlFile, 'slips'> {
  const at = (node: YamlNode | null): number => node?.range?.[0] ?? 0;
  const wrong = (node: YamlNode | null, what: string, wanted: string): void => {
    if (node && isAlias(node)) problem(at(node), `In ${what}, ${NO_ALIAS}.`);
    else if (isCollection(node) && node.flow && !wanted.startsWith('lines of')) problem(at(node), `Text that begins with “${source.slice(at(node), at(node) + (source.startsWith('[[', at(node)) ? 2 : 1))}” is taken for a list. ${AFTER_BAR}.`, { mends: [afterBar(lineAt(source, at(node)), at(node) - lineAt(source, at(node)).start)].flatMap((mend) => mend ?? []) });
    else problem(at(node), `${sentence(what)} should be ${wanted}${isSeq(node) && wanted === 'text' ? ', without a dash before it' : ''}.`, { mends: isSeq(node) && wanted === 'text' ? undashed(source, node) : [] });
  };
  const scalar = (node: YamlNode | null, what: string): string | null => {
    if (!isScalar(node) || typeof node.value !== 'string') return null;
    if (node.anchor !== undefined) problem(at(node), `In ${what}, ${NO_ALIAS}.`);
    return node.value.trim();
  };
  /** Lines that were meant for “name: value”, and are not: what is missing can be seen. */
  const noMapping = (node: YamlNode | null, what: string): boolean => {
    if (isSeq(node) && !node.flow && node.items.some((item) => isMap(item))) {
      problem(at(node), `In ${what} there are no dashes: each name stands on a line of its own, without “- ” before it.`);
      return true;
    }
    const line = isScalar(node) && node.type === 'PLAIN' ? /^(\S+?)(?:(:)|\s*=\s*)([^]+)$/.exec(source.slice(at(node), node.range![1]).split('\n')[0].trim()) : null;
    if (!line) return false;
    const [whole, name, colon, value] = line;
    problem(at(node), colon ? `There is no space after “${name}:”.` : `A colon stands after a name, not “=”: “${name}: ${value}”.`, { length: whole.length, mends: [{ title: `Change to “${name}: ${value}”`, start: at(node), end: at(node) + whole.length, text: `${name}: ${value}` }] });
    return true;
  };

  return {
    file,
    root,
    source,
    problems,
    problem,
    fields(node, what, known) {
      if (isEmpty(node)) return [];
      if (!isMap(node)) {
        if (!noMapping(node, what)) wrong(node, what, 'lines of “name: value”');
        return [];
      }
      const first = new Map<string, Pair<YamlNode, YamlNode | null>>();
      return node.items.flatMap((pair) => {
        const key = pair.key as YamlNode | null;
        if (!isScalar(key) || typeof key.value !== 'string') {
          wrong(key, `a name in ${what}`, 'plain text');
          return [];
        }
        const name = placed(key.value, at(key));
        const before = first.get(name.text);
        if (before) {
          const lost = isEmpty(before.value) ? ', where nothing stands under it' : isBlock(pair.value) ? '; what stands under this one was left out' : '; only one can be meant';
          problem(name.offset, `“${name.text}” stands here twice, first in line ${placed('', at(before.key)).line}${lost}.`, { length: name.text.length, mends: joinMends(source, before, pair) });
          if (!isEmpty(before.value)) return [];
        } else if (known && !known.includes(name.text)) {
          problem(name.offset, unknownKey(name.text, what, known), { length: name.text.length, mends: keyMends(name, known) });
          return [];
        }
        first.set(name.text, pair);
        return [{ key: name, value: pair.value }];
      });
    },
    text(node, what) {
      const read = scalar(node, what);
      if (read !== null) {
        const cut = isScalar(node) && node.type === 'PLAIN' ? /^[^\S\n]+#[^\s#].*/.exec(source.slice(node.range![1])) : null;
        if (cut) problem(node!.range[1] + cut[0].indexOf('#'), `Words after “ #” are a remark, and no part of ${what}. If they belong to it, ${AFTER_BAR[0].toLowerCase()}${AFTER_BAR.slice(1)}.`, { kind: 'advice', length: cut[0].trim().length, mends: [afterBar(lineAt(source, at(node)), at(node) - lineAt(source, at(node)).start)].flatMap((mend) => mend ?? []) });
        return placed(read, at(node));
      }
      wrong(node, what, 'text');
      return null;
    },
    word(node, what) {
      if (!isSeq(node)) return this.text(node, what);
      const words = node.items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value.trim()] : [])).slice(0, FEW);
      const [start, end] = node.range;
      problem(start, `${sentence(what)} takes only one, not a list.`, { length: end - start, mends: words.map((text) => changeTo(text, { offset: start, text: source.slice(start, end).trimEnd() })) });
      return null;
    },
    lines(node, what) {
      const one = scalar(node, what);
      if (one !== null && isScalar(node)) {
        // Without “|” the lines would run together into one.
        if (node.type !== 'BLOCK_LITERAL' && one !== '' && source.slice(at(node), node.range[1]).trim().includes('\n')) problem(at(node), `The lines of ${what} would be read as one. Put “|” after “${what}:”, and each stands for itself.`, { mends: [{ title: 'Put “|” after it', start: source.lastIndexOf(':', at(node)) + 1, end: source.lastIndexOf(':', at(node)) + 1, text: ' |' }] });
        return node.type === 'BLOCK_LITERAL' ? blockLines(source, node).map(({ text, offset }) => placed(text, offset)) : one === '' ? [] : [placed(one, at(node))];
      }
      if (!isSeq(node)) {
        wrong(node, what, 'lines after “|”, or a list');
        return [];
      }
      return node.items.flatMap((item) => {
        const child = item as YamlNode;
        const text = scalar(child, what);
        if (text) return [placed(text, at(child))];
        if (text === '') problem(at(child), `An item of ${what} is empty.`);
        else wrong(child, `an item of ${what}`, 'text');
        return [];
      });
    },
    names(node, what) {
      const read = this.lines(node, what);
      if (!isScalar(node) || read.length !== 1 || !read[0].text.includes(',')) return read;
      problem(read[0].offset, `To name several under “${what}”, put them in brackets: [${read[0].text}].`, { length: read[0].text.length, mends: [{ ...changeTo(`[${read[0].text}]`, read[0]), title: 'Put them in brackets' }] });
      return read[0].text.split(',').map((name) => placed(name.trim(), read[0].offset));
    },
    oneOf(node, what, values) {
      const read = this.word(node, what);
      if (!read) return null;
      const found = values.find((value) => value === read.text);
      if (found !== undefined) return found;
      const near = valueMeant(read.text, values);
      const said = read.text === '' ? `${sentence(what)} is empty.` : `${sentence(what)} cannot be “${read.text}”${near ? `; did you mean “${near}”?` : '.'}`;
      problem(read.offset, `${said} It is ${values.length > 1 ? `one of ${values.join(', ')}` : values[0]}.`, { length: read.text.length, mends: near ? [changeTo(near, read)] : values.length <= FEW ? values.map((value) => changeTo(value, read)) : [] });
      return null;
    },
    items(node, what) {
      if (isSeq(node)) return node.items as YamlNode[];
      const start = at(node);
      const mends = isMap(node) && source.slice(start - 2, start) === '  ' ? [{ title: 'Put “- ” before it', start: start - 2, end: start, text: '- ' }] : [];
      if (isMap(node) || !isScalar(node)) problem(start, `${sentence(what)} should be a list, each item after “- ”.`, { mends });
      else problem(start, `${sentence(what)} takes items, each with what to avoid and what to ask, try or write instead.`, { length: node.range[1] - start, mends: itemMends(source, node) });
      return [];
    },
  };
}

function isBlock(node: YamlNode | null): boolean {
  return (isCollection(node) && !node.flow) || (isScalar(node) && node.type === 'BLOCK_LITERAL');
}

function sentence(what: string): string {
  return what[0].toUpperCase() + what.slice(1);
}
