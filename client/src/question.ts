/**
 * Shows the question a rule asks of the writer, and edits nothing. A modal message rather than a tab: it is read out
 * whole by a screen reader, Escape closes it, and the cursor is where it was. It can be kept beside the words instead.
 */
import { commands, l10n, window } from 'vscode';

/** What the server's code action hands over. All but the title may be missing. */
export interface Question {
  readonly title: string;
  /** The writer's own words that were raised. */
  readonly match?: string | null;
  readonly why?: string | null;
  readonly ask?: string | null;
  readonly try?: string | null;
  /** Ways of putting it that would not be underlined. */
  readonly ways?: readonly string[];
  /** Rule id. */
  readonly rule?: string;
}

export async function showQuestion(question: Question): Promise<void> {
  const beside = l10n.t('Show it beside my words');
  const chosen = await window.showInformationMessage(question.title, { modal: true, detail: questionDetail(question) }, beside);
  if (chosen === beside) await commands.executeCommand('alongside.peekQuestion', question);
}

/** Paragraphs in the order a person thinks: my words, why they were raised, what to ask, what is fine. */
export function questionDetail({ match, why, ask, try: idea, ways = [] }: Question): string {
  return [
    match && l10n.t('You wrote: “{0}”', match),
    why,
    ask,
    idea && l10n.t('Words to try: {0}', idea),
    ways.length > 0 && l10n.t('This would not be underlined: {0}', ways[0]),
  ].filter(Boolean).join('\n\n');
}
