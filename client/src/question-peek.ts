/**
 * A question beside the words it is about: in the editor's own peek, where it can be read line by line and stays while
 * the writer thinks. Nothing of it is written into the record.
 */
import { commands, Disposable, l10n, Location, Position, Uri, window, workspace } from 'vscode';
import { questionDetail, type Question } from './question.js';

const SCHEME = 'alongside-question';

export function offerQuestionPeek(): Disposable {
  // One at a time: the next takes the place of the last.
  let asked: Question | null = null;
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: () => (asked ? questionPage(asked) : '') }),
    commands.registerCommand('alongside.peekQuestion', async (question: Question) => {
      const editor = window.activeTextEditor;
      if (!editor) return;
      asked = question;
      // A page of its own each time, since the editor keeps the last one for a while.
      const page = Uri.from({ scheme: SCHEME, path: `/${question.title}`, query: String(Date.now()) });
      await commands.executeCommand('editor.action.peekLocations', editor.document.uri, editor.selection.active, [new Location(page, new Position(0, 0))], 'peek');
    }),
  );
}

/** Title, the writer's words, why, the question, and ways in which others have put it. */
export function questionPage(question: Question): string {
  const { ways = [], ...asked } = question;
  return [
    question.title,
    questionDetail(asked),
    ways.length > 0 && [l10n.t('Ways of putting it that would not be underlined:'), ...ways.map((way) => `- ${way}`)].join('\n'),
    l10n.t('How you answer is yours: nothing is written for you.'),
  ].filter(Boolean).join('\n\n') + '\n';
}
