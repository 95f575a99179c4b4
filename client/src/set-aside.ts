/**
 * “Leave this as it is…”: asks for the reason and how long it holds, and hands both to the server. What is left, and
 * where that is written, the server knows.
 */
import { commands, l10n, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';

/** What the server's code action hands over. */
export interface FindingPlace {
  readonly uri: string;
  readonly rule: string;
  readonly range: PlainRange;
}

interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What the server answers. */
type Left =
  | { readonly kind: 'aside' }
  | { readonly kind: 'directive'; readonly edit: { readonly range: PlainRange; readonly newText: string } }
  | { readonly kind: 'not'; readonly message: string };

export async function leaveAsItIs(place: FindingPlace): Promise<void> {
  const reason = await window.showInputBox({
    title: l10n.t('Leave this as it is'),
    prompt: l10n.t('Why? A few words for whoever comes after you. They are kept beside the records, so write no names here.'),
    placeHolder: l10n.t('Court wording; agreed with the family; …'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A few words are enough.') : undefined),
  });
  if (reason === undefined) return;
  const term = await window.showQuickPick(lasting(), { title: l10n.t('For how long?'), placeHolder: l10n.t('Then it is shown again'), ignoreFocusOut: true });
  if (term === undefined) return;
  const by = workspace.getConfiguration('alongside').get('initials', '').trim() || null;
  const left = await commands.executeCommand<Left | null>('alongside.leaveAsItIs', { ...place, reason, by, until: term.months === null ? null : inMonths(new Date(), term.months) });
  if (left?.kind === 'directive') await insert(place.uri, left.edit);
  if (left?.kind === 'not') await window.showInformationMessage(left.message);
  if (left?.kind !== 'aside') return;
  const undo = l10n.t('Undo');
  const chosen = await window.showInformationMessage(l10n.t('Left as it is. The reason is kept beside the records, not in them.'), undo);
  if (chosen !== undo) return;
  const refused = await commands.executeCommand<Left | null>('alongside.takeBack', left);
  if (refused?.kind === 'not') await window.showInformationMessage(refused.message);
}

const lasting = (): readonly { readonly label: string; readonly months: number | null }[] => [
  { label: l10n.t('For good'), months: null },
  { label: l10n.t('For one month'), months: 1 },
  { label: l10n.t('For three months'), months: 3 },
  { label: l10n.t('For a year'), months: 12 },
];

/** ISO date of the same day so many months on, or of that month's last day. */
function inMonths(from: Date, months: number): string {
  const last = new Date(Date.UTC(from.getFullYear(), from.getMonth() + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(from.getFullYear(), from.getMonth() + months, Math.min(from.getDate(), last))).toISOString().slice(0, 10);
}

async function insert(uri: string, { range: { start, end }, newText }: Extract<Left, { kind: 'directive' }>['edit']): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character), newText);
  await workspace.applyEdit(edit);
}
