/**
 * The words of an action as its checks read them: on one line, without markup, each person one character. It does not
 * know whether the action says enough.
 */
import { firstWhere } from '../../in-order.js';
import type { Block } from '../../note/note.js';
import { toKeep } from '../../to-keep.js';
import { MONTH } from '../../words/dates.js';
import { readable } from '../../words/readable.js';
import { clausesOf, type Clause } from './clauses.js';
import { withoutTimesOfThings } from './of-things.js';
import { isAllotted, isPromise, isTelegraphic } from './task.js';
import { saysWhen } from './when.js';
import { DOING_VERBS, PERSON } from './words.js';
import type { NoteView } from '../note-view.js';

/** Words of one block, or of one sentence of it. */
export interface Words {
  /** Offsets into the block's prose, white space trimmed. */
  readonly from: number;
  readonly to: number;
  /** As the writer has them, on one line. */
  readonly plain: string;
  /** The same, with `PERSON` for each person, service or pronoun that may own a task; owners of things ("Mum's") stay. */
  readonly said: string;
  /** What each `PERSON` stands for, in order. */
  readonly names: readonly string[];
  readonly clauses: readonly Clause[];
  readonly dated: boolean;
  /** Put as a task: "Mum to ring", "Nan will …". */
  readonly planned: boolean;
}

/**
 * Most lines are known to be no task before anybody asks for their clauses or dates. A class, since an object with getters
 * of its own is a shape of its own to V8, which is slow and keeps alive what the getters see.
 */
class LazyWords implements Words {
  private clausesSaid?: readonly Clause[];
  private isDated?: boolean;
  private isPlanned?: boolean;

  constructor(readonly from: number, readonly to: number, readonly plain: string, readonly said: string, readonly names: readonly string[]) {}

  get clauses(): readonly Clause[] {
    return (this.clausesSaid ??= toKeep(clausesOf(this.said)));
  }

  get dated(): boolean {
    return (this.isDated ??= saysWhen(withoutTimesOfThings(this.said.replace(LATE, ' '))) || (this.said.includes(' if ') && ON_THE_DAY.test(this.said)));
  }

  get planned(): boolean {
    return (this.isPlanned ??= isTelegraphic(this.said) || isPromise(this.said) || isAllotted(this.said));
  }
}

/** The same place, of which something is left out at the start. */
export function wordsFrom({ from, to, names }: Pick<Words, 'from' | 'to' | 'names'>, plain: string, said: string): Words {
  return new LazyWords(from, to, plain, said, names);
}

/** Several, one after another: "Sana, Priti". At least one. */
export function joinedWords(all: readonly Words[]): Words {
  return all.length === 1 ? all[0] : new LazyWords(all[0].from, all[0].to, all.map(({ plain }) => plain).join(', '), all.map(({ said }) => said).join(', '), all.flatMap(({ names }) => names));
}

/** "Rings the school", in the column of whoever does it, as it would be asked of them: "ring the school". */
export function asOrder(words: Words): Words {
  const told = /^([A-Za-z]+?)(e?s)(?= )/.exec(words.plain);
  if (!told || !words.said.startsWith(told[0])) return words;
  const verb = [told[1], `${told[1]}e`].find((form) => DOING_VERBS.has(form.toLowerCase()));
  return verb === undefined ? words : wordsFrom(words, verb + words.plain.slice(told[0].length), verb + words.said.slice(told[0].length));
}

/** "Ring 999 if he comes to the door": that is when, and neither "if needed", nor "if he likes", nor "ask if he has". */
const ON_THE_DAY = /(?<!\b(?:[Aa]sk|asks|asking|[Cc]heck|[Ss]ee|know|[Ff]ind out|[Tt]ell|[Cc]onfirm|[Cc]larify|[Ee]stablish|[Dd]ecide|wonder|sure|as|even)(?: [^ ,.;]+){0,3}) if (?!(?:need|necessary|required|appropriate|possible|there|it|this|that|these|things?|anything|more|further|any|problems?|issues?|concern\w*|risks?|so)\b)(?:(?:the|his|her|their|either|one of) )*(?:\u0001|[A-Za-z]+)(?:['’]s)? (?!(?:likes?|wants?|wishes|agrees?|can|could|would|will|feels?|needs?|chooses?|prefers?|is (?:happy|willing|able|needed|required)|are (?:happy|willing|able|needed|required)|ha(?:s|ve) (?:time|a chance)|gets? (?:a|the) chance|says? (?:yes|so)|need be)\b)[a-z]+/u;

/** "Not done from 12/9": that day is past. */
const LATE = /\b(?:not (?:yet |been )*(?:done|happened|started|completed|received|returned|sent)|outstanding|overdue) (?:from|since|on|at)\b[^.;,]*/giu;

/** Marks that people put before what they list. */
export const BULLETS = '→➔➜►▶▪▫■□☐◦○●·•*–—>+-';
/** "8.3 That …", "(a) Ring …", "Action 2: …", "→ Ring …": counted by hand, which is no day. */
export const NUMBER = new RegExp(String.raw`^(?:\d{1,2}(?:\.\d{1,2}){1,2}[.:]? (?=[A-ZÀ-Þ\u0001]|to |that )|\(?\d{1,2}[.)] |\d{1,2} (?!${MONTH}\b)(?=[A-ZÀ-Þ\u0001][a-zß-ɏ\u0001 ])|\(?(?:[a-z]|[ivx]{1,4})\) |[A-Z]{1,2}\d{1,2}[.:)] |(?:ACTION|STEP|[Aa]ction|[Rr]ecommendation|[Rr]ec|[Tt]ask|[Ss]tep|[Dd]ecision|[Pp]oint|[AR])\.? ?\d{1,2}(?: ?[:.)–—-] ?| (?=[A-ZÀ-Þ\u0001]))|[${BULLETS}]+ ?)`, 'u');
/** The words of a whole block. */
export function wordsIn(view: NoteView, block: Block): Words {
  return view.ofBlock(block, 'action words', () => readWords(view, block, 0, block.content.prose.length));
}

/** The words of a part of a block, between two offsets of its prose. */
export function wordsAt(view: NoteView, block: Block, from: number, to: number): Words {
  return view.ofBlock(block, `action words ${from} ${to}`, () => readWords(view, block, from, to));
}

/** The words of a part of a block. */
export function readWords(view: NoteView, block: Block, from: number, to: number): Words {
  const { prose } = block.content;
  const { tokens, people } = view.detail(block);
  // In the order of their places, so that of a long block only these are looked at.
  const firstFrom = (offset: number): number => firstWhere(people.length, (index) => tokens.starts[people[index].from] >= offset);
  const here = people.slice(firstFrom(from), firstFrom(to));
  const owning = here.filter((edge) => edge.possessive);
  const named: { readonly start: number; readonly end: number }[] = [];
  for (const edge of here) {
    const start = tokens.starts[edge.from];
    const end = tokens.ends[edge.to - 1];
    if (end > to || edge.possessive || owning.some((owner) => owner.from === edge.from && owner.to === edge.to)) continue;
    named.push({ start, end });
  }
  if (named.length > 1) named.sort((a, b) => a.start - b.start || b.end - a.end);
  const names: string[] = [];
  let said = '';
  let at = from;
  for (const { start, end } of named) {
    if (start < at) continue;
    said += prose.slice(at, start) + PERSON;
    names.push(oneLine(prose.slice(start, end)));
    at = end;
  }
  const whole = prose.slice(from, to);
  const lead = whole.length - whole.trimStart().length;
  const counted = oneLine(said + prose.slice(at, to));
  const line = COUNTED.test(counted) ? counted.replace(NUMBER, '') : counted;
  return new LazyWords(from + lead, from + whole.trimEnd().length, names.length === 0 ? counted : oneLine(whole), line, toKeep(names));
}

/** A quick look whether a line may begin so. */
const COUNTED = /^(?:[^A-Za-z\u0001]|[ARDPSTadprst]|.{1,4}[.:)])/;

function oneLine(text: string): string {
  return isOneLine(text) ? text.trim() : readable(text);
}

/** Whether nothing in the text, as far as a quick look tells, is filler or white space to be brought together. */
function isOneLine(text: string): boolean {
  for (let i = 0, before = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 1) || (code === 32 && before === 32) || (code > 126 && (code < 0x2010 || code > 0x2022) && (code < 0xc0 || code > 0x24f) && code !== 0xa3)) return false;
    before = code;
  }
  return true;
}
