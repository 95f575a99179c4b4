/**
 * What can be written at the cursor of a rules file: keys, rule ids, packs, types of record, sides, groups; and whole
 * pieces (a new rule, a change of one). It knows where the cursor is from `cursorAt` and looks nothing up on disk.
 */
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind, type CompletionItem, type Position, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { GROUP_NAMES } from '../../engine/phrases/phrase.js';
import { CATEGORIES } from '../../engine/rule.js';
import { BUILT_IN_NAMES } from '../../rulebook/built-in.js';
import { cursorAt, type Cursor } from '../../rulebook/cursor.js';
import { SEVERITIES, type Key, type Keys } from '../../rulebook/keys.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { choicesOf, NO_SIDE } from '../../rulebook/rules-in-force.js';
import type { FileKind } from '../../rulebook/tree.js';
import { choiceText, ruleText } from './explain.js';

export interface CompletionOptions {
  /** Whether the client fills in places (`$1`). */
  readonly snippets: 'filled' | 'plain';
}

export function completionsAt(document: TextDocument, position: Position, kind: FileKind, rulebook: Rulebook, options: CompletionOptions): readonly CompletionItem[] {
  const cursor = cursorAt(document.getText(), document.offsetAt(position), kind);
  if (!cursor) return [];
  const range = { start: document.positionAt(cursor.start), end: document.positionAt(cursor.end) };
  // A brace that is typed already is replaced with the group, and so is one the editor has closed by itself.
  const text = document.getText();
  const braced = { start: document.positionAt(cursor.start - Number(text[cursor.start - 1] === '{')), end: document.positionAt(cursor.end + Number(text[cursor.start - 1] === '{' && text[cursor.end] === '}')) };
  const isAlone = !/^\s*:/.test(text.slice(cursor.end, cursor.end + 200).split('\n')[0]);
  return offered(cursor, rulebook, isAlone ? 'whole' : 'name').map((offer, index) => itemOf(offer, index, range, braced, options));
}

/** Something to write; `${1:…}` marks what is to be filled in. */
interface Offer {
  readonly label: string;
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
    const ids = rules.filter(({ id }) => !taken.includes(id)).map((rule): Offer => ({ label: rule.id, text: form === 'name' ? rule.id : `${rule.id}: `, detail: rule.title, says: ruleText(rule), kind: CompletionItemKind.Reference }));
    return form === 'name' ? ids : [...PIECES, ...ids];
  }
  if (shape === 'choices') return [...choicesOf(rules)].filter(([name]) => !taken.includes(name)).map(([name, sides]) => ({ label: name, text: form === 'name' ? name : `${name}: `, detail: [...sides, NO_SIDE].join(' or '), says: choiceText(name, rules), kind: CompletionItemKind.EnumMember }));
  if (shape === 'globs') return form === 'name' ? [] : [{ label: '"templates/**"', text: '"${1:templates}/**": { type: ${2:plan}, template: ${3:true} }', detail: 'What the files in a place are', kind: CompletionItemKind.Snippet }];
  return Object.entries(keys as Keys).filter(([name]) => !taken.includes(name)).map(([name, key]) => ({ label: name, text: form === 'name' ? name : keyText(name, key), says: key.says, kind: CompletionItemKind.Property }));
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
  if (field.kind === 'rule') return plain(SEVERITIES, CompletionItemKind.EnumMember);
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

function itemOf({ label, text, detail, says, kind }: Offer, index: number, range: Range, braced: Range, { snippets }: CompletionOptions): CompletionItem {
  const isBrace = label.startsWith('{');
  return {
    label,
    kind,
    ...(detail ? { detail } : {}),
    ...(says ? { documentation: { kind: MarkupKind.Markdown, value: says } } : {}),
    // In the order given: what is most often wanted first.
    sortText: String(index).padStart(4, '0'),
    filterText: isBrace ? label : label.replace(/["{}]/g, ''),
    insertTextFormat: snippets === 'filled' && text.includes('$') ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: isBrace ? braced : range, newText: snippets === 'filled' ? text : text.replace(/\$\{\d+:([^}]*)\}|\$\d/g, '$1') },
  };
}

const GROUPS: Readonly<Record<(typeof GROUP_NAMES)[number], string>> = {
  person: 'Anybody the record names: family or worker.',
  family: 'Mum, Dad, Nan, the parents, she, they, and every name the record gives the family.',
  child: 'The child, and the children’s names.',
  professional: 'Workers: I, we, the social worker, and their names.',
  service: 'Services: the council, school, CAMHS, and those the rules file names.',
};

const PIECES: readonly Offer[] = [
  {
    label: 'new rule of our own',
    text: 'ours/${1:panel}:\n  title: ${2:A meeting only we know}\n  why: ${3:Families should not have to ask what a meeting is for.}\n  entries:\n    - avoid: |\n        ${4:panel date}\n      ask: ${5:What is decided there, and who will be in the room?}\n  examples:\n    raise: |\n      ${6:We will hear after the [[panel date]].}\n    leave: |\n      ${7:We will hear on 4 May, when the fostering panel meets.}',
    detail: 'phrases to avoid, what to ask instead, and a sentence each way',
    kind: CompletionItemKind.Snippet,
  },
  {
    label: 'change a rule',
    text: `\${1:${CATEGORIES[1]}/engagement}:\n  severity: \${2:suggestion}\n  allow: |\n    \${3:words to leave alone}`,
    detail: 'how loudly it speaks, and what it should leave alone',
    kind: CompletionItemKind.Snippet,
  },
];

