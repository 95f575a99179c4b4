/**
 * What can be written at the cursor of a rules file: keys, rule ids, packs, types of record, sides, groups; and whole
 * pieces (a new rule, a change of one). It knows where the cursor is from `cursorAt` and looks nothing up on disk.
 */
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind, type CompletionItem, type Position, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { GROUP_NAMES } from '../../engine/phrases/phrase.js';
import { BUILT_IN_NAMES } from '../../rulebook/packs/built-in.js';
import { cursorAt, type Cursor } from '../../rulebook/yaml/cursor.js';
import { SEVERITIES, type Key, type Keys, type Shape } from '../../rulebook/decode/keys.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { choicesOf, NO_SIDE } from '../../rulebook/rules-in-force.js';
import type { Field, FileKind } from '../../rulebook/yaml/tree.js';
import { choiceText, ruleText } from './explain.js';
import { CHANGES, NEW_RULES, plainly, type Piece } from './pieces.js';

export interface CompletionOptions {
  /** Whether the client fills in places (`$1`). */
  readonly snippets: 'filled' | 'plain';
  /** Whether it shows a few words beside each label. */
  readonly beside: 'shown' | 'none';
  /** `commands`: what can stand after a key that was chosen is offered at once. */
  readonly rules: 'commands' | 'plain';
}

/** `typed` is the sign whose typing has asked for it, or null where somebody did. */
export function completionsAt(document: TextDocument, position: Position, typed: string | null, kind: FileKind, rulebook: Rulebook, options: CompletionOptions): readonly CompletionItem[] {
  const cursor = cursorAt(document.getText(), document.offsetAt(position), kind);
  if (!cursor) return [];
  const range = { start: document.positionAt(cursor.start), end: document.positionAt(cursor.end) };
  // A brace that is typed already is replaced with the group, and so is one the editor has closed by itself.
  const text = document.getText();
  if (cursor.at === 'value' && isPhrases(cursor.field) && text[cursor.start - 1] !== '{' && (typed !== null || cursor.end > cursor.start)) return [];
  const braced = { start: document.positionAt(cursor.start - Number(text[cursor.start - 1] === '{')), end: document.positionAt(cursor.end + Number(text[cursor.start - 1] === '{' && text[cursor.end] === '}')) };
  const isAlone = !/^\s*:/.test(text.slice(cursor.end, cursor.end + 200).split('\n')[0]);
  return offered(cursor, rulebook, isAlone ? 'whole' : 'name').map((offer, index) => itemOf(offer, index, range, braced, options));
}

/** Phrases are words: while they are typed, nothing comes between that could take their place. */
function isPhrases({ known }: Field): boolean {
  return known?.shape.is === 'phrases';
}

/** Something to write; `${1:…}` marks what is to be filled in. */
interface Offer {
  readonly label: string;
  /** A few words beside the label, which can be searched for too. */
  readonly beside?: string;
  /** Whether more is to be chosen once it stands there. */
  readonly then?: 'choose';
  readonly text: string;
  readonly detail?: string;
  readonly says?: string;
  readonly kind: CompletionItemKind;
}

function offered(cursor: Cursor, rulebook: Rulebook, form: 'whole' | 'name'): readonly Offer[] {
  return cursor.at === 'key' ? keysOffered(cursor, rulebook, form) : valuesOffered(cursor, rulebook);
}

function keysOffered({ parent, keys, taken }: Extract<Cursor, { at: 'key' }>, { compiled: { rules } }: Rulebook, form: 'whole' | 'name'): readonly Offer[] {
  const shape = parent?.known?.shape.is;
  if (shape === 'rules') {
    const ids = rules.filter(({ id }) => !taken.includes(id)).map((rule): Offer => ({ label: rule.id, text: form === 'name' ? rule.id : `${rule.id}: `, beside: rule.title, says: ruleText(rule), kind: CompletionItemKind.Reference, ...(form === 'name' ? {} : { then: 'choose' }) }));
    return form === 'name' ? ids : [...NEW_RULES.map((piece) => whole(piece, '')), ...ids];
  }
  if (shape === 'choices') return [...choicesOf(rules)].filter(([name]) => !taken.includes(name)).map(([name, sides]) => ({ label: name, text: form === 'name' ? name : `${name}: `, detail: [...sides, NO_SIDE].join(' or '), says: choiceText(name, rules), kind: CompletionItemKind.EnumMember }));
  if (shape === 'globs') return form === 'name' ? [] : [{ label: '"templates/**"', text: '"${1:templates}/**": { type: ${2:plan}, template: ${3:true} }', detail: 'What the files in a place are', kind: CompletionItemKind.Snippet }];
  const pieces = !parent && 'rules' in keys && !taken.includes('rules') && form === 'whole' ? NEW_RULES.map((piece) => whole(piece, 'rules:\n  ')) : [];
  return [...Object.entries(keys as Keys).filter(([name]) => !taken.includes(name)).map(([name, key]): Offer => ({ label: name, text: form === 'name' ? name : keyText(name, key), beside: key.says.replace(/[.:;].*/, ''), says: key.says, kind: CompletionItemKind.Property, ...(form === 'whole' && CHOSEN.has(key.shape.is) ? { then: 'choose' } : {}) })), ...pieces];
}

/** Kinds of value that are chosen from what is known. */
const CHOSEN: ReadonlySet<Shape['is']> = new Set(['choice', 'names', 'rules', 'choices']);

function whole({ label, text, detail }: Piece, under: string): Offer {
  return { label, text: `${under}${under === '' ? text : text.replaceAll('\n', '\n  ')}`, beside: detail, kind: CompletionItemKind.Snippet };
}

/** A key with the beginning of what stands after it; further lines are indented as the editor indents. */
function keyText(name: string, { shape }: Key): string {
  switch (shape.is) {
    case 'phrases': return `${name}: |\n  $0`;
    case 'names': return `${name}: [$0]`;
    case 'fields': return name === 'examples' ? 'examples:\n  raise: |\n    ${1:A sentence with [[the words]] in it.}\n  leave: |\n    ${2:A sentence that should be left alone.}' : `${name}:\n  $0`;
    case 'list': return `${name}:\n  - avoid: |\n      \${1:the phrase}\n    ask: \${2:What could the writer ask?}`;
    case 'rules': case 'choices': case 'globs': case 'check': return `${name}:\n  $0`;
    default: return `${name}: $0`;
  }
}

function valuesOffered({ field }: Extract<Cursor, { at: 'value' }>, { compiled: { rules, words } }: Rulebook): readonly Offer[] {
  const plain = (values: readonly string[], kind: CompletionItemKind, says = ''): readonly Offer[] => values.map((text) => ({ label: text, text, kind, ...(says ? { says } : {}) }));
  if (field.kind === 'rule') return [...SEVERITIES].sort((a, b) => Number(b === 'off') - Number(a === 'off')).map((text): Offer => ({ label: text, text, beside: LOUDNESS[text], kind: CompletionItemKind.EnumMember })).concat(CHANGES.map((piece) => whole(piece, '')));
  if (field.kind === 'choice') return plain([...(choicesOf(rules).get(field.key.text) ?? []), NO_SIDE], CompletionItemKind.EnumMember, choiceText(field.key.text, rules));
  const shape = field.known?.shape;
  switch (shape?.is) {
    case 'choice': return plain(shape.of, CompletionItemKind.EnumMember);
    case 'names': return plain(shape.kind === 'packs' ? BUILT_IN_NAMES : shape.of ?? [], CompletionItemKind.EnumMember).filter(({ label }) => !field.items.some((item) => item.text === label));
    case 'phrases': return field.key.text === 'raise' || field.key.text === 'leave' ? [] : [
      ...GROUP_NAMES.map((name): Offer => ({ label: `{${name}}`, text: `{${name}}`, says: GROUPS[name], kind: CompletionItemKind.Variable })),
      ...Object.entries(words).map(([name, piece]): Offer => ({ label: `{${name}}`, text: `{${name}}`, detail: piece.slice(0, 80), kind: CompletionItemKind.Constant })),
    ];
    default: return [];
  }
}

function itemOf({ label, text, beside, detail, says, kind, then }: Offer, index: number, range: Range, braced: Range, { snippets, beside: shown, rules }: CompletionOptions): CompletionItem {
  const isBrace = label.startsWith('{');
  return {
    label,
    kind,
    ...(shown === 'shown' && beside ? { labelDetails: { description: beside } } : {}),
    ...(detail ?? beside ? { detail: detail ?? beside } : {}),
    ...(says ? { documentation: { kind: MarkupKind.Markdown, value: says } } : {}),
    // In the order given: what is most often wanted first.
    sortText: String(index).padStart(4, '0'),
    filterText: isBrace ? label : `${label.replace(/["{}]/g, '')}${kind === CompletionItemKind.Reference && beside ? ` ${beside}` : ''}`,
    insertTextFormat: snippets === 'filled' && text.includes('$') ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: isBrace ? braced : range, newText: snippets === 'filled' ? text : plainly(text) },
    ...(then && rules === 'commands' ? { command: CHOOSE } : {}),
  };
}

/** VS Code's own: opens the list of completions. */
const CHOOSE = { title: 'Choose', command: 'editor.action.triggerSuggest' } as const;

const LOUDNESS: Readonly<Record<(typeof SEVERITIES)[number], string>> = {
  off: 'switch it off',
  suggestion: 'as most rules speak',
  warning: 'where words hide harm',
  error: 'in templates',
};

const GROUPS: Readonly<Record<(typeof GROUP_NAMES)[number], string>> = {
  person: 'Anybody the record names: family or worker.',
  family: 'Mum, Dad, Nan, the parents, she, they, and every name the record gives the family.',
  child: 'The child, and the children’s names.',
  professional: 'Workers: I, we, the social worker, and their names.',
  service: 'Services: the council, school, CAMHS, and those the rules file names.',
};
