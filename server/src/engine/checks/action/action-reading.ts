/**
 * The actions of a note: items, table rows and sentences, in the parts that speak of what is to be done. It does not
 * judge whether they say who, when and what.
 */
import type { Block, Content } from '../../note/note.js';
import { isField, withFields } from './action-fields.js';
import { givenBy, givenByHeading, type Given } from './action-given.js';
import { partOf, partUnder, type Headings, type Part } from './action-headings.js';
import { isBlank, rowsOf, tableEnd } from './action-rows.js';
import { sentencesIn, sentencesOfTasks, wordsIn, type Words } from './action-said.js';
import { isTask } from './action-task.js';
import { PERSON, wordsOf } from './action-words.js';
import type { NoteView } from '../note-view.js';

/** Something to be done, wherever its section stands. `passing`: in prose under a heading that says nothing of tasks. */
export interface Action {
  readonly form: 'item' | 'row' | 'sentence' | 'passing';
  readonly content: Content;
  /** Place of its block in the section. */
  readonly at: number;
  readonly words: Words;
  /** What the table's own cell says; '' for a blank one, null where there is no such column, or where a blank is meant to stand. */
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
  return actionsBySection(view, headings).flatMap((actions, section) => actions.map((action) => ({ ...action, block: parts[section].blocks[action.at] })));
}

/** The actions of each section, by its place in `note.sections`. Linear. */
export function actionsBySection(view: NoteView, headings: Headings): readonly (readonly Action[])[] {
  const { sections } = view.note;
  const { keys } = headings;
  const said = view.ofSections(keys.heading, ({ section }) => partOf(sections[section].heading, headings));
  const parts: Part[] = [];
  // Those above a section stand before it.
  for (const [at, section] of sections.entries()) parts.push(partUnder(section, sections, parts, said[at]));
  const all = view.ofSections(keys.actions, ({ section, blocks }) => actionsIn(view, blocks, section > 0 ? 'headed' : 'first', parts[section], headings));
  // Where a note has a place for what is to be done, the rest of it tells.
  const told = (action: Action): boolean => action.form === 'passing';
  return all.some((actions) => actions.some(told)) && all.some((actions) => actions.length > 0 && !actions.every(told)) ? all.map((actions) => actions.filter((action) => !told(action))) : all;
}

/** The actions of one section, given its blocks, what it is a part of, and whether its first block is its heading. */
function actionsIn(view: NoteView, blocks: readonly Block[], opens: 'headed' | 'first', under: Part, headings: Headings): readonly Action[] {
  const { keys } = headings;
  const lineSays: LineSays = (block, which, line) => view.ofBlock(block, keys[which], () => partOf(line(), headings));
  const actions: Action[] = [];
  let heading: Given = [];
  // "PLAN" on a line of its own opens a part as a heading does, up to the next such line.
  let part = under;
  /** What such a line says, whatever the section is. */
  let opened: Part | null = null;
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    const { kind, cell } = block.content;
    if (cell) {
      const end = tableEnd(blocks, at);
      for (const action of rowsOf(view, blocks.slice(at, end), part, blocks[0].index)) actions.push(action);
      at = end;
    } else if (kind === 'item') {
      let end = at + 1;
      while (end < blocks.length && blocks[end].content.kind === 'item') end++;
      const intro = at > 0 && blocks[at - 1].content.kind === 'paragraph' ? blocks[at - 1] : null;
      const said = intro && lineSays(intro, 'above', () => lineAbove(intro.content.prose));
      const read = said ?? (part === 'unsaid' && isPlanned(view, blocks.slice(at, end)) ? 'decisions' : part);
      if (read !== 'other') for (const action of itemsOf(view, blocks.slice(at, end), read, [...heading, ...(intro && /:\s*$/.test(intro.content.prose) ? givenBy(wordsIn(view, intro)) : [])], blocks[0].index)) actions.push(action);
      at = end;
    } else {
      // What opens a section is its heading, also where that is a paragraph in bold; before the first there is none.
      if (at === 0 && opens === 'headed') heading = part === 'other' || part === 'unsaid' ? [] : givenByHeading(wordsIn(view, block), lineSays(block, 'title', () => block.content.prose));
      else if (kind === 'paragraph' && isTitle(block.content.prose)) part = (opened = lineSays(block, 'title', () => block.content.prose)) ?? under;
      else if (kind === 'paragraph') actions.push(...sentencesOf(view, block, part, opened, () => view.ofBlock(block, keys.label, () => labelOf(block.content, headings)), at, blocks));
      at += 1;
    }
  }
  return actions;
}

/** What a line of a block says of what follows it, as a heading does. */
type LineSays = (block: Block, which: 'title' | 'above', line: () => string) => Part | null;

/** The line that opens a list: its last one where it ends in a colon, or the whole where it is as short as a heading. */
function lineAbove(prose: string): string {
  const whole = prose.trimEnd();
  const line = whole.slice(Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\u2029'), whole.lastIndexOf('. ')) + 1).trim();
  return line.endsWith(':') || (line.length < 40 && !line.endsWith('.')) ? line : '';
}

function isTitle(marked: string): boolean {
  const prose = marked.length < 60 ? marked.replace(/[\s\u2060]+$|^[\s\u2060]+/g, '') : marked;
  return prose.length < 40 && !/[.\n]/.test(prose) && (prose.endsWith(':') || prose === prose.toUpperCase() || !/ .* .* /.test(prose));
}

/** Whether most of a list under a heading that says nothing is put as tasks: "Nan will …", "Form to be …". */
function isPlanned(view: NoteView, items: readonly Block[]): boolean {
  if (items.length < 2 || view.type === 'letter') return false;
  const tasks = items.filter((block) => wordsIn(view, block).planned);
  return tasks.length * 2 >= items.length;
}

/** `first` is the index of the section's first block, here and below. */
function itemsOf(view: NoteView, items: readonly Block[], part: Part, above: Given, first: number): readonly Action[] {
  const stack: { indent: number; given: Given }[] = [];
  return withFields(items.map((block, i) => {
    const indent = indentOf(view.note.text, block.start);
    while (stack.length > 0 && stack[stack.length - 1].indent >= indent) stack.pop();
    const given = [...new Set([...above, ...(stack.at(-1)?.given ?? [])])];
    const words = wordsIn(view, block);
    const parent = i + 1 < items.length && indentOf(view.note.text, items[i + 1].start) > indent;
    if (parent) {
      stack.push({ indent, given: [...given, ...givenBy(words)] });
      if (/:$/.test(words.plain) || (wordsOf(words.said).length < 4 && !isField(wordsIn(view, items[i + 1])))) return { action: null, words };
    }
    const task = !given.includes('what') && !isTicked(view, block) && isTaskHere(view, block, words, part);
    return { action: task ? { form: 'item', content: block.content, at: block.index - first, words, who: null, when: null, owner: null, given } : null, words };
  }));
}

function isTaskHere(view: NoteView, block: Block, words: Words, part: Part): boolean {
  if (block.content.quoted || isBlank(view, block) || (part === 'unsaid' && view.type === 'letter')) return false;
  const known = view.ofBlock(block, TASKS[part], () => new Map<number, boolean>());
  let task = known.get(words.from);
  if (task === undefined) known.set(words.from, (task = !isSpoken(view, block) && isTask(words, part)));
  return task;
}

/** Under what is remembered which words of a block are tasks, by where they begin. */
const TASKS: Readonly<Record<Part, string>> = { actions: 'action tasks', decisions: 'action tasks decided', other: 'action tasks other', unsaid: 'action tasks unsaid' };

function isSpoken(view: NoteView, block: Block): boolean {
  return view.detail(block).speech.some(({ start, end }) => end - start > block.content.prose.length * MOSTLY);
}

/** So much of a line in quotation marks is somebody's words and not a task. */
const MOSTLY = 0.6;

function isTicked(view: NoteView, { start }: Block): boolean {
  return /\[[xX]\]\s*$/.test(view.note.text.slice(Math.max(0, start - 6), start));
}

/** Of the item's mark, since what follows "9." and "10." begins at different columns. */
function indentOf(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  let at = line;
  while (at < start && (text[at] === ' ' || text[at] === '>' || text[at] === '\t')) at++;
  return at - line;
}

/** "Plan: …" opens a part of its own, at the start of a paragraph or of one of its sentences. */
const LABELS = /(?:^|[.!?)]\s+|\n\s*)([A-Za-zÀ-ɏḀ-ỿ’' /]{2,40}?)(?:: ?|\s[-–—]\s|\s*\n)/gu;

interface Label {
  readonly part: Part;
  /** Where what it opens begins, in the block's prose. */
  readonly from: number;
}

function labelOf({ prose }: Block['content'], headings: Headings): Label | null {
  if (!/[:–—\n]|\s-/.test(prose)) return null;
  for (const match of prose.matchAll(LABELS)) {
    const part = partOf(match[1], headings);
    if (part !== null && (part !== 'decisions' || match.index === 0)) return { part, from: match.index + match[0].length };
  }
  return null;
}

function sentencesOf(view: NoteView, block: Block, part: Part, opened: Part | null, labelled: () => Label | null, at: number, around: readonly Block[]): readonly Action[] {
  // What a report or a referral says in prose is for others to decide; its lists, numbered or not, and its tables are what will be done.
  const others = (view.type === 'report' || view.type === 'referral') && !/^\s*\d{1,2}\.\d{1,2}\.?\s/.test(block.content.prose);
  if (block.content.quoted || view.type === 'letter' || others || view.people.reader !== null || (at === around.length - 1 && isSignature(view, block))) return [];
  const label = labelled();
  // Under a title stands more than what is to be done, whatever the record is called.
  const read = label?.part ?? opened ?? (view.note.sections[block.section].level === 1 ? 'unsaid' : part);
  if (read === 'other') return [];
  if (read === 'unsaid') return sentencesOfTasks(view, block).filter((words) => isPassing(words) || (view.type === 'plan' && isToBeDone(words))).map((words): Action => ({ form: 'passing', content: block.content, at, words, who: null, when: null, owner: null, given: [] }));
  // Lines without full stops are a list, though without bullets.
  const lined = opened === 'actions' && /\n/.test(block.content.prose) && !/[.!?]\s*(?:\n|$)/.test(block.content.prose);
  return withFields(sentencesIn(view, block, label?.from ?? 0).map((words) => {
    if (!isTaskHere(view, block, words, read === 'actions' && (lined || ADVISED.test(words.said)) ? 'actions' : 'decisions')) return { action: null, words };
    const first = words.clauses[0];
    // In prose it is a thought.
    if (/^(?:consider|that|this|it|there)\b/i.test(words.said) || / not to (?!be\b)/.test(words.said)) return { action: null, words };
    // "Thank you for asking." is no task; after "Plan:" "Direct work." is.
    if (first.form === 'topic' && label === null && /[.!]$/.test(words.plain)) return { action: null, words };
    const telegraphic = first.form === 'order' || (first.form === 'task' && !/\b(?:will|shall|must|should|can|could|would|needs?|has|have|might)\b|['’]ll/u.test(words.said));
    if (!telegraphic && part !== 'actions' && label?.part !== 'actions') return { action: null, words };
    // "Outcome: conference. Mum to be told." says what was decided about her.
    if (first.passive && first.subject.includes(PERSON) && part !== 'actions' && label === null) return { action: null, words };
    return { action: { form: 'sentence', content: block.content, at, words, who: null, when: null, owner: null, given: !telegraphic && wordsIn(view, block).dated ? ['when'] : [] }, words };
  }));
}

/** "Shanice to make safer choices.", "Need to chase the nursery.": a whole sentence of prose put so is a task under any heading. */
function isPassing({ said, plain, clauses }: Words): boolean {
  return PASSING.test(said) && /[.;]$/.test(plain) && clauses[0].form !== 'topic' && !clauses[0].passive && !/\b(?:if|not|unless)\b/.test(plain);
}

/** "Both children to be registered with a dentist." */
function isToBeDone({ said, plain, clauses: [first] }: Words): boolean {
  return /^(?:the |both |all )?\u0001(?:(?:,| and| &) ?\u0001)* to be [a-z]/iu.test(said) && /\.$/.test(plain) && first.form === 'task' && first.passive;
}

const PASSING = /^(?:\u0001(?:(?:,| and| &|\/) ?\u0001)* to (?!the\b|his\b|her\b|their\b|its?\b|this\b|that\b|an?\b|be\b)[a-z]{2}|(?:[Nn]eed to |To )?(?:(?:[Cc]hase|[Aa]sk|[Ee]mail|[Aa]rrange|[Rr]efer|[Ff]ind out|[Ff]ollow up|[Ss]peak (?:to|with)) (?:[a-z]|\u0001)|(?:[Rr]ing|[Rr]equest|[Bb]ook|[Cc]ontact) (?:(?:the|an?|for) |\u0001)))/u;

/** "Dad should ring", "It was agreed that Leo would go": under a heading for actions it is one, though in prose. */
const ADVISED = /^(?:it (?:is|was|has been) (?:agreed|recommended|decided) that )?(?:the |our )?\u0001(?:(?:,| and| &) ?\u0001)* (?:should|must|would) (?!be\b|have\b|like\b|prefer\b|know\b)[a-zß-ɏḀ-ỿ]/iu;

/** "D. Lofthouse, duty" on the last line. */
function isSignature(view: NoteView, block: Block): boolean {
  return SIGNED.test(block.content.prose) && wordsIn(view, block).clauses.every(({ form }) => form === 'topic');
}

const SIGNED = /^[\s\u2060]*(?:[A-ZÀ-ÞĀ-ɏḀ-ỿ]\.? ?){0,4}[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+(?: [A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'-]+){0,2}(?:[,(\n\u2029–—-][\s\S]{0,80})?$/u;
