/**
 * One choice written into a rules file: words that a rule is to leave alone, or how loudly it speaks. The rest of the
 * file, its comments among it, stays as it is written. It knows nothing of editors.
 */
import { isMap, isScalar, isSeq, parseDocument, stringify, type Document, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Severity } from '../../engine/finding.js';
import { placeForRule } from './rule.js';
import { tooDeepAt } from '../yaml/depth.js';

export type Choice =
  /** Words as they stand in a record. */
  | { readonly kind: 'allow'; readonly rule: string; readonly words: string }
  | { readonly kind: 'severity'; readonly rule: string; readonly severity: Severity | 'off' };

/** The file with the choice in it; null where the file cannot be read, so that nothing in it is lost. */
export function amended(source: string, choice: Choice): string | null {
  if (tooDeepAt(source) !== null) return null;
  const document = parseDocument(source, { schema: 'failsafe', keepSourceTokens: true, prettyErrors: false });
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return null;
  const place = saysOf(document, choice.rule) ? null : placeForRule(source);
  if (place) return `${source.slice(0, place.at)}${place.before}${asWritten(choice, source, place.indent)}${source.slice(place.at)}`;
  // The library reads a name of nothing (`? `), and refuses to write it.
  const written = (): string | null => {
    try {
      return document.toString({ lineWidth: 0, indent: stepOf(source), flowCollectionPadding: source.includes('[ '), indentSeq: !/^([ \t]*)\S[^\n]*:[ \t\r]*\n\1- /m.test(source) });
    } catch {
      return null;
    }
  };
  const before = document.contents === null ? source : written();
  const rules = mapAt(document, document.contents as YAMLMap | null, 'rules');
  if (!rules || before === null) return null;
  const said: unknown = rules.get(choice.rule, true);
  if (choice.kind === 'severity') {
    if (isMap(said)) said.set('severity', choice.severity);
    else rules.set(choice.rule, choice.severity);
  } else {
    const rule = isMap(said) ? said : (document.createNode({}) as YAMLMap);
    if (isScalar(said) && said.value) rule.set('severity', said.value);
    // A rule that is defined in this file clears words under another name than one that is changed by it.
    const key = rule.has('entries') ? 'unless' : 'allow';
    rule.set(key, withLine(document, rule.get(key, true) as Node | undefined, choice.words));
    if (rule !== said) rules.set(choice.rule, rule);
  }
  const after = written();
  if (after === null) return null;
  const small = onto(source, before, after);
  return parseDocument(small).errors.length === 0 ? small : after;
}

/** Whether the file speaks of the rule already. */
function saysOf({ contents }: Document, rule: string): boolean {
  const rules: unknown = isMap(contents) ? contents.get('rules', true) : null;
  return isMap(rules) && rules.has(rule);
}

/** A rule of which nothing was said is written as text, so that no comment of the file is moved. */
function asWritten(choice: Choice, source: string, indent: number): string {
  const [pad, step] = [' '.repeat(indent), ' '.repeat(stepOf(source))];
  return choice.kind === 'severity' ? `${pad}${choice.rule}: ${choice.severity}\n` : `${pad}${choice.rule}:\n${pad}${step}allow: ${stringify([choice.words], { schema: 'failsafe', collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: source.includes('[ ') })}`;
}

function stepOf(source: string): number {
  return /^( {2,8})\S/m.exec(source)?.[1].length ?? 2;
}

/** The lines in which `after` differs from `before`, put into the source: how its other lines are laid out is its own business. */
function onto(source: string, before: string, after: string): string {
  const [own, old, now] = [source, before, after].map((text) => text.replace(/(?<!\n)\n*$/, '\n').split('\n'));
  if (own.length !== old.length) return after;
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return [...own.slice(0, head), ...now.slice(head, now.length - tail), ...own.slice(own.length - tail)].join('\n');
}

/** The map under a key of the file, made where there is none; null where something else stands there. */
function mapAt(document: Document, root: YAMLMap | null, key: string): YAMLMap | null {
  const found: unknown = root?.get(key, true);
  if (isMap(found)) return found;
  if (found && !(isScalar(found) && found.value === '')) return null;
  const whole = root ?? (document.createNode({}) as YAMLMap);
  const map = document.createNode({}) as YAMLMap;
  const name = document.createNode(key) as Scalar;
  whole.delete(key);
  name.spaceBefore = whole.items.length > 0;
  whole.add(document.createPair(name, map));
  document.contents = whole as never;
  return map;
}

/** One more line in what stands as a list, a block of lines, or one piece of text. */
function withLine(document: Document, node: Node | undefined, words: string): Node {
  if (isSeq(node)) {
    node.add(document.createNode(words));
    return node;
  }
  if (!isScalar(node) || !node.value) return flowOf(document, [words]);
  const text = String(node.value);
  if (!text.includes('\n')) return flowOf(document, [text, words]);
  (node as Scalar).value = `${text.replace(/(?<!\n)\n+$/, '')}\n${words}\n`;
  return node;
}

function flowOf(document: Document, values: readonly string[]): YAMLSeq {
  const list = document.createNode([...values]) as YAMLSeq;
  list.flow = true;
  return list;
}
