/**
 * Quick fixes of a record, in the order of a menu: drop-in wordings, wording with blanks, the rule's question, leaving
 * it, and what holds for all records. Edits are made only for the text that was read.
 */
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../engine/finding.js';
import { FOLD, SOURCE, type FindingData, type Question } from './diagnostics.js';
import type { OpenNote } from './documents.js';
import { waysOf } from './examples.js';
import { withBlanks } from './fixes/blanks.js';
import { editOf, type EditOptions } from './fixes/edits.js';
import { teamChoices } from './fixes/team-choices.js';
import { allOfThese, allThatIsSafe, FIX_ALL } from './fixes/together.js';
import { SET_ASIDE, type FindingPlace } from './set-aside.js';
import { standsAt } from './underline.js';

/** Shown by the VS Code client; other editors are answered by the server itself (QUESTION_COMMAND). */
export const SHOW_QUESTION = 'alongside.showQuestion';
export const QUESTION_COMMAND = 'alongside.question';
/** Shows more or less of the record that is open; the client's own, with a `Wish`. */
const SHOW = 'alongside.show';
/** Shows a report of a false alarm; the client's own, with a `FindingPlace`. */
const FALSE_ALARM = 'alongside.falseAlarm';

export interface ActionOptions extends EditOptions {
  /** The command that shows a question in this client. */
  readonly question: typeof SHOW_QUESTION | typeof QUESTION_COMMAND;
  /** Whether the client asks for a reason to leave something as it is. */
  readonly leaving: 'asks' | 'never';
  /** Whether the client shows what a report of a false alarm says. */
  readonly alarms: 'shown' | 'never';
  /** Whether the client takes edits of the rules file, made when they are chosen. */
  readonly team: 'chosen' | 'never';
}

/** Actions for the diagnostics under the cursor. `only` is the kind the client asks for, if it asks for one. */
export function actionsFor(note: OpenNote, diagnostics: readonly Diagnostic[], only: readonly string[] | undefined, options: ActionOptions): CodeAction[] {
  const asksFor = (kind: string): boolean => only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? false;
  return [
    ...(only === undefined || asksFor(CodeActionKind.QuickFix) ? diagnostics.flatMap((diagnostic) => actionsOn(note, diagnostic, options)) : []),
    ...(asksFor(FIX_ALL) ? allThatIsSafe(note, options) : []),
  ];
}

/** The finding a diagnostic stands for, as the note is now. */
export function findingOf(note: OpenNote, { rule, range }: Pick<FindingPlace, 'rule' | 'range'>): Finding | undefined {
  return note.reading.analysis.findings.find((finding) => finding.rule === rule && standsAt(note, finding, range));
}

/** A question as plain text, for editors that show a message and no more. */
export function questionText({ title, match, why, ask, try: idea, ways }: Question): string {
  return [title, `You wrote: “${match}”`, why, ask, idea && `Words to try: ${idea}`, ways.length > 0 && `This would not be underlined: ${ways[0]}`].filter(Boolean).join('\n\n');
}

function actionsOn(note: OpenNote, diagnostic: Diagnostic, options: ActionOptions): CodeAction[] {
  const data = diagnostic.data as FindingData | undefined;
  if (diagnostic.source !== SOURCE || !data) return [];
  if (data.rule === FOLD) return [commandAction('Show these words one by one', SHOW, 'words', diagnostic)];
  const quick = (title: string, edits: FindingData['fixes'][number]['edits']): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: editOf(note, edits, options) });
  const isCurrent = data.version === note.version;
  const place: FindingPlace = { uri: note.document.uri, rule: data.rule, range: diagnostic.range };
  const finding = isCurrent ? findingOf(note, place) : undefined;
  const rule = note.reading.rulebook.compiled.rules.find(({ id }) => id === data.rule);
  const blanks = finding && rule ? withBlanks(note.reading.analysis.note, finding, rule) : null;
  return [
    ...(finding ? data.fixes.map(({ title, edits }) => ({ ...quick(title, edits), isPreferred: data.fixes.length === 1 })) : []),
    ...(finding ? allOfThese(note, diagnostic, data.rule, options) : []),
    ...(blanks && finding ? [quick(blanks.start === blanks.end ? `Add a sentence to fill in: “${finding.try}”` : `Write “${finding.try}”`, [{ range: note.range(blanks), newText: blanks.text }])] : []),
    ...(data.question ? [questionAction(diagnostic, { ...data.question, ways: rule ? waysOf(rule) : [] }, options)] : []),
    ...(options.leaving === 'asks' ? [commandAction('Leave this as it is…', SET_ASIDE, place, diagnostic)] : []),
    ...(options.team === 'chosen' && finding && rule ? teamChoices(note, diagnostic, finding, rule) : []),
    ...(options.alarms === 'shown' && finding ? [commandAction('This is a false alarm…', FALSE_ALARM, place, diagnostic)] : []),
  ];
}

function questionAction(diagnostic: Diagnostic, question: Question, { question: command }: ActionOptions): CodeAction {
  return commandAction(question.ask ? `Ask: ${question.ask}` : `An idea: ${question.try}`, command, question, diagnostic);
}

function commandAction(title: string, command: string, argument: unknown, diagnostic: Diagnostic): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command, arguments: [argument] } };
}
