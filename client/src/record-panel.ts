/**
 * The panel “This record”: a tree in a place of its own beside the files, of the record that is looked at. The place is
 * there once there has been a record. The panel asks the server when one has been read and only while it can be seen;
 * what stands in it, record-tree.ts says.
 */
import { Disposable, EventEmitter, l10n, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, workspace, commands, type TreeDataProvider } from 'vscode';
import type { Connection } from './connection.js';
import type { PlainRange, RecordFacts } from './record-facts.js';
import { recordTree, type Branch } from './record-tree.js';
import { looksLikeRecord } from './summary.js';

const VIEW = 'alongside.thisRecord';
/** Whoever opens other Markdown only has no use for the panel. */
const PLACE = 'alongside.records';
/** After the last change, in milliseconds. */
const REST = 400;

export function showRecordPanel(connection: Connection): Disposable {
  const changed = new EventEmitter<void>();
  let shown: { readonly uri: Uri; readonly tree: readonly Branch[] } | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const provider: TreeDataProvider<Placed> = {
    onDidChangeTreeData: changed.event,
    getChildren: (placed) => (placed ? placedIn(placed.branch.branches ?? [], placed.path) : placedIn(shown?.tree ?? [], '')),
    getTreeItem: (placed) => itemOf(placed, shown?.uri ?? null),
  };
  const view = window.createTreeView(VIEW, { treeDataProvider: provider });

  const refresh = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (!view.visible || (document && document.languageId !== 'markdown')) return;
    const facts = document && (await connection.request<RecordFacts | null>('alongside/overview', { uri: document.uri.toString() }));
    if (document && window.activeTextEditor?.document !== document) return;
    shown = document && facts ? { uri: document.uri, tree: recordTree(facts) } : null;
    view.description = shown ? shown.uri.path.slice(shown.uri.path.lastIndexOf('/') + 1) : '';
    changed.fire();
  };
  const soon = (): void => {
    const document = window.activeTextEditor?.document;
    const summary = document && connection.summary(document.uri);
    if (summary && looksLikeRecord(summary)) makePlace();
    clearTimeout(rest);
    rest = setTimeout(() => void refresh().catch(() => undefined), REST);
  };

  let placed = false;
  const makePlace = (): void => {
    if (!placed) void commands.executeCommand('setContext', PLACE, true);
    placed = true;
  };

  return Disposable.from(
    view, changed,
    { dispose: () => clearTimeout(rest) },
    connection.onDidChange(soon),
    view.onDidChangeVisibility(soon),
    window.onDidChangeActiveTextEditor(soon),
    commands.registerCommand('alongside.openPanel', () => {
      makePlace();
      return commands.executeCommand(`${VIEW}.focus`);
    }),
    commands.registerCommand('alongside.goTo', goTo),
  );
}

/** A line of the tree, and the ids above it. */
interface Placed {
  readonly branch: Branch;
  readonly path: string;
}

function placedIn(branches: readonly Branch[], above: string): Placed[] {
  return branches.map((branch) => ({ branch, path: `${above}/${branch.id}` }));
}

function itemOf({ branch, path }: Placed, uri: Uri | null): TreeItem {
  const { label, beside, more, icon, place, branches, opened } = branch;
  const item = new TreeItem(label, !branches ? TreeItemCollapsibleState.None : opened ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.id = path;
  if (beside) item.description = beside;
  item.tooltip = more ?? (beside ? l10n.t('{0}: {1}', label, beside) : label);
  if (icon) item.iconPath = new ThemeIcon(icon);
  item.accessibilityInformation = { label: [label, beside, place && l10n.t('line {0}', place.start.line + 1)].filter(Boolean).join(', ') };
  if (place && uri) item.command = { command: 'alongside.goTo', title: l10n.t('Go there'), arguments: [uri.toString(), place] };
  return item;
}

async function goTo(uri: string, { start, end }: PlainRange): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, { selection: new Range(start.line, start.character, end.line, end.character) });
}
