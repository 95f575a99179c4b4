/**
 * Lines over a record's headings: how its children are heard, which parts of a danger statement are there, whose its
 * actions are. They count and name; what is raised stands elsewhere.
 */
import type { CodeLens, Command, Position } from 'vscode-languageserver';
import type { Span } from '../../engine/finding.js';
import { titleOf } from '../../engine/note/place.js';
import type { ActionSeen, Overview } from '../../engine/overview/overview.js';
import type { OpenNote } from '../documents.js';
import { SHOW_PLACES } from '../rules-file/lenses.js';
import { actionsText, partsText, voicesText } from './said.js';

/** `client`: whether it shows places when a line is chosen. */
export function recordLenses(note: OpenNote, overview: Overview, client: 'commands' | 'plain'): CodeLens[] {
  const lens = (at: number, title: string, places: readonly Span[]): CodeLens => {
    const start = { line: note.range({ start: at, end: at }).start.line, character: 0 };
    return { range: { start, end: start }, command: commandOf(note, start, title, places, client) };
  };
  const voices = overview.voicePlaces.flatMap(({ start, children }) => {
    const said = isBlank(start, note) ? '' : voicesText(children);
    return said === '' ? [] : [lens(start, `Child’s voice: ${said}`, children.flatMap(({ words, signs }) => [...words, ...signs.map(point)]))];
  });
  return [
    ...(overview.voicePlaces.length > 0 ? voices : wholeVoice(note, overview).map(({ at, title, places }) => lens(at, title, places))),
    ...overview.statements.map((statement) => lens(statement.start, partsText(statement), [])),
    ...listsOf(overview.actions).map((actions) => lens(lineFor(actions[0], note), actionsText(actions), actions.filter(({ owned, dated }) => !owned || !dated))),
  ].sort((a, b) => a.range.start.line - b.range.start.line);
}

/** Without a heading for what children say, it stands over the record. */
function wholeVoice(note: OpenNote, { children }: Overview): readonly { readonly at: number; readonly title: string; readonly places: readonly Span[] }[] {
  const { analysis } = note.reading;
  const said = analysis.template || analysis.words < FEW_WORDS ? '' : voicesText(children);
  if (said === '') return [];
  return [{ at: titleOf(analysis.note).start, title: `Child’s voice: ${said}`, places: children.flatMap(({ words, signs }) => [...words, ...signs.map(point)]) }];
}

/** Whether what stands under a heading is still to be filled in. */
function isBlank(start: number, note: OpenNote): boolean {
  const { sections, placeholders } = note.reading.analysis.note;
  const section = sections.findLast((one) => one.start <= start && start < one.end);
  return section !== undefined && placeholders.some((blank) => section.start <= blank.start && blank.end <= section.end);
}

/** A record with fewer is only begun: that nobody is heard in it yet says nothing. */
const FEW_WORDS = 40;

function listsOf(actions: readonly ActionSeen[]): readonly (readonly ActionSeen[])[] {
  const lists = new Map<number, ActionSeen[]>();
  for (const action of actions) lists.set(action.list, [...(lists.get(action.list) ?? []), action]);
  return [...lists.values()];
}

/** The heading right over the list, or the table's first line. */
function lineFor({ start }: ActionSeen, note: OpenNote): number {
  const { blocks, sections } = note.reading.analysis.note;
  const at = blocks.findIndex((block) => block.start <= start && start < block.end + 1);
  if (at < 0) return start;
  let first = at;
  while (first > 0 && blocks[first - 1].section === blocks[at].section && (blocks[first - 1].content.cell !== null) === (blocks[at].content.cell !== null) && blocks[at].content.cell !== null) first--;
  const over = blocks[first - 1];
  return over?.content.kind === 'heading' && over.section === blocks[at].section ? sections[over.section].start : blocks[first].start;
}

function point(at: number): Span {
  return { start: at, end: at };
}

function commandOf(note: OpenNote, at: Position, title: string, places: readonly Span[], client: 'commands' | 'plain'): Command {
  const { uri } = note.document;
  if (client === 'plain' || places.length === 0) return { title, command: '' };
  return { title, command: SHOW_PLACES, arguments: [uri, at, places.map((span) => ({ uri, range: note.range(span) }))] };
}
