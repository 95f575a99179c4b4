/**
 * Worries of those who write, or of nobody, that a sentence of running prose states: "I worry that if Ava goes on missing
 * insulin she could …", "There is a risk that he will be left again." What stands before such a sentence tells of what has
 * happened, what stands behind it of what it would mean. It does not know what a statement should say.
 */
import type { Block } from '../../note/note.js';
import { CHILD, PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import { isCapital } from '../../words/letters.js';
import { STOP, type Tokens } from '../../words/tokens.js';
import { cueAt } from '../cue-phrases.js';
import type { NoteView } from '../note-view.js';
import { couldCome, HE, OURS, STANDS, THREAT, US, type Worrying } from './alone.js';
import { YOUNG } from './form.js';
import { mayNameChild } from './impact.js';

/** Tokens: where the sentence begins, where what is feared begins in it, and behind its last. */
export interface Told {
  readonly from: number;
  readonly feared: number;
  readonly to: number;
  /** Whether it says of somebody that they are worried. */
  readonly somebodys: boolean;
}

/** The first such sentence of a block, by its words alone. Linear in the block. */
export function worryInProse(tokens: Tokens, words: Worrying): Told | null {
  const { count, gaps } = tokens;
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && gaps[to] !== STOP) to++;
    const told = worryOf(tokens, from, to, words);
    if (told !== null) return told;
    from = to;
  }
  return null;
}

function worryOf(tokens: Tokens, from: number, to: number, { worried }: Worrying): Told | null {
  const { forms } = tokens;
  const nobodys = forms[from] === 'there' || LEADS.has(forms[from]);
  // Note style leaves "I am" out: "Concerned that".
  let stands = OURS.has(forms[from]) || forms[from] === 'concerned' || forms[from] === 'worried';
  for (let i = from; i < to && i < from + FAR && !NEVER.has(forms[i]); i++) {
    if (STANDS.has(forms[i])) stands = true;
    const isThreat = nobodys && THREAT.has(forms[i]);
    const end = isThreat ? i + 1 : cueAt(worried, tokens, i);
    if (end === 0) continue;
    // "My worry is that", "The danger is that"
    const that = STANDS.has(forms[end]) ? end + 1 : end;
    const isVerb = VERB.has(forms[i]) && i > from;
    if ((!stands && !isVerb && that === end) || (nobodys && that === end && forms[from] !== 'there')) return null;
    const states = forms[that] === 'that' ? isThreat || couldCome(tokens, that) : !nobodys && forms[that] === 'about' && forms.slice(that, Math.min(to, that + NEAR)).includes('because');
    return states ? { from, feared: that, to, somebodys: !nobodys } : null;
  }
  return null;
}

/** Whether it is of a child, and not only a family member's own. */
export function isTold({ note, type, people: { reader }, detail }: NoteView, block: Block, { from, feared, to, somebodys }: Told): boolean {
  if (block.content.quoted || block.content.kind !== 'paragraph' || ((reader?.groups ?? 0) & CHILD) !== 0 || type === 'chronology' || PAST.test(note.sections[block.section].heading)) return false;
  const read = detail(block);
  const { tokens, people } = read;
  if (/["“”]/u.test(block.content.prose.slice(tokens.starts[from], tokens.ends[to - 1]))) return false;
  const above = note.blocks[block.index - 1];
  /** "That he will do it again", where what stands before it is of a child. */
  const isOfChild = (one: Block): boolean => [one, above].some((of) => of?.section === one.section && detail(of).people.some((edge) => edge.groups & CHILD));
  const within = (edge: PersonEdge, start: number, end: number): boolean => edge.from >= start && edge.from < end;
  const ofChild = people.some((edge) => edge.groups & CHILD && within(edge, feared, to)) || tokens.forms.slice(feared, to).some((form) => YOUNG.has(form))
    || mayNameChild({ prose: block.content.prose, detail: read, from: feared, to }) || (HE.has(tokens.forms[feared + 1]) && isOfChild(block))
    // "About Kayden because": of whom else?
    || (tokens.forms[feared] === 'about' && isCapital(block.content.prose, tokens.starts[feared + 1]) && !people.some((edge) => edge.from === feared + 1));
  if (!ofChild || !somebodys) return ofChild;
  const whose = people.filter((edge) => within(edge, from, feared));
  return feared === from + 1 || tokens.forms.slice(from, feared).some((form) => WRITERS.has(form) || OURS.has(form) || US.has(form)) || whose.some((edge) => edge.groups & (PROFESSIONAL | SERVICE));
}

const FAR = 16;
const NEAR = 6;
const VERB = new Set(['worry', 'worries', 'fear', 'fears']);
const LEADS = new Set(['the', 'a', 'an', 'another', 'one']);
const NEVER = new Set(['no', 'not', "n't", 'never', 'nobody', 'longer', 'if', 'when', 'was', 'were', 'had', 'said', 'says', 'told', 'less', 'he', 'she']);
const WRITERS = new Set(['i', 'we', 'professionals', 'staff', 'network', 'agencies', 'everyone', 'everybody', 'school', 'nursery', 'hospital', 'police']);
const PAST = /\b(?:background|history|goals?)\b/i;
