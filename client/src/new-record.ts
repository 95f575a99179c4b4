/**
 * “New record…”: a template of the team or one that ships, opened as a new record with its blanks to be filled one
 * after another; and the example to try things out on. What the templates say, it does not know.
 */
import { l10n, QuickPickItemKind, SnippetString, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { Connection } from './connection.js';

/** The kinds of record, as files of `client/templates` are called, in the order of how often they are written. */
const KINDS = ['case-note', 'assessment', 'plan', 'review', 'supervision', 'danger-statement', 'family-plan', 'letter', 'chronology', 'referral', 'report'] as const;

interface Template extends QuickPickItem {
  readonly uri?: Uri;
}

/** What the server knows of a team's template. */
interface TeamTemplate {
  readonly uri: string;
  readonly type: string | null;
  readonly title: string;
}

export async function newRecord(connection: Connection, extension: Uri): Promise<void> {
  const own = (await connection.request<readonly TeamTemplate[]>('alongside/templates', {})) ?? [];
  const chosen = await window.showQuickPick(templatesToChoose(own, extension), { title: l10n.t('New record'), placeHolder: l10n.t('Which kind of record?'), matchOnDescription: true });
  if (chosen?.uri) await beginFrom(connection, chosen.uri);
}

/** The team's own first. */
export function templatesToChoose(own: readonly TeamTemplate[], extension: Uri): readonly Template[] {
  const part = (label: string): Template => ({ label, kind: QuickPickItemKind.Separator });
  return [
    ...(own.length > 0 ? [part(l10n.t('Your team’s templates')), ...own.map(({ uri, title }): Template => ({ label: title, description: workspace.asRelativePath(Uri.parse(uri)), uri: Uri.parse(uri) }))] : []),
    part(l10n.t('Come with Alongside')),
    ...KINDS.map((kind): Template => ({ label: kindName(kind), uri: Uri.joinPath(extension, 'client/templates', `${kind}.md`) })),
  ];
}

export async function openExample(extension: Uri): Promise<void> {
  const text = await textOf(Uri.joinPath(extension, 'examples/case-note.md'));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: text }));
}

async function beginFrom(connection: Connection, template: Uri): Promise<void> {
  const text = await textOf(template);
  const snippet = await connection.request<string>('alongside/newRecord', { text });
  const editor = await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: '' }));
  await editor.insertSnippet(snippet === undefined ? new SnippetString().appendText(text) : new SnippetString(snippet));
}

async function textOf(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

function kindName(kind: (typeof KINDS)[number]): string {
  switch (kind) {
    case 'case-note': return l10n.t('Case note of a visit');
    case 'assessment': return l10n.t('Assessment');
    case 'plan': return l10n.t('Plan for a child');
    case 'review': return l10n.t('Review');
    case 'supervision': return l10n.t('Supervision');
    case 'danger-statement': return l10n.t('Danger statement, safety goal and scale');
    case 'family-plan': return l10n.t('Family plan');
    case 'letter': return l10n.t('Letter to a child');
    case 'chronology': return l10n.t('Chronology');
    case 'referral': return l10n.t('Asking for help (referral)');
    case 'report': return l10n.t('Report');
  }
}
