/**
 * The actions of a note: items, table rows and sentences, in the parts that speak of what is to be done. It does not
 * judge whether they say who, when and what.
 */
import type { Block, Content } from '../../note/note.js';
import type { Tokens } from '../../words/tokens.js';
import { givenBy, givenByHeading, givenForAll, type Given } from './given.js';
import { looksBack, partOf, partUnder, type Headings, type Part } from './headings.js';
import { isChecklist, isPlanned, itemsOf } from './items.js';
import { toldElsewhere } from './passing.js';
import { labelsOf, sentencesOf } from './prose.js';
import { rowsOf, tableEnd } from './rows.js';
import { wordsIn, type Words } from './said.js';
import type { NoteView } from '../note-view.js';

/** Something to be done, wherever its section stands. `passing`: in prose under a heading that says nothing of tasks; `alone`: there, as all that its paragraph says. */
export interface Action {
  readonly form: 'item' | 'row' | 'sentence' | 'passing' | 'alone';
  readonly content: Content;
  /** Place of its block in the section. */
  readonly at: number;
  readonly words: Words;
  /** The words that tell what is to be done, where these are not all, or other words do. */
  readonly says?: readonly Words[];
  /** What the cell or field for it says; '' for a blank one, null where there is no such column, or where a blank is meant to stand. */
  readonly who: string | null;
  readonly when: string | null;
  /** Words of the cell that says who. */
  readonly owner: Words | null;
  /** What stands above says it for this one: "Mum will:", "By Friday:", or the action that this is a part of. */
  readonly given: Given;
}

/** An action, and the block it stands in. */
export type PlacedAction = Action & { readonly block: Block };

/** All actions of the note, in order. */
export function readActions(view: NoteView, headings: Headings): readonly PlacedAction[] {
  const parts = view.parts();
  const { bySection, counts } = actionsBySection(view, headings);
  return bySection.flatMap((actions, section) => actions.filter((action) => isCounted(action, counts)).map((action) => ({ ...action, block: parts[section].blocks[action.at] })));
}

/** Where a note has a place for what is to be done, the rest of it tells: what is to be done `in passing` does not count. */
export type Counts = 'all' | 'not in passing';

export function isCounted({ form }: Action, counts: Counts): boolean {
  return counts === 'all' || form !== 'passing';
}

/** The actions of each section, by its place in `note.sections`. They go by what stands `elsewhere`, and so does what is made of them. Linear. */
export function actionsBySection(view: NoteView, headings: Headings): { readonly bySection: readonly (readonly Action[])[]; readonly counts: Counts; readonly elsewhere: string } {
  const { keys } = headings;
  const outline = view.outline();
  const parts = view.whileSame(keys.parts, [outline], () => {
    const under: Part[] = [];
    // Those above a section stand before it.
    for (const [at, section] of outline.sections.entries()) under.push(partUnder(section, outline.sections, under, saidOver(section.heading, outline.words[at], headings)));
    return under;
  });
  const elsewhere = toldElsewhere(view);
  const bySection = view.ofSections(keys.actions, ({ section, blocks }) => actionsIn(view, blocks, section > 0 ? 'headed' : 'first', parts[section], headings), elsewhere);
  const forms = view.someSections(keys.forms, ({ section }) => formsOf(bySection[section]), elsewhere);
  const counts = view.whileSame(keys.counts, [forms], (): Counts => {
    const all = [...forms.values()];
    return all.some((those) => those !== 'placed') && all.some((those) => those !== 'passing') ? 'not in passing' : 'all';
  });
  return { bySection, counts, elsewhere };
}

/** What a heading says, for as long as its words stand: typing in one heading leaves the others. */
function saidOver(heading: string, words: Tokens, headings: Headings): Part | null {
  const said = headings.said.get(words);
  if (said !== undefined) return said;
  const now = partOf(heading, headings);
  headings.said.set(words, now);
  return now;
}

/** What stands alone is counted wherever it is, and leaves what passes as it was. */
function formsOf(actions: readonly Action[]): 'placed' | 'passing' | 'both' | null {
  const passing = actions.some(({ form }) => form === 'passing');
  const placed = actions.some(({ form }) => form !== 'passing' && form !== 'alone');
  return passing ? (placed ? 'both' : 'passing') : placed ? 'placed' : null;
}

/** The actions of one section, given its blocks, what it is a part of, and whether its first block is its heading. */
function actionsIn(view: NoteView, blocks: readonly Block[], opens: 'headed' | 'first', under: Part, headings: Headings): readonly Action[] {
  const { keys } = headings;
  const lineSays: LineSays = (block, which, line) => view.ofBlock(block, keys[which], () => partOf(line(), headings));
  const actions: Action[] = [];
  let heading: Given = [];
  /** What a sentence says of all that follows it. */
  let standing: Given = [];
  let title = '';
  // "PLAN" on a line of its own opens a part as a heading does, up to the next such line.
  let part = under;
  /** What such a line says, whatever the section is. */
  let opened: Part | null = null;
  const introOf = (at: number): { readonly intro: Block | null; readonly said: Part | null } => {
    const intro = at > 0 && blocks[at - 1].content.kind === 'paragraph' ? blocks[at - 1] : null;
    return { intro, said: intro && lineSays(intro, 'above', () => lineAbove(intro.content.prose)) };
  };
  const givenIn = (intro: Block | null): Given => (intro && OPENS.test(intro.content.prose) ? givenBy(wordsIn(view, intro)) : []);
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    const { kind, cell } = block.content;
    if (cell) {
      const end = tableEnd(blocks, at);
      const { intro, said } = introOf(at);
      const read = said ?? part;
      if (read !== 'other' || !looksBack(said ? intro!.content.prose : title)) for (const action of rowsOf(view, blocks.slice(at, end), { part: read, above: [...heading, ...givenIn(intro)], standing, first: blocks[0].index })) actions.push(action);
      at = end;
    } else if (kind === 'item') {
      let end = at + 1;
      while (end < blocks.length && blocks[end].content.kind === 'item') end++;
      // "6. Actions" before lines of prose is a heading.
      const below = blocks[at + 1];
      const opensOwn = isShort(block.content.prose) && isNumbered(view, block) && (below?.content.kind === 'paragraph' || (below?.content.kind === 'item' && !isNumbered(view, below) && isAtMargin(view, below)));
      const titleSays = opensOwn ? lineSays(block, 'title', () => block.content.prose) : null;
      if (titleSays !== null || (opensOwn && opened !== null)) {
        [part, opened, standing] = [titleSays ?? under, titleSays, givenToAll(block.content.prose)];
        at += 1;
        continue;
      }
      const { intro, said } = introOf(at);
      const read = said ?? (part === 'unsaid' && isChecklist(view, blocks.slice(at, end)) ? 'actions' : part === 'unsaid' && isPlanned(view, blocks.slice(at, end).map((item) => wordsIn(view, item))) ? 'decisions' : part);
      if (read !== 'other') for (const action of itemsOf(view, blocks.slice(at, end), read, [...heading, ...standing, ...givenIn(intro)], blocks[0].index)) actions.push(action);
      // "What is left:" speaks of its list, and not of the goodbye behind it.
      if (intro && at > 1 && LEADS.test(intro.content.prose)) [part, opened] = [under, null];
      at = end;
    } else {
      const titled = (at === 0 && opens === 'headed') || (kind === 'paragraph' && (isTitle(block.content.prose) || (isShort(block.content.prose) && lineSays(block, 'title', () => block.content.prose) === 'actions')));
      if (titled) title = block.content.prose;
      // "Levi agrees:" speaks for lines of prose too.
      if (titled) standing = [...standing, ...givenToAll(title)];
      else if (kind === 'paragraph') standing = [...standing, ...givenForAll(view, block)];
      // What opens a section is its heading, also where that is a paragraph in bold; before the first there is none.
      if (at === 0 && opens === 'headed') heading = part === 'other' || part === 'unsaid' ? [] : givenByHeading(wordsIn(view, block), lineSays(block, 'title', () => block.content.prose));
      else if (titled) part = (opened = lineSays(block, 'title', () => block.content.prose)) ?? under;
      else if (kind === 'paragraph') actions.push(...sentencesOf(view, block, part, opened, () => view.ofBlock(block, keys.label, () => labelsOf(block.content, headings)), at, blocks).map((action) => (standing.length === 0 ? action : { ...action, given: [...action.given, ...standing] })));
      at += 1;
    }
  }
  return actions;
}

/** Who has taken on all that follows. */
const AGREES = /\b(?:agrees?|undertakes?)(?: to)?[: \u2060]*$/i;

function givenToAll(title: string): Given {
  return AGREES.test(title) ? ['who'] : [];
}

const LEADS = /:[\s\u2060]*$/;

/** "Mum and I have agreed:", "Mum will" */
const OPENS = /:\s*$|^[^.\n]{1,60}\b(?:will|to)\s*$/;

function isNumbered({ note: { text } }: NoteView, { start }: Block): boolean {
  return /(?:^|\n)\d{1,2}[.)][ \t]+$/.test(text.slice(Math.max(0, start - 8), start));
}

/** "- Ring the school" below "5. Agreed", and not within it. */
function isAtMargin({ note: { text } }: NoteView, { start }: Block): boolean {
  return /(?:^|\n)[-*+][ \t]+$/.test(text.slice(Math.max(0, start - 6), start));
}

/** What a line of a block says of what follows it, as a heading does. */
type LineSays = (block: Block, which: 'title' | 'above', line: () => string) => Part | null;

/** The line that opens a list: its last one where it ends in a colon, or the whole where it is as short as a heading. */
function lineAbove(prose: string): string {
  const whole = prose.trimEnd();
  const line = whole.slice(Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\u2029'), whole.lastIndexOf('. ')) + 1).trim();
  return line.endsWith(':') || (line.length < 40 && !line.endsWith('.')) ? line : '';
}

function isShort(prose: string): boolean {
  return prose.length < 60 && !/[.?!,;\n\u2029]|:\s*\S/.test(prose);
}

function isTitle(marked: string): boolean {
  const prose = marked.length < 60 ? marked.replace(/[\s\u2060]+$|^[\s\u2060]+/g, '') : marked;
  return prose.length < 40 && !/[.\n]/.test(prose) && (prose.endsWith(':') || prose === prose.toUpperCase() || !/ .* .* /.test(prose));
}
