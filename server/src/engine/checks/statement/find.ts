/**
 * Where the danger statements of a note stand: under headings, after labels, in table columns, in running prose, one statement each.
 * It does not know what a statement should say.
 */
import { moved, type Span } from '../../finding.js';
import { meetsOneOf } from '../../in-order.js';
import type { Block } from '../../note/note.js';
import type { NoteType } from '../../rule.js';
import type { NoteView, SectionPart } from '../note-view.js';
import { NOBODYS, type Alone } from './alone.js';
import { isStatement, type Beside } from './beside.js';
import { isWhole, readForms, type Form } from './form.js';
import { isTold } from './in-prose.js';
import { close, continues, isLong, OPENS_ON, toldIn, type Open, type Place, type Statement } from './open.js';
import { hasPlace, isBoldHeading, isHeading, labelled, mayStandAlone, modes, readLabel, saidOver, type Label, type Mode, type Places, type Under } from './places.js';

/** In the order in which they stand. Linear in the note. */
export function findStatements(view: NoteView, places: Places, keys: StatementKeys): readonly Statement[] {
  const { note, type } = view;
  // What a heading or label says stays as it is while the block does.
  const labels = view.someBlocks(keys.labels, ({ content }, { tokens }) => readLabel(content, tokens, places));
  // Most notes have none.
  if (type !== 'danger-statement' && labels.size === 0) return [];
  const outline = view.outline();
  const said = view.someSections(keys.said, ({ blocks }) => saidOver(note, blocks, labels));
  const under = view.whileSame(keys.under, [outline, said, type], () => modes(outline, said, type));
  const labelledIn = new Set([...labels.keys()].map((at) => note.blocks[at].section));
  const mayHold = (section: number): boolean => (under[section].mode !== 'none' && under[section].mode !== 'near') || labelledIn.has(section);
  // Of the other sections it matters only what kinds of blocks they hold.
  const kinds = view.someSections(keys.kinds, ({ blocks }) => `${blocks.some(isText)} ${blocks.some(isHeading)}`);
  return view.whileSame(keys.statements, [labels, said, under, kinds, type, view.people.reader, ...view.asRead().filter((_, section) => mayHold(section))], () => {
    const headings = new Map<number, Block | undefined>();
    const headingOf = (section: number): Block | undefined => {
      if (!headings.has(section)) headings.set(section, view.parts()[section].blocks.findLast(isHeading));
      return headings.get(section);
    };
    return opened(view, { said, under, labels, mayHold }, places, keys).map((statement) => close(view, statement, headingOf(statement.section)));
  });
}

/** Under what is kept where statements stand. */
export type StatementKeys = Readonly<Record<'labels' | 'said' | 'under' | 'form' | 'kinds' | 'statements', string>>;

/** Where a statement may be pointed to in the note's text. */
export function placeIn({ note }: NoteView, { section, start, end }: Statement): Span {
  return moved({ start, end }, note.sections[section].start);
}

/** What the headings and labels of the note say. */
interface Headed {
  readonly said: ReadonlyMap<number, Mode>;
  readonly under: readonly Under[];
  readonly labels: ReadonlyMap<number, Label>;
  readonly mayHold: (section: number) => boolean;
}

/** The statements that say anything, and have no blank in them. */
function opened(view: NoteView, { said, under, labels, mayHold }: Headed, places: Places, keys: StatementKeys): readonly Open[] {
  const { note, type } = view;
  const { title, governs } = view.outline();
  const formsOf = (block: Block): readonly Form[] => view.ofBlock(block, keys.form, () => readForms(block.content, view.detail(block), labels.get(block.index)?.end ?? -1, places));
  const statements: Open[] = [];
  let open: Open | null = null;
  let above: Place[] = [];
  const placed = hasPlace(said);
  const isOne = (block: Block): boolean => isStated(block) && formsOf(block).some((form) => (isWhole(form) || (form.formal && form.words >= LONG && form.first !== 'i')) && !NOBODYS.has(form.first));
  /** Whether all that stands in a section leaves nothing open. */
  const passes = ({ section, blocks }: SectionPart): boolean => !mayHold(section) && (open === null || blocks.some(isText)) && (above.length === 0 || blocks.some(isHeading));
  for (const part of view.parts()) {
    if (passes(part)) {
      open = null;
      above = [];
      continue;
    }
    const { mode: ofSection, owner: ofOwner } = under[part.section];
    const listed = ofSection === 'form' && hasWholeAndMarked(part.blocks, formsOf);
    /** "DANGER STATEMENT", "Worries:" on a line of its own that is no heading: it holds for what stands right below it. */
    let lead: Lead | null = null;
    let ones: number | null = null;
    /** Whether another block of the section is a statement. */
    const isBesideOne = (block: Block): boolean => (ones ??= part.blocks.filter(isOne).length) > (isOne(block) ? 1 : 0);
    for (const block of part.blocks) {
      const { cell } = block.content;
      if (isHeading(block)) above = [];
      if (!isText(block) || isBoldHeading(note, block)) continue;
      const led: Lead | null = lead !== null && (block.index === lead.at + 1 || block.content.kind === 'item') ? lead : null;
      const leads = block.content.kind === 'paragraph' ? labels.get(block.index)?.own ?? null : null;
      lead = leads !== null ? { mode: leads, at: block.index } : led;
      const { mode, owner } = led !== null && ofSection !== 'one' && ofSection !== 'each' ? { mode: led.mode, owner: -1 - led.at } : { mode: ofSection, owner: ofOwner };
      const label = labelled(note, block.index, labels) ?? (labels.get(block.index)?.column && formsOf(block).some((form) => isWhole(form) || (form.formed && (ofSection === 'each' || ofSection === 'mixed'))) ? 0 : null);
      const worry = labels.get(block.index)?.alone;
      const beside = (): Beside => (isBesideOne(block) || (worry === 'somebody' && mode === 'form' && type === 'letter' && formsOf(block).some(({ first }) => first !== 'i')) ? 'whole' : mode === 'form' || mode === 'mixed' || mode === 'near' || labels.get(block.index)?.named ? 'worries' : 'nothing');
      const mayStand = !placed && mayStandAlone(note, said, part.section, governs ? title : -1);
      const told = mayStand && label === null ? labels.get(block.index)?.told : undefined;
      const inProse: Open | null = told && isTold(view, block, told) ? toldIn(view, block, told) : null;
      const alone = worry !== undefined && (worry !== 'feared' || mode === 'form' || mode === 'mixed' || labels.get(block.index)?.named === true) && mayStand && (worry !== 'midway' || inProse === null) && isStatement(view, block, { alone: worry, from: labels.get(block.index)?.from ?? 0 }, beside, places);
      if (!alone && label === null && (mode === 'none' || mode === 'near' || (cell && mode !== 'one'))) {
        if (inProse) statements.push(inProse);
        open = null;
        continue;
      }
      for (const form of formsOf(block)) {
        const { from, to } = form;
        const { tokens } = view.detail(block);
        const here = { block, from, to };
        const how: Opens | null = label === null ? opensHow(type, block, form, mode, listed) ?? (alone ? 'alone' : null) : 'alone';
        // A second that is whole is another one, however it is told; and so is what nobody or somebody "also" is worried about.
        const another = (mode === 'form' && alone) || (worry !== undefined && !MAY_GO_ON.has(worry)) || (form.also && form.formal);
        const opens: Opens | null = how === 'joined' && another && open !== null ? 'alone' : how;
        const owns: string = label !== null ? `label ${block.index}` : opens === 'joined' ? `one ${owner}` : `block ${block.index} ${from}`;
        // "Danger statement", and under it who is worried, and what could happen, each an item.
        const goesOn = opens === 'joined' && block.content.kind === 'item' && open?.section === block.section && open.blocks[0].block.content.kind === 'item';
        if (open && label === null && (open.key === owns || goesOn || (mode !== 'one' && !(form.also && form.formal) && !(alone && !MAY_GO_ON.has(worry)) && continues(open, block, tokens, from, places)))) open.blocks.push(here);
        else if (opens === null) {
          if (inProse) statements.push(inProse);
          open = null;
          above.push(here);
        } else {
          // What has happened may be told before who is worried about it.
          const before: readonly Place[] = opens === 'joined' && mode === 'form' ? above : alone && WE_OR_OURS.has(form.first) ? paragraphBefore(view, block, formsOf) : [];
          open = { key: owns, section: block.section, blocks: [here], before };
          statements.push(open);
        }
      }
    }
  }
  return statements.filter(({ blocks }) => isLong(blocks) && !blocks.some(({ block: { start, end } }) => meetsOneOf(note.placeholders, start, end)));
}

function isText({ content: { kind, cell, prose } }: Block): boolean {
  // "| Danger statement | Nan and … |" may be the first row of a table that has no headers.
  return kind !== 'heading' && (kind !== 'header-cell' || (cell?.column === 1 && prose.length > 60));
}

function isStated(block: Block): boolean {
  return isText(block) && !block.content.cell;
}

/** Whether statements stand in a section as "A.", "B.", or as items, with no heading that says so. */
function hasWholeAndMarked(blocks: readonly Block[], formsOf: (block: Block) => readonly Form[]): boolean {
  return blocks.some((block) => !block.content.cell && !isHeading(block) && formsOf(block).some((form) => form.marked && isWhole(form)));
}

type Opens = 'alone' | 'joined';

/** Whether a block begins a statement by itself, joins or begins that of its section, or neither. */
function opensHow(type: NoteType | null, { content: { kind } }: Block, form: Form, mode: Mode, others: boolean): Opens | null {
  const { marked, formed, formal, also, risk, ofChild, first } = form;
  switch (mode) {
    case 'one': return kind === 'item' && formed && !OPENS_ON.has(first) ? 'alone' : 'joined';
    case 'each': return formed || marked || (ofChild && risk) ? 'alone' : null;
    // Among goals it is only what somebody is worried about.
    case 'mixed': return formed ? 'alone' : null;
    case 'form': {
      // "(a)" is a whole one: then "(b) Leo is at risk of harm" is meant as another.
      if (marked && others && ofChild && (formal || risk)) return 'alone';
      if (!formal) return null;
      if (also && ofChild) return 'alone';
      if (type === 'danger-statement') return 'alone';
      return isWhole(form) ? (marked ? 'alone' : 'joined') : null;
    }
    case 'near':
    case 'none': return null;
  }
}

/** What it is about that the writer fears may stand in the paragraph above. */
function paragraphBefore(view: NoteView, { index, section }: Block, formsOf: (block: Block) => readonly Form[]): readonly Place[] {
  const block = view.note.blocks[index - 1];
  // Not what another worry says.
  return block?.section === section && block.content.kind === 'paragraph' && !formsOf(block).some(({ formed }) => formed) ? [{ block, from: 0, to: view.detail(block).tokens.count }] : [];
}

const WE_OR_OURS = new Set(['i', 'we', 'my', 'our']);

interface Lead {
  readonly mode: Mode;
  readonly at: number;
}

/** "They fear" may go on from what stands above; "There are fears" does not. */
const MAY_GO_ON: ReadonlySet<Alone | undefined> = new Set<Alone | undefined>(['somebody', 'midway', 'feared']);

/** So long, it is whole though nobody has said who in it is a child. */
const LONG = 35;
