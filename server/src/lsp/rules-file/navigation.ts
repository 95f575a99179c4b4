/**
 * Going from a rule's id to where it is written, to everywhere it is changed, and giving it another name. It reads
 * rules files through the host and follows no record.
 */
import { SymbolKind, type DocumentSymbol, type Location, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lfOffsets, toLf } from '../../engine/note/line-ends.js';
import { parseNote } from '../../engine/note/note.js';
import type { FileHost } from '../../rulebook/files/file-host.js';
import { reachOf } from '../../rulebook/files/reach.js';
import { RULEBOOK_FILE, type Rulebook } from '../../rulebook/rulebook.js';
import { definesRule, fieldAt, holds, rulesOf, treeOf, type Field, type FileKind, type Piece } from '../../rulebook/yaml/tree.js';
import { uriOf } from '../documents.js';

/** Where the text of a rule that ships can be read, in clients that show it. */
const SHIPPED_RULES = 'alongside-rule';

/** The rule whose id stands at a place, or null. In a file of a pack it is the rule itself. */
export function ruleAt(text: string, offset: number, kind: FileKind, ownId: string | null): Piece | null {
  if (kind === 'rule') return ownId === null ? null : { text: ownId, start: 0, end: 0 };
  const field = rulesOf(treeOf(text, kind)).find(({ key }) => holds(key, offset));
  return field ? field.key : null;
}

/** Where a rule is defined: in a rules file or pack of the team's, else among the packs that ship. */
export function definitionOf(id: string, { written, compiled }: Rulebook, host: FileHost, client: 'commands' | 'plain'): Location | null {
  const own = written?.own.find(({ rule }) => rule.id === id);
  if (own) return { uri: uriOf(own.file), range: rangeIn(host.read(own.file) ?? '', own.id.offset, own.file.endsWith(`/${RULEBOOK_FILE}`) ? own.id.text.length : 0) };
  const ships = compiled.rules.some((rule) => rule.id === id);
  return ships && client === 'commands' ? { uri: `${SHIPPED_RULES}:/${id}`, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } } : null;
}

/** The file that `extends:` names, at that place. */
export function extendedAt(text: string, offset: number, path: string, host: FileHost): Location | null {
  const field = fieldAt(treeOf(text, 'rulebook'), offset);
  if (field?.key.text !== 'extends' || field.parent || !field.items[0]) return null;
  const reached = reachOf(path, host).to(field.items[0].text);
  return 'path' in reached && host.exists(reached.path) ? { uri: uriOf(reached.path), range: rangeIn('', 0, 0) } : null;
}

/** Every place in the rules files given where a rule is defined or changed. */
export function referencesTo(id: string, files: readonly string[], host: FileHost): readonly Location[] {
  return files.flatMap((file) => {
    const text = host.read(file) ?? '';
    return rulesOf(treeOf(text, 'rulebook')).filter(({ key }) => key.text === id).map(({ key }) => ({ uri: uriOf(file), range: rangeIn(text, key.start, key.end - key.start) }));
  });
}

/** Comments of records that switch the rule off by its id (`alongside-disable …`): where the id stands in them. */
function directivesNaming(id: string, records: readonly string[], host: FileHost): readonly Location[] {
  return records.flatMap((file) => {
    const text = host.read(file) ?? '';
    if (!text.includes(id)) return [];
    const back = lfOffsets(text);
    const lf = toLf(text);
    return parseNote(lf).directives.filter(({ rules }) => rules.includes(id)).flatMap(({ start, end }) =>
      // A reason in quotes is somebody's own words.
      [...lf.slice(start, end).replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length)).matchAll(/[^\s,=]+/g)].filter(([word]) => word === id).map(({ index }) => ({ uri: uriOf(file), range: rangeIn(text, back(start + index), back(start + index + id.length) - back(start + index)) })));
  });
}

/** Another name for a rule of the team's own, in every rules file and record that names it; a pack's file is named after its rule. */
export function renameEdit(id: string, name: string, files: readonly string[], records: readonly string[], own: string | null, host: FileHost): WorkspaceEdit {
  const changes = [...files, ...records].flatMap((file) => {
    const edits = (files.includes(file) ? referencesTo(id, [file], host) : directivesNaming(id, [file], host)).map(({ range }) => ({ range, newText: name }));
    return edits.length > 0 ? [{ textDocument: { uri: uriOf(file), version: null }, edits }] : [];
  });
  if (own === null || own.endsWith(`/${RULEBOOK_FILE}`)) return { documentChanges: changes };
  const newPath = `${own.slice(0, -`${id}.yml`.length)}${name}.yml`;
  return { documentChanges: [...changes, { kind: 'rename', oldUri: uriOf(own), newUri: uriOf(newPath) }] };
}

/** Keys of the file, rules with their titles. */
export function outlineOf(document: TextDocument, kind: FileKind): readonly DocumentSymbol[] {
  const symbolOf = (field: Field): DocumentSymbol => {
    const range = { start: document.positionAt(field.key.start), end: document.positionAt(Math.max(field.key.end, field.end)) };
    const title = field.fields.find(({ key }) => key.text === 'title')?.items[0]?.text;
    const detail = field.kind === 'rule' ? title ?? field.items[0]?.text ?? (definesRule(field) ? '' : 'changed here') : field.items.length === 1 ? field.items[0].text : '';
    const children = [...field.fields, ...field.entries.flat()];
    return { name: field.key.text || '(no name)', detail, kind: symbolKind(field), range, selectionRange: { start: range.start, end: document.positionAt(field.key.end) }, children: children.map(symbolOf) };
  };
  return treeOf(document.getText(), kind).map(symbolOf);
}

function symbolKind({ kind, key }: Field): SymbolKind {
  if (kind === 'rule') return SymbolKind.Class;
  if (kind === 'glob') return SymbolKind.File;
  return key.text === 'examples' ? SymbolKind.Event : SymbolKind.Property;
}

function rangeIn(text: string, offset: number, length: number): Range {
  const document = TextDocument.create('', '', 0, text);
  return { start: document.positionAt(offset), end: document.positionAt(offset + length) };
}
