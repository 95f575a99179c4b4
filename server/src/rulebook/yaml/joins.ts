/**
 * What stands under a name that is written twice, or after a dash that does not belong there, put where it was meant.
 * It knows YAML's layout and nothing of rules.
 */
import { isCollection, isMap, isScalar, type Pair, type YAMLSeq } from 'yaml';
import type { Mend } from '../problem.js';
import type { YamlNode } from './yaml.js';
import { lineAt } from './lines.js';

type ReadPair = Pair<YamlNode, YamlNode | null>;

/** Moving what stands under the second of two keys of one name to the end of the first; none where lines do not show how. */
export function joinMends(source: string, first: ReadPair, second: ReadPair): readonly Mend[] {
  const name = String(isScalar(second.key) ? second.key.value : '');
  const [into, from] = [bodyOf(source, first), bodyOf(source, second)];
  const line = lineAt(source, second.key.range[0]);
  if (into && isNothing(first)) {
    const { start } = lineAt(source, first.key.range[0]);
    return [{ title: `Take out the first “${name}”, which is empty`, start, end: into.end, text: '' }];
  }
  if (!into || !from || into.indent !== from.indent || into.kind !== from.kind || into.end > line.start) return [];
  if (namesIn(first.value).some((one) => namesIn(second.value).includes(one))) return [];
  const body = source.slice(from.start, from.end);
  const between = source.slice(into.end, line.start);
  return [{ title: `Put it under the first “${name}”`, start: into.end, end: from.end, text: `${source[into.end - 1] === '\n' ? '' : '\n'}${body}${body.endsWith('\n') || between === '' ? '' : '\n'}${between}` }];
}

/** The text of a list's only item, in the list's place. */
export function undashed(source: string, list: YAMLSeq.Parsed): readonly Mend[] {
  const [only, ...more] = list.items;
  if (!isScalar(only) || more.length > 0 || list.flow) return [];
  const name = source.slice(0, list.range[0]).trimEnd();
  return name.endsWith(':') ? [{ title: 'Put it after the name', start: name.length, end: only.range[1], text: ` ${source.slice(only.range[0], only.range[1])}` }] : [];
}

interface Body {
  /** The lines below the key's own, as UTF-16 offsets; empty where there are none. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly kind: 'lines' | 'fields' | 'items';
}

/** Null where a value begins beside its key, so that there is nothing to move line by line. */
function bodyOf(source: string, { key, value }: ReadPair): Body | null {
  const line = lineAt(source, key.range[0]);
  const start = source.indexOf('\n', line.start) + 1;
  if (start === 0 || !/^[^:]*:\s*(?:\|\s*)?(?:#.*)?$/.test(line.text)) return null;
  if (value === null || (isScalar(value) && value.value === '')) return { start, end: start, indent: 0, kind: 'fields' };
  const written = source.slice(0, value.range[1]).trimEnd().length;
  const stop = source.indexOf('\n', written);
  const kind = isMap(value) ? 'fields' : isCollection(value) ? 'items' : 'lines';
  return { start, end: stop < 0 ? source.length : stop + 1, indent: /^\s*/.exec(source.slice(start).replace(/^(?:[^\S\n]*(?:#.*)?\n)*/, ''))?.[0].length ?? 0, kind };
}

function namesIn(node: YamlNode | null): readonly string[] {
  return isMap(node) ? node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];
}

function isNothing({ value }: ReadPair): boolean {
  return value === null || (isScalar(value) && value.value === '');
}
