/**
 * What the pointer shows in a rules file: what a key is for, what a rule is about, what a phrase finds and how often
 * it does in the open records.
 */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../engine/analyse.js';
import { createRuleSet } from '../../engine/rule-set.js';
import { compileRules, noRules } from '../../rulebook/packs/compile.js';
import { examplePeople } from '../../rulebook/advice/laws.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { spellings } from '../../rulebook/advice/samples.js';
import { allFields, holds, treeOf, type Field, type FileKind, type Piece } from '../../rulebook/yaml/tree.js';
import { choiceText, keyText, plain, ruleText } from './explain.js';

/** `records` are the texts of the records that are open, with `\n` line ends. */
export function rulesHoverAt(document: TextDocument, position: Position, kind: FileKind, rulebook: Rulebook, records: readonly string[]): Hover | null {
  const offset = document.offsetAt(position);
  const fields = allFields(treeOf(document.getText(), kind));
  const answer = (piece: Piece, value: string | null): Hover | null => (value ? { contents: { kind: MarkupKind.Markdown, value }, range: { start: document.positionAt(piece.start), end: document.positionAt(piece.end) } } : null);
  const field = fields.find(({ key }) => holds(key, offset));
  if (field) return answer(field.key, aboutKey(field, rulebook));
  const holder = fields.findLast(({ items }) => items.some((item) => holds(item, offset)));
  const item = holder?.items.find((one) => holds(one, offset));
  return holder && item ? answer(item, aboutItem(holder, item.text, rulebook, records)) : null;
}

function aboutKey(field: Field, { compiled: { rules } }: Rulebook): string | null {
  if (field.kind === 'rule') {
    const rule = rules.find(({ id }) => id === field.key.text);
    return rule ? ruleText(rule) : null;
  }
  if (field.kind === 'choice') return choiceText(field.key.text, rules);
  return field.known ? keyText(field.key.text, field.known) : null;
}

function aboutItem(field: Field, text: string, rulebook: Rulebook, records: readonly string[]): string | null {
  if (field.kind === 'choice') return choiceText(field.key.text, rulebook.compiled.rules);
  const isPhrase = field.known?.shape.is === 'phrases' && field.key.text !== 'raise' && field.key.text !== 'leave';
  return isPhrase ? aboutPhrase(text, rulebook, records) : null;
}

const MOST = 6;

/** “Finds: fails to engage, failed to engage, …”, and how often in the records that are open. */
function aboutPhrase(phrase: string, { compiled: { words }, people }: Rulebook, records: readonly string[]): string | null {
  const found = spellings(phrase, words, MOST + 1);
  if (found.length === 0) return null;
  const finds = `*Finds:* ${found.slice(0, MOST).map(plain).join(', ')}${found.length > MOST ? ', …' : ''}`;
  if (records.length === 0) return finds;
  const rule = {
    id: 'ours/phrase', pack: '', title: '', why: '', severity: 'suggestion', level: 'strong', entries: [{ ask: '', try: null, replace: null, safe: false, message: null }], evidence: 'ignored', explained: 'ignored',
    raise: 'every', types: [], where: [], notWhere: [], quotes: 'include', check: null, examples: { raise: [], leave: [] }, whenNotToUse: '', sources: [], reviewBy: '',
  } as const;
  const compiled = compileRules(noRules(words), [{ rule, phrases: [{ text: phrase, entry: 0, offset: 0, line: 1, column: 1 }] }], []);
  const ruleSet = createRuleSet(compiled, null);
  const times = records.map((text) => analyse(text, ruleSet, { type: null, template: false, people: examplePeople(people), today: '2000-01-01' }).findings.length);
  const count = times.reduce((sum, one) => sum + one, 0);
  const where = times.filter((one) => one > 0).length;
  return `${finds}\n\n${count === 0 ? 'Not in the records that are open.' : `${count} ${count === 1 ? 'time' : 'times'} in the records that are open${where > 1 ? `, in ${where} of them` : ''}.`}`;
}
