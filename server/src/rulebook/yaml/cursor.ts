/**
 * What somebody is about to write at a place of a rules file: the name of a key, or what stands after one. The file is
 * read with a mark at the cursor, so that the YAML library says where that is, also in a line that is half typed.
 */
import type { Keys } from '../decode/keys.js';
import { allFields, keysAtTop, treeOf, type Field, type FileKind } from './tree.js';

export type Cursor =
  /** A key below `parent` (null at the top), which has `taken` already. `inList` where it opens or is in an item of a list. */
  | { readonly at: 'key'; readonly keys: Keys; readonly parent: Field | null; readonly taken: readonly string[]; readonly start: number; readonly end: number }
  /** A text of a field's value. */
  | { readonly at: 'value'; readonly field: Field; readonly start: number; readonly end: number };

const MARK = 'marked0here';

/** Null where nothing can be written that is known beforehand. */
export function cursorAt(text: string, offset: number, kind: FileKind): Cursor | null {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const stop = text.indexOf('\n', offset);
  const before = text.slice(from, offset);
  const after = text.slice(offset, stop < 0 ? text.length : stop);
  const start = offset - (/[^\s,[\]{}"'|:]*$/.exec(before)?.[0].length ?? 0);
  const end = offset + (/^[^\s,[\]{}"'|:#]*/.exec(after)?.[0].length ?? 0);
  const marked = (insert: string): readonly Field[] => allFields(treeOf(text.slice(0, start) + insert + text.slice(end), kind));

  if (!/:(?:\s|$)/.test(before) || /\{[^}]*$/.test(before)) {
    const named = /^\s*:/.test(text.slice(end, stop < 0 ? text.length : stop)) ? MARK : `${MARK}:${after.trim() === '' ? '' : ' '}`;
    const all = marked(named);
    const found = all.find(({ key }) => key.text === MARK);
    if (found) {
      const siblings = found.parent ? [found.parent.fields, ...found.parent.entries].find((group) => group.includes(found)) ?? [] : all.filter(({ parent }) => parent === null);
      const keys = found.parent ? found.parent.below : keysAtTop(kind);
      if (keys) return { at: 'key', keys, parent: found.parent, taken: siblings.filter((other) => other !== found).map(({ key }) => key.text), start, end };
    }
  }
  const field = marked(MARK).findLast(({ items }) => items.some((item) => item.text.includes(MARK)));
  return field ? { at: 'value', field, start, end } : null;
}
