/**
 * “Leave this as it is…”: asks for the reason and how long it holds, and hands both to the server. What is left, and
 * where that is written, the server knows.
 */
import { commands, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';

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
    title: 'Leave this as it is',
    prompt: 'Why? A few words for whoever comes after you. They are kept beside the records, so write no names here.',
    placeHolder: 'Court wording; agreed with the family; …',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'A few words are enough.' : undefined),
  });
  if (reason === undefined) return;
  const lasting = await window.showQuickPick(LASTING, { title: 'For how long?', placeHolder: 'Then it is shown again', ignoreFocusOut: true });
  if (lasting === undefined) return;
  const by = workspace.getConfiguration('alongside').get('initials', '').trim() || null;
  const left = await commands.executeCommand<Left | null>('alongside.leaveAsItIs', { ...place, reason, by, until: lasting.months === null ? null : inMonths(new Date(), lasting.months) });
  if (left?.kind === 'directive') await insert(place.uri, left.edit);
  if (left?.kind === 'not') await window.showInformationMessage(left.message);
  if (left?.kind !== 'aside') return;
  const undo = 'Undo';
  const chosen = await window.showInformationMessage('Left as it is. The reason is kept beside the records, not in them.', undo);
  if (chosen !== undo) return;
  const refused = await commands.executeCommand<Left | null>('alongside.takeBack', left);
  if (refused?.kind === 'not') await window.showInformationMessage(refused.message);
}

const LASTING = [
  { label: 'For good', months: null },
  { label: 'For one month', months: 1 },
  { label: 'For three months', months: 3 },
  { label: 'For a year', months: 12 },
] as const;

/** ISO date of the same day so many months on, or of that month's last day. */
export function inMonths(from: Date, months: number): string {
  const last = new Date(Date.UTC(from.getFullYear(), from.getMonth() + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(from.getFullYear(), from.getMonth() + months, Math.min(from.getDate(), last))).toISOString().slice(0, 10);
}

async function insert(uri: string, { range: { start, end }, newText }: Extract<Left, { kind: 'directive' }>['edit']): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character), newText);
  await workspace.applyEdit(edit);
}
