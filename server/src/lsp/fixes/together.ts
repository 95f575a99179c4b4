/**
 * Several findings mended at once: all of one rule, or all that are safe. Only what changes no fact, and never twice
 * in the same place.
 */
import { CodeActionKind, type CodeAction, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { Finding } from '../../engine/finding.js';
import type { OpenNote } from '../documents.js';
import { editOf, type EditOptions } from './edits.js';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.alongside`;

/** “Replace all of these”, where a finding is one of several of its rule that can be replaced safely. */
export function allOfThese(note: OpenNote, diagnostic: Diagnostic, rule: string, options: EditOptions): readonly CodeAction[] {
  const edits = safeEdits(note, note.reading.analysis.findings.filter((finding) => finding.rule === rule));
  if (edits.length < 2) return [];
  return [{ title: `Replace all ${edits.length} of these`, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: editOf(note, edits, options) }];
}

/** For an editor's own “fix all”, when somebody asks for it. */
export function allThatIsSafe(note: OpenNote, options: EditOptions): readonly CodeAction[] {
  const edits = safeEdits(note, note.reading.analysis.findings);
  return edits.length === 0 ? [] : [{ title: 'Make every replacement that changes no fact', kind: FIX_ALL, edit: editOf(note, edits, options) }];
}

function safeEdits(note: OpenNote, findings: readonly Finding[]): readonly TextEdit[] {
  let reached = -1;
  return findings.flatMap(({ fixes }) => {
    const fix = fixes.find(({ safe }) => safe);
    if (!fix || fix.edits[0].start < reached) return [];
    reached = fix.edits[fix.edits.length - 1].end;
    return fix.edits.map((edit) => ({ range: note.range(edit), newText: edit.text }));
  });
}
