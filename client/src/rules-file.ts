/**
 * Opens the rules file that holds for the record that is open, or begins one; and puts the cursor where the next rule
 * goes. Where rules files are looked for and what they begin with, the server knows.
 */
import { l10n, Position, Selection, SnippetString, Uri, window, workspace, type TextEditor } from 'vscode';
import type { Connection } from './connection.js';

/** What the server answers to `alongside/rulesFile`. */
interface RulesFile {
  readonly uri: string | null;
  readonly begin: readonly { readonly uri: string; readonly text: string }[];
}

/** What it answers to `alongside/rulePlace`. */
interface RulePlace {
  readonly position: { readonly line: number; readonly character: number };
  readonly snippet: string;
}

export async function openRules(connection: Connection): Promise<TextEditor | undefined> {
  const record = window.activeTextEditor?.document.uri;
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  const answer = await connection.request<RulesFile>('alongside/rulesFile', { record: record?.toString() ?? null, folders });
  if (!answer) {
    await window.showInformationMessage(l10n.t('Alongside is switched off or could not be started, so it cannot look for the rules file.'));
    return undefined;
  }
  if (answer.uri !== null) return window.showTextDocument(Uri.parse(answer.uri));
  const begun = await begin(answer.begin);
  return begun && window.showTextDocument(begun);
}

/** What it answers to `alongside/changeable`. */
interface Changeable {
  readonly rules: readonly { readonly id: string; readonly title: string; readonly why: string; readonly state: 'on' | 'off'; readonly line: number | null }[];
  readonly changes: readonly { readonly label: string; readonly detail: string; readonly text: string; readonly of: 'on' | 'off' | 'both' }[];
}

/** A rule to fill in at the end of the rules; or a change of one that ships, which is chosen by what it is about. */
export async function writeRule(connection: Connection, what: 'new' | 'change', rules?: string): Promise<void> {
  const editor = rules === undefined ? await openRules(connection) : await window.showTextDocument(Uri.parse(rules));
  if (!editor) return;
  const { document } = editor;
  const piece = what === 'new' ? null : await chosenChange(connection, editor);
  if (piece === undefined) return;
  const place = await connection.request<RulePlace | null>('alongside/rulePlace', { uri: document.uri.toString(), text: document.getText(), piece });
  if (!place) {
    await window.showInformationMessage(l10n.t('The rules in this file stand in braces. Put each on a line of its own first.'));
    return;
  }
  await editor.insertSnippet(new SnippetString(place.snippet), new Position(place.position.line, place.position.character));
}

/** The text of a snippet; undefined where nothing was chosen, or the file speaks of the rule already and shows where. */
async function chosenChange(connection: Connection, editor: TextEditor): Promise<string | undefined> {
  const answer = await connection.request<Changeable>('alongside/changeable', { text: editor.document.getText() });
  const rule = await window.showQuickPick((answer?.rules ?? []).map((one) => ({ ...one, label: one.title, description: one.id, detail: one.why })), { title: l10n.t('Which rule is to change?'), placeHolder: l10n.t('Type what it is about, or words of its name'), matchOnDescription: true, matchOnDetail: true });
  if (!rule) return undefined;
  if (rule.line !== null) {
    editor.selection = new Selection(rule.line, 0, rule.line, 0);
    editor.revealRange(editor.selection);
    return undefined;
  }
  const change = await window.showQuickPick((answer?.changes ?? []).filter(({ of }) => of === 'both' || of === rule.state), { title: rule.title });
  return change && `${rule.id}:${change.text}`;
}

async function begin(places: RulesFile['begin']): Promise<Uri | undefined> {
  if (places.length === 0) {
    await window.showInformationMessage(l10n.t('Open the folder your records are in first: the rules file stands at the top of it.'));
    return undefined;
  }
  const choices = places.map(({ uri, text }) => {
    const file = Uri.parse(uri);
    return { label: `$(new-file) ${l10n.t('Begin {0}', workspace.asRelativePath(file, true))}`, detail: l10n.t('It changes nothing until you write in it.'), file, text };
  });
  const chosen = await window.showQuickPick(choices, { title: l10n.t('There is no rules file here yet'), placeHolder: l10n.t('The rules that come with Alongside hold without one.') });
  if (!chosen) return undefined;
  await workspace.fs.writeFile(chosen.file, new TextEncoder().encode(chosen.text));
  return chosen.file;
}
