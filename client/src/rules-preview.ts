/**
 * What an unsaved edit of a rules file changes in the records, and the pages of rules that ship: texts that exist only
 * in the editor, asked of the server whenever they are shown. Nothing of a record is kept.
 */
import { commands, Disposable, DocumentLink, EventEmitter, l10n, languages, Location, Position, Range, Uri, ViewColumn, window, workspace, type TextDocument } from 'vscode';
import type { Connection } from './connection.js';

const PREVIEW = 'alongside-preview';
const RULE = 'alongside-rule';

/** What the server answers to `alongside/preview`. */
export interface Preview {
  readonly records: number;
  readonly gained: readonly PreviewLine[];
  readonly lost: readonly PreviewLine[];
  /** Lines that were left off. */
  readonly left: number;
}

export interface PreviewLine {
  readonly rule: string;
  readonly title: string;
  readonly path: string;
  readonly location: PlainLocation;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A place as the protocol writes it. */
interface PlainLocation {
  readonly uri: string;
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
}

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export function offerRulesPreview(connection: Connection): Disposable {
  const changed = new EventEmitter<Uri>();
  const isShown = (rules: Uri): Uri | undefined => workspace.textDocuments.find(({ uri }) => uri.scheme === PREVIEW && uri.query === rules.toString())?.uri;
  const refresh = ({ uri }: TextDocument): void => {
    const shown = isShown(uri);
    if (shown) changed.fire(shown);
  };
  /** The places of each line shown, for its link. */
  const links = new Map<string, readonly { readonly line: number; readonly place: PlainLocation }[]>();

  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(PREVIEW, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const preview = await connection.request<Preview | null>('alongside/preview', { uri: uri.query });
        const text = previewText(preview ?? null);
        links.set(uri.toString(), text.links);
        return text.text;
      },
    }),
    languages.registerDocumentLinkProvider({ scheme: PREVIEW }, {
      provideDocumentLinks: (document) => (links.get(document.uri.toString()) ?? []).filter(({ line }) => line < document.lineCount).map(({ line, place }) =>
        new DocumentLink(document.lineAt(line).range, Uri.parse(place.uri).with({ fragment: `${place.range.start.line + 1},${place.range.start.character + 1}` }))),
    }),
    workspace.registerTextDocumentContentProvider(RULE, {
      provideTextDocumentContent: async ({ path }) => (await connection.request<string | null>('alongside/rule', { rule: path.slice(1) })) ?? l10n.t('There is no rule called {0}.', path.slice(1)),
    }),
    workspace.onDidChangeTextDocument(({ document }) => refresh(document)),
    workspace.onDidSaveTextDocument(refresh),
    workspace.onDidCloseTextDocument(({ uri }) => links.delete(uri.toString())),
    commands.registerCommand('alongside.previewRules', showPreview),
    commands.registerCommand('alongside.showPlaces', showPlaces),
  );
}

async function showPreview(rules?: string): Promise<void> {
  const uri = rules ?? window.activeTextEditor?.document.uri.toString();
  if (!uri || !uri.endsWith('.yml')) {
    await window.showInformationMessage(l10n.t('Open the rules file (alongside.yml) first.'));
    return;
  }
  const preview = Uri.from({ scheme: PREVIEW, path: '/What this edit changes', query: uri });
  await window.showTextDocument(preview, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
}

/** Places in the editor’s own list, beside the rule. */
async function showPlaces(uri: string, at: PlainPosition, places: readonly PlainLocation[]): Promise<void> {
  const position = ({ line, character }: PlainPosition): Position => new Position(line, character);
  const locations = places.map(({ uri: file, range }) => new Location(Uri.parse(file), new Range(position(range.start), position(range.end))));
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position(at), locations);
}

/** Gains and losses as text, with the line of each place. */
export function previewText(preview: Preview | null): { readonly text: string; readonly links: readonly { readonly line: number; readonly place: PlainLocation }[] } {
  if (!preview) return { text: `${l10n.t('The rules file has to be open, and the records are still being read.')}\n`, links: [] };
  const lines: string[] = [preview.records === 1 ? l10n.t('What this edit changes in 1 record, before it is saved') : l10n.t('What this edit changes in {0} records, before it is saved', preview.records), ''];
  const links: { line: number; place: PlainLocation }[] = [];
  const add = (title: string, found: readonly PreviewLine[]): void => {
    lines.push(`${title} ${found.length}`, '');
    for (const { rule, title: about, path, location, before, words, after } of found) {
      links.push({ line: lines.length, place: location });
      lines.push(`${path}:${location.range.start.line + 1}:${location.range.start.character + 1}  ${rule} (${about})`, `    ${before}[[${words}]]${after}`, '');
    }
  };
  add(l10n.t('Raised now, and not before:'), preview.gained);
  add(l10n.t('Raised before, and not now:'), preview.lost);
  if (preview.left > 0) lines.push(l10n.t('And {0} more.', preview.left), '');
  return { text: lines.join('\n'), links };
}
