/**
 * Help while writing, when it is asked for: headings a record of this kind still lacks, beginnings of sentences, the
 * names of people in the record, and what an acronym stands for. Nothing is offered inside somebody's words.
 */
import { CompletionItemKind, InsertTextFormat, type CompletionItem, type Position, type Range } from 'vscode-languageserver';
import type { Overview } from '../../engine/overview/overview.js';
import { isBefore, type OpenNote } from '../documents.js';
import { escaped } from '../fixes/blanks.js';
import { readingsOf, type Glossary } from './acronyms.js';
import { startersFor } from './starters.js';

/** Typed, these ask for help by themselves: a heading's mark, and the bracket after an acronym. */
export const ASKING = ['#', '('] as const;

export interface Typed {
  readonly position: Position;
  /** The character that asked, or null where the writer did. */
  readonly by: string | null;
}

/** `snippets`: whether the editor takes the writer from blank to blank. */
export function recordCompletions(note: OpenNote, overview: Overview, glossary: () => Glossary, { position, by }: Typed, snippets: 'filled' | 'plain'): CompletionItem[] {
  const { document } = note;
  const offset = document.offsetAt(position);
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  if (isSpoken(note, overview, position) || offset < frontMatterEnd(note)) return [];
  const heading = /^(#{1,6})(?!#)([^#]*)$/.exec(line);
  if (heading) return headingItems(overview, heading[1], { start: { line: position.line, character: 0 }, end: position });
  if (by === '#') return [];
  const acronym = acronymItems(line, document.getText({ start: position, end: { line: position.line, character: position.character + 1 } }), position, glossary);
  if (acronym.length > 0 || by !== null) return acronym;
  return [...starterItems(overview, line, position, snippets), ...nameItems(overview, line, position)];
}

function headingItems({ missing }: Overview, marks: string, range: Range): CompletionItem[] {
  return missing.map(({ heading, prompt, say }, at): CompletionItem => ({
    label: heading,
    kind: CompletionItemKind.Struct,
    detail: 'a heading this record does not have yet',
    documentation: `It would say ${say}.`,
    filterText: `${marks} ${heading}`,
    sortText: String(at).padStart(3, '0'),
    textEdit: { range, newText: `${marks} ${heading}\n\n${prompt}` },
    insertTextFormat: InsertTextFormat.PlainText,
  }));
}

/** “IRO” or “IRO (”: what the letters stand for, in brackets after them. */
function acronymItems(line: string, next: string, position: Position, glossary: () => Glossary): CompletionItem[] {
  const typed = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}&/]{1,7})( ?\(?)$/u.exec(line);
  if (!typed) return [];
  const [, written, bracket] = typed;
  return readingsOf(glossary(), written).map((reading, at): CompletionItem => {
    const open = bracket.endsWith('(');
    const newText = `${open ? '' : bracket === '' ? ' (' : '('}${reading.words}${open && next === ')' ? '' : ')'}`;
    return {
      label: reading.words,
      kind: CompletionItemKind.Text,
      detail: reading.kind === 'plain' ? `${written} in plain words` : `what ${written} stands for`,
      sortText: `0${at}`,
      // The editor filters by what stands at the cursor.
      filterText: newText,
      textEdit: { range: { start: position, end: position }, newText },
    };
  });
}

/** Where a sentence begins: at the start of a line, after a list mark, or after the sentence before. */
function starterItems(overview: Overview, line: string, position: Position, snippets: 'filled' | 'plain'): CompletionItem[] {
  const begun = /^(\s*(?:[-*+•]|\d{1,2}[.)])?\s*(?:\[ \] )?)([\p{L} ’']{0,20})$/u.exec(line) ?? /^(.*[.!?]["”’']? )([\p{L}’']{0,20})$/u.exec(line);
  if (!begun) return [];
  const range = { start: { line: position.line, character: position.character - begun[2].length }, end: position };
  const inList = /^\s*(?:[-*+•]|\d{1,2}[.)])/.test(begun[1]);
  const fitting = startersFor(overview.children.map(({ name }) => name)).filter(({ label }) => label.toLowerCase().startsWith(begun[2].toLowerCase()));
  return fitting.map(({ label, says, pieces, mark }, at): CompletionItem => {
    let stop = 0;
    const lead = mark === 'item' && !inList && begun[1].trim() === '' ? '- ' : '';
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : `[${piece.blank}]`)).join('');
    const snippet = pieces.map((piece) => (typeof piece === 'string' ? escaped(piece) : `\${${(stop += 1)}:${escaped(`[${piece.blank}]`)}}`)).join('');
    return {
      label,
      kind: CompletionItemKind.Snippet,
      detail: 'a way to begin',
      documentation: says,
      filterText: label,
      sortText: `1${at}`,
      textEdit: { range, newText: lead + (snippets === 'filled' ? `${snippet}$0` : text) },
      insertTextFormat: snippets === 'filled' ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    };
  });
}

const LONGEST_NAME = 80;

/** Where a name may be begun: at no letter, or at a capital. */
function nameItems({ people }: Overview, line: string, position: Position): CompletionItem[] {
  const begun = /(?:^|[^\p{L}\p{N}’'])((?:\p{Lu}[\p{L}’'-]*)?)$/u.exec(line.slice(-LONGEST_NAME));
  if (!begun) return [];
  const range = { start: { line: position.line, character: position.character - begun[1].length }, end: position };
  return people.map(({ name, who }): CompletionItem => ({ label: name, kind: CompletionItemKind.Constant, detail: WHO[who], sortText: `2${name}`, textEdit: { range, newText: name } }));
}

const WHO = { child: 'child', family: 'family', professional: 'professional', service: 'service', other: 'in this record' } as const;

/** In a quotation, also one that is not closed yet, or in a block quote. */
function isSpoken(note: OpenNote, { voices }: Overview, position: Position): boolean {
  const line = note.document.getText({ start: { line: position.line, character: 0 }, end: position });
  if (/^\s*>/.test(line) || line.lastIndexOf('“') > line.lastIndexOf('”') || (line.match(/(?<![\p{L}\p{N}])"|"(?![\p{L}\p{N}])/gu)?.length ?? 0) % 2 === 1) return true;
  return voices.some(({ how, start, end }) => {
    const range = note.range({ start, end });
    return how === 'quoted' && isBefore(range.start, position) && isBefore(position, range.end);
  });
}

function frontMatterEnd({ document, range, reading }: OpenNote): number {
  const { frontMatter } = reading.analysis.note;
  return frontMatter ? document.offsetAt(range(frontMatter).end) : 0;
}
