/**
 * Whether a worry that makes up a paragraph is a danger statement of its own, by whose it is, of whom it speaks, and what
 * stands beside it. What its words are is read in alone.ts; where there is doubt it is none.
 */
import type { Block } from '../../note/note.js';
import { CHILD, PROFESSIONAL, SERVICE, type PersonEdge } from '../../people/people.js';
import type { NoteType } from '../../rule.js';
import { findCue } from '../cue-phrases.js';
import type { BlockDetail, NoteView } from '../note-view.js';
import { COULD, HE, isBright, mayCome, OURS, type Alone } from './alone.js';
import { isWorry } from './parts.js';
import type { Places } from './places.js';

/** In the section of a worry: another statement that is whole, a heading that speaks of worries or risk, or neither. */
export type Beside = 'whole' | 'worries' | 'nothing';

/** `beside` is asked only where it matters. */
export function isStatement(view: NoteView, block: Block, { alone, from }: { readonly alone: Alone; readonly from: number }, beside: () => Beside, { worried }: Places): boolean {
  const { type, people: { reader }, detail } = view;
  if (block.content.quoted) return false;
  // In a report paragraphs are counted.
  const thinksAloud = reader !== null || NOT_IN.has(type);
  const inPassing = thinksAloud && (reader !== null || alone !== 'nobody') ? 'whole' : thinksAloud || (block.content.kind === 'item' && type !== 'report') ? 'worries' : null;
  if (inPassing !== null && !(beside() === 'whole' || beside() === inPassing)) return false;
  const { people, tokens } = detail(block);
  const { forms } = tokens;
  const ofChild = people.some((edge) => edge.groups & CHILD);
  const at = Math.max(findCue(worried, tokens, from), from);
  const ofFamily = (edge: PersonEdge): boolean => (edge.groups & (PROFESSIONAL | SERVICE)) === 0;
  switch (alone) {
    case 'nobody':
      // Where it is not sure what a record is, what is told of grown-ups alone is no more than a note.
      if (type === null && !ofChild && !forms.includes('that')) return false;
      return !TOPIC.test(view.note.sections[block.section].heading) || beside() !== 'nothing';
    // "Ava could be hurt", "Mr Reid will return" by name.
    case 'midway': return people.some((edge) => ofFamily(edge) && COULD.has(forms[edge.to]) && !HE.has(forms[edge.from]));
    case 'supposed': return beside() !== 'nothing' && people.some(ofFamily) && !isBright(tokens);
    case 'feared': return beside() !== 'nothing' && isFearedApart(view, block, { people, tokens }, ofFamily, beside) && !isBright(tokens);
    case 'label': return beside() !== 'nothing' && people.some((edge) => edge.groups & CHILD && edge.from < from + OPENS_WITHIN);
    case 'somebody': {
      const told = ofChild || HE.has(forms[at + 2]);
      const ofWhom = people.some((edge) => edge.from > at && ofFamily(edge) && !PRONOUN.test(forms[edge.from]));
      // Who thinks aloud, and of nothing to come, states nothing.
      if (OURS.has(forms[from])) return ofWhom;
      const isToCome = forms.slice(at).some((form) => COULD.has(form));
      if (WRITERS.has(forms[from])) return isToCome && (told || beside() === 'whole');
      if (told && isToCome && /^(?:us|me)$/.test(forms[at + 1])) return true;
      const isWorkers = people.some((edge) => edge.from < at && !ofFamily(edge)) || EVERYBODY.has(forms[from]);
      if (told && (isWorkers || forms.slice(0, at).some((form) => WRITERS.has(form)))) return true;
      const isTheirs = people.some((edge) => edge.from < at) && isWorry(detail(block), at, from);
      if (!isTheirs || beside() === 'nothing') return false;
      // "Nan is worried that she will": of herself.
      const toldOfChild = ofChild || (told && forms[at - 1] === 'are');
      if (isToCome) return toldOfChild || ofWhom || isWorkers;
      // Under a heading for worries Nan may only say that she has noticed something.
      return beside() === 'whole' ? toldOfChild || forms[at + 1] === 'because' : toldOfChild && forms[at + 1] === 'because';
    }
  }
}

/** Of somebody, also one who is not introduced, of whom the paragraph above does not speak: else it is part of that. Beside nothing that is whole it has to be of a child. */
function isFearedApart({ note, detail }: NoteView, block: Block, { people, tokens: { forms, starts } }: Pick<BlockDetail, 'people' | 'tokens'>, ofFamily: (edge: PersonEdge) => boolean, beside: () => Beside): boolean {
  const { kind, prose } = block.content;
  if (/["“”]/u.test(prose) || (kind === 'item' && beside() !== 'whole')) return false;
  const subject = people.find((edge) => edge.from < 2 && !PRONOUN.test(forms[edge.from]));
  const could = people.find((edge) => ofFamily(edge) && !edge.possessive && mayCome(forms, edge.to) && !/^\p{Lu}/u.test(prose.slice(starts[edge.to])));
  const him = forms.some((form, i) => HE.has(form) && mayCome(forms, i + 1));
  if (beside() !== 'whole' ? could === undefined || (could.groups & CHILD) === 0 || could.from > OPENS_WITHIN : could === undefined && !him) return false;
  const above = note.blocks[block.index - 1];
  return above?.section !== block.section || above.content.kind === 'heading' || !detail(above).tokens.forms.includes(forms[(subject?.to ?? 1) - 1]);
}

const EVERYBODY = new Set(['everyone', 'everybody', 'all', 'professionals', 'agencies']);

/** In these people think aloud, or tell what happened. */
const NOT_IN: ReadonlySet<NoteType | null> = new Set<NoteType | null>(['letter', 'supervision', 'case-note', 'chronology']);
/** Under these "There are concerns about his hearing" is a fact among others. */
const TOPIC = /^\W*(?:\d[\d.]*\W*)?(?:physical |emotional |mental )?(?:health|education|learning|speech|housing|money|finances?|employment|identity|diet|teeth)\b/i;
const PRONOUN = /^(?:he|she|they|him|her|them|his|their)$/;
const WRITERS = new Set(['i', 'we']);
const OPENS_WITHIN = 4;
