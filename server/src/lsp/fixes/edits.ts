/**
 * Edits of a record in the forms clients take: with the version of the text they fit, and with blanks as stops.
 */
import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { OpenNote } from '../documents.js';
import { hasBlanks, withStops } from './blanks.js';

export interface EditOptions {
  /** Whether the client takes edits that carry the document's version. */
  readonly edits: 'versioned' | 'plain';
  /** Whether blanks can be stops to jump between. */
  readonly blanks: 'stops' | 'plain';
}

export function editOf({ document, version }: Pick<OpenNote, 'document' | 'version'>, edits: readonly TextEdit[], { edits: form, blanks }: EditOptions): WorkspaceEdit {
  const { uri } = document;
  if (form === 'plain') return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => (blanks === 'stops' && hasBlanks(edit.newText) && !wouldIndent(document, edit) ? snippetOf(edit) : edit)) }] };
}

/** An editor indents the lines of a snippet as the line it begins in; a heading must not be. */
function wouldIndent(document: OpenNote['document'], { range: { start }, newText }: TextEdit): boolean {
  return newText.includes('\n') && /^\s/.test(document.getText({ start: { line: start.line, character: 0 }, end: start }));
}

function snippetOf({ range, newText }: TextEdit): SnippetTextEdit {
  return { range, snippet: { kind: 'snippet', value: withStops(newText) } };
}
