/**
 * Finds the rulebook of the record that is open, opens it, or offers to begin one. It knows where rulebooks are looked
 * for (`alongside.yml`, the nearest above the record) and not what is in them.
 */
import { l10n, Uri, window, workspace } from 'vscode';

const NAME = 'alongside.yml';

export async function openRules(): Promise<void> {
  const record = window.activeTextEditor?.document.uri;
  const found = await firstThatExists([...above(record), ...workspaceFolders()].map((folder) => Uri.joinPath(folder, NAME)))
    ?? (await workspace.findFiles(`**/${NAME}`, '**/node_modules/**', 1))[0];
  const rules = found ?? await begin(record);
  if (rules) await window.showTextDocument(rules);
}

/** The folders a record's rulebook may stand in, nearest first, up to the top of its workspace folder (or of the disk). */
export function above(record: Uri | undefined): readonly Uri[] {
  if (!record || record.scheme === 'untitled') return [];
  const top = workspace.getWorkspaceFolder(record)?.uri.path ?? '/';
  const folders: Uri[] = [];
  for (let folder = Uri.joinPath(record, '..'); ; folder = Uri.joinPath(folder, '..')) {
    folders.push(folder);
    if (folder.path === top || folder.path === Uri.joinPath(folder, '..').path) return folders;
  }
}

async function begin(record: Uri | undefined): Promise<Uri | undefined> {
  const folder = (record && workspace.getWorkspaceFolder(record)?.uri) ?? workspaceFolders()[0] ?? above(record)[0];
  if (!folder) {
    await window.showInformationMessage(l10n.t('Open the folder your records are in first: the rules file stands at the top of it.'));
    return undefined;
  }
  const create = l10n.t('Create one');
  const chosen = await window.showInformationMessage(l10n.t('There is no {0} here yet. The built-in rules apply without one.', NAME), create);
  if (chosen !== create) return undefined;
  const rules = Uri.joinPath(folder, NAME);
  await workspace.fs.writeFile(rules, new TextEncoder().encode(STARTER));
  return rules;
}

const workspaceFolders = (): readonly Uri[] => (workspace.workspaceFolders ?? []).map(({ uri }) => uri);

async function firstThatExists(files: readonly Uri[]): Promise<Uri | undefined> {
  for (const file of files) {
    const there = await workspace.fs.stat(file).then(() => true, () => false);
    if (there) return file;
  }
  return undefined;
}

/** The server's own (starter.ts), word for word: everything but the packs is a comment, so that a new rules file changes nothing until somebody decides it should. */
export const STARTER = `# How this team reads its records. Saved changes show at once in every record that is open.
# A line that begins with # does nothing: take the # away to switch it on.

packs: [family-valued, signs-of-safety, family-group-conference]

# rules:
#   label/complex: off                   # switch a rule off
#
#   ours/panel:                          # a rule of our own
#     title: A meeting only we know
#     why: Families should not have to ask what a meeting is for.
#     entries:
#       - avoid: |
#           panel date
#         ask: What is decided there, and who will be in the room?
#     examples:
#       raise: |
#         We will hear after the [[panel date]].
#       leave: |
#         We will hear on 4 May, when the fostering panel meets.

# choices:
#   victim: avoid                        # where guides disagree: which side we take

# people:
#   professionals: [Priti Sahota]        # names that belong to workers, not to the family

# notes:
#   "templates/**": { type: plan, template: true }
`;
