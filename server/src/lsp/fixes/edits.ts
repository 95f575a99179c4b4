/**
 * Edits of a record in the forms clients take: with the version of the text they fit, and with blanks as stops.
 */
import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { hasBlanks, withStops } from './blanks.js';

export interface EditOptions {
  /** Whether the client takes edits that carry the document's version. */
  readonly edits: 'versioned' | 'plain';
  /** Whether blanks can be stops to jump between. */
  readonly blanks: 'stops' | 'plain';
}

export function editOf(uri: string, version: number, edits: readonly TextEdit[], { edits: form, blanks }: EditOptions): WorkspaceEdit {
  if (form === 'plain') return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => (blanks === 'stops' && hasBlanks(edit.newText) ? snippetOf(edit) : edit)) }] };
}

function snippetOf({ range, newText }: TextEdit): SnippetTextEdit {
  return { range, snippet: { kind: 'snippet', value: withStops(newText) } };
}
