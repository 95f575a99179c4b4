/**
 * What a story does with the editor: open, look, wait until. It waits for what it names and never for a length of
 * time; a wait that lasts too long says what it saw.
 */
import { appendFileSync } from 'node:fs';
import { Position, Range, Uri, commands, languages, window, workspace, type CodeAction, type Diagnostic, type TextDocument } from 'vscode';

export function inWorkspace(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the stories need an open folder');
  return Uri.joinPath(folder.uri, name);
}

/** Shown, and not only loaded: findings are asked for only where somebody is looking. A name is one in the first folder. */
export async function open(file: string | Uri): Promise<TextDocument> {
  return show(await workspace.openTextDocument(typeof file === 'string' ? inWorkspace(file) : file));
}

export async function show(document: TextDocument): Promise<TextDocument> {
  await window.showTextDocument(document, { preview: false });
  return document;
}

export async function write(name: string, text: string): Promise<void> {
  await workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

export async function closeAll(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
}

export function findings(document: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'alongside');
}

export function findingOn(document: TextDocument, words: string): Diagnostic | undefined {
  return findings(document).find(({ range }) => document.getText(range).includes(words));
}

export function seen(document: TextDocument, words: string): Promise<Diagnostic> {
  return until(`a finding on "${words}"`, () => findingOn(document, words), () => summary(document));
}

export async function gone(document: TextDocument, words: string): Promise<void> {
  await until(`no finding on "${words}"`, () => !findingOn(document, words) || undefined, () => summary(document));
}

/** Asks again until it is satisfied: VS Code cancels the request whenever another extension registers. */
export function actionOn(document: TextDocument, range: Range, wanted: (action: CodeAction) => boolean): Promise<CodeAction> {
  return until('a quick fix of ours', async () => {
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
    return actions?.find(wanted);
  });
}

export function rangeOf(document: TextDocument, words: string): Range {
  const start = document.getText().indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in ${document.uri.path}`);
  return new Range(document.positionAt(start), document.positionAt(start + words.length));
}

export const codeOf = ({ code }: Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

export const insideOf = ({ start }: Range): Position => start.translate(0, 1);

/** The first answer that is not undefined. Rejects after 20 seconds, with what there was to see. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>, state = (): string => ''): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = await Promise.resolve().then(look).catch((error: Error) => {
      if (error.name !== 'Canceled') throw error;
      return undefined;
    });
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited for ${what}; there was ${state() || 'nothing'}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** Something measured, in milliseconds: printed with the stories, and never the reason why one fails. */
export function figure(what: string, ms: number): void {
  const file = process.env['ALONGSIDE_E2E_FIGURES'];
  if (file) appendFileSync(file, `${JSON.stringify({ what, ms: Math.round(ms) })}\n`);
}

function summary(document: TextDocument): string {
  return findings(document).map((finding) => `${String(codeOf(finding))} on "${document.getText(finding.range)}"`).join(', ');
}
