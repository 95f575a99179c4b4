/**
 * The lines over each rule in a rules file: whether its examples do what they say, and how much it raises in the
 * records. It computes nothing itself.
 */
import type { CodeLens, Command, Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { examplesOf } from '../../rulebook/advice/run-examples.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { rulesOf, treeOf, type Field, type FileKind } from '../../rulebook/yaml/tree.js';
import { uriOf } from '../documents.js';
import type { Effect, Place } from './effects.js';

/** Commands of the VS Code client; in other editors the lines stand without one. */
export const SHOW_PLACES = 'alongside.showPlaces';
const PREVIEW = 'alongside.previewRules';

const WRITING = [
  { title: '$(add) new rule', command: 'alongside.newRule' },
  { title: '$(edit) change a rule that ships', command: 'alongside.changeRule' },
] as const;

export interface LensData {
  readonly uri: string;
  /** Null for the line over all rules. */
  readonly rule: string | null;
}

/** Lines over each rule; how much it raises is filled in by `withEffect`, because it takes longer. */
export function lensesOf(document: TextDocument, kind: FileKind, ownId: string | null, rulebook: Rulebook, client: 'commands' | 'plain'): readonly CodeLens[] {
  const tree = treeOf(document.getText(), kind);
  const rules = kind === 'rule' ? (ownId && tree[0] ? [{ id: ownId, field: tree[0] }] : []) : rulesOf(tree).map((field) => ({ id: field.key.text, field }));
  const top = tree.find(({ known }) => known?.shape.is === 'rules');
  const over = top && { start: document.positionAt(top.key.start), end: document.positionAt(top.key.end) };
  const whole: readonly CodeLens[] = over ? [...(client === 'commands' ? WRITING.map(({ title, command }) => ({ range: over, command: { title, command, arguments: [document.uri] } })) : []), { range: over, data: { uri: document.uri, rule: null } satisfies LensData }] : [];
  return [...whole, ...rules.filter(({ id }) => rulebook.compiled.rules.some((rule) => rule.id === id)).flatMap(({ id, field }): CodeLens[] => {
    const range = { start: document.positionAt(field.key.start), end: document.positionAt(field.key.end) };
    const examples = examplesLine(id, field, document, rulebook, client);
    return [...(examples ? [{ range, command: examples }] : []), { range, data: { uri: document.uri, rule: id } satisfies LensData }];
  })];
}

export function withEffect(lens: CodeLens, effect: Effect | null, { compiled: { rules } }: Rulebook, client: 'commands' | 'plain'): CodeLens {
  const { uri, rule } = lens.data as LensData;
  if (!effect) return { ...lens, command: { title: 'reading the records', command: '' } };
  if (rule === null) return { ...lens, command: editCommand(uri, effect, client) };
  const places = effect.raised.filter((place) => place.rule === rule);
  return { ...lens, command: placesCommand(effectLine(rule, effect, rules.some(({ id, severity }) => id === rule && severity === 'off') ? 'off' : 'on'), uri, lens, places, client) };
}

/** “raises 14 in 9 records · 2 more than before this edit” */
function effectLine(rule: string, { raised, gained, lost }: Effect, state: 'on' | 'off'): string {
  const of = (places: readonly Place[]): readonly Place[] => places.filter((place) => place.rule === rule);
  const now = of(raised);
  const records = new Set(now.map(({ path }) => path)).size;
  const more = of(gained).length - of(lost).length;
  const changed = more !== 0 ? `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than before this edit` : of(gained).length > 0 ? 'as many as before this edit, in other places' : '';
  return [state === 'off' ? 'off' : now.length === 0 ? 'raises nothing in the records here' : `raises ${now.length} in ${records} ${records === 1 ? 'record' : 'records'}`, changed].filter(Boolean).join(' · ');
}

function editCommand(uri: string, { records, gained, lost }: Effect, client: 'commands' | 'plain'): Command {
  const counts = [gained.length > 0 && `${gained.length} more`, lost.length > 0 && `${lost.length} fewer`].filter(Boolean).join(', ');
  if (counts === '') return { title: records === 0 ? 'no records (.md files) here yet' : `${records} ${records === 1 ? 'record' : 'records'} read`, command: '' };
  return { title: `this edit changes what is raised: ${counts}`, command: client === 'commands' ? PREVIEW : '', ...(client === 'commands' ? { arguments: [uri] } : {}) };
}

export function locationOf({ path, range }: Place): Location {
  return { uri: uriOf(path), range };
}

function placesCommand(title: string, uri: string, { range }: CodeLens, places: readonly Place[], client: 'commands' | 'plain'): Command {
  return client === 'commands' && places.length > 0 ? { title, command: SHOW_PLACES, arguments: [uri, range.start, places.map(locationOf)] } : { title, command: '' };
}

function examplesLine(id: string, field: Field, document: TextDocument, rulebook: Rulebook, client: 'commands' | 'plain'): Command | null {
  const examples = examplesOf(rulebook, id);
  if (!examples) return null;
  const { failing, total } = examples;
  if (failing.length === 0) return { title: total === 1 ? 'its example passes' : total === 2 ? 'both examples pass' : `all ${total} examples pass`, command: '' };
  const lines = [...new Set(failing.map(({ line }) => line))];
  const title = `${lines.length} of ${total} examples ${lines.length === 1 ? 'does not do what it says: line' : 'do not do what they say: lines'} ${lines.join(', ')}`;
  const at = document.positionAt(field.key.start);
  return client === 'commands' ? { title, command: SHOW_PLACES, arguments: [document.uri, at, failing.map(({ file, line, column, length }) => ({ uri: uriOf(file), range: { start: { line: line - 1, character: column - 1 }, end: { line: line - 1, character: column - 1 + (length ?? 0) } } }))] } : { title, command: '' };
}
