/**
 * The outline of a record (its sections, danger statements and actions), what of it can be folded, and links from the
 * rules that directives name to where these are told. All of it from the note as it was read.
 */
import { FoldingRangeKind, SymbolKind, type DocumentLink, type DocumentSymbol, type FoldingRange, type Range } from 'vscode-languageserver';
import type { Span } from '../../engine/finding.js';
import type { Overview } from '../../engine/overview/overview.js';
import { readable } from '../../engine/words/readable.js';
import type { FileHost } from '../../rulebook/files/file-host.js';
import type { OpenNote } from '../documents.js';
import { definitionOf } from '../rules-file/navigation.js';
import { partsText, whoseText } from './said.js';

/** Sections hold their statements and actions; `sections` is `theirs` where the editor outlines headings itself. */
export function outlineOf(note: OpenNote, overview: Overview, sections: 'ours' | 'theirs'): DocumentSymbol[] {
  const { note: read } = note.reading.analysis;
  const leaves = [
    ...overview.statements.map((statement) => ({ ...statement, name: `Danger statement: ${readable(read.prose.slice(statement.start, statement.end))}`, detail: partsText(statement), kind: SymbolKind.Event })),
    ...overview.actions.map((action) => ({ ...action, name: `Action: ${action.words}`, detail: whoseText(action), kind: SymbolKind.Event })),
  ].sort((a, b) => a.start - b.start);
  const symbolOf = (leaf: (typeof leaves)[number]): DocumentSymbol => symbol(leaf.name, leaf.detail, leaf.kind, note.range(leaf), note.range(leaf));
  if (sections === 'theirs') return leaves.map(symbolOf);
  const roots: DocumentSymbol[] = [];
  const made: (DocumentSymbol | null)[] = [];
  read.sections.forEach((section, at) => {
    if (section.level === 0) return made.push(null);
    const end = trimmedEnd(read.text, section);
    const range = note.range({ start: section.start, end });
    const line = read.text.indexOf('\n', section.start);
    const one = symbol(section.heading || 'A heading without words', '', SymbolKind.String, range, note.range({ start: section.start, end: line < 0 ? end : Math.min(line, end) }));
    const above = section.parent >= 0 ? made[section.parent] : null;
    (above?.children ?? roots).push(one);
    made[at] = one;
    return undefined;
  });
  for (const leaf of leaves) {
    const holding = read.sections.findLastIndex((section, at) => made[at] && section.start <= leaf.start && leaf.start < section.end);
    (made[holding]?.children ?? roots).push(symbolOf(leaf));
  }
  return roots;
}

/** Front matter, sections, tables and long lists. Lines count from 0. */
export function foldsOf(note: OpenNote): FoldingRange[] {
  const { text, sections, frontMatter, blocks } = note.reading.analysis.note;
  const folds: FoldingRange[] = [];
  const add = (span: Span, kind?: FoldingRangeKind): void => {
    const { start, end } = note.range({ start: span.start, end: trimmedEnd(text, span) });
    if (end.line > start.line) folds.push({ startLine: start.line, endLine: end.line, ...(kind ? { kind } : {}) });
  };
  if (frontMatter) add(frontMatter, FoldingRangeKind.Region);
  for (const section of sections) if (section.level > 0) add(section);
  for (let at = 0; at < blocks.length; ) {
    const kind = blockSort(blocks[at].content.kind);
    let end = at + 1;
    while (end < blocks.length && kind !== 'other' && blockSort(blocks[end].content.kind) === kind && blocks[end].section === blocks[at].section && blocks[end].content.cell?.table === blocks[at].content.cell?.table) end++;
    if (kind !== 'other') add({ start: blocks[at].start, end: blocks[end - 1].end });
    at = end;
  }
  return folds;
}

/** The ids of rules in directives, as far as it is known where these are told. */
export function linksOf(note: OpenNote, files: FileHost, client: 'commands' | 'plain'): DocumentLink[] {
  const { analysis, rulebook } = note.reading;
  return analysis.note.directives.flatMap(({ start, end, rules }) => {
    // A reason in quotes is somebody's own words.
    const source = analysis.note.text.slice(start, end).replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length));
    return rules.flatMap((id): DocumentLink[] => {
      const at = source.indexOf(id);
      const told = at < 0 ? null : definitionOf(id, rulebook, files, client);
      if (!told) return [];
      const title = rulebook.compiled.rules.find((rule) => rule.id === id)?.title ?? id;
      const target = told.range.start.line === 0 ? told.uri : `${told.uri}#L${told.range.start.line + 1}`;
      return [{ range: note.range({ start: start + at, end: start + at + id.length }), target, tooltip: `Why “${title}” is raised, and when to leave it` }];
    });
  });
}

function blockSort(kind: string): 'table' | 'list' | 'other' {
  return kind === 'cell' || kind === 'header-cell' ? 'table' : kind === 'item' ? 'list' : 'other';
}

function symbol(name: string, detail: string, kind: SymbolKind, range: Range, selectionRange: Range): DocumentSymbol {
  return { name: name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name, ...(detail === '' ? {} : { detail }), kind, range, selectionRange, children: [] };
}

const LONGEST = 120;

function trimmedEnd(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}
