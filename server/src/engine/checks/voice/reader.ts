/**
 * The words of one block with the people in them, as the signs of a child's voice are read: who begins where, whose own
 * words it is, whether a child is spoken of first. It does not know what counts as a voice.
 */
import { CHILD, FAMILY, type PersonEdge } from '../../people/people.js';
import { STOP, type Tokens } from '../../words/tokens.js';
import type { BlockDetail } from '../note-view.js';

/** One block. */
export interface Reader {
  readonly prose: string;
  readonly tokens: Tokens;
  /** By token: the longest person who begins there and is no owner. */
  readonly starting: ReadonlyMap<number, PersonEdge>;
  /** Tokens at which an adult other than the writer is named, also as an owner ("Mum's view"). */
  readonly adults: ReadonlySet<number>;
  /** By token: where its sentence begins. */
  readonly sentence: Int32Array;
  /** By token: 1 inside words that are not the writer's. Empty where nobody speaks. */
  readonly spoken: Uint8Array;
  /** Whether the first person whom the block names is a child; null where it names nobody. */
  readonly aboutChild: boolean | null;
  /** Where a "he" or "she" can no longer be the child of whom the place speaks: the first person is named. */
  readonly named: number;
}

/** Linear. */
export function readerOf(prose: string, tokens: Tokens, people: readonly PersonEdge[], speech: BlockDetail['speech']): Reader {
  const starting = new Map<number, PersonEdge>();
  const adults = new Set<number>();
  for (const edge of people) {
    if (!edge.possessive) starting.set(edge.from, edge);
    const form = tokens.forms[edge.from];
    if ((edge.groups & CHILD) === 0 && !OBJECT.has(form) && !NO_ADULTS.has(form)) adults.add(edge.from);
  }
  const { count, gaps, starts } = tokens;
  const sentence = new Int32Array(count);
  for (let i = 0, at = 0; i < count; i++) sentence[i] = gaps[i] === STOP ? (at = i) : at;
  const spoken = speech.length === 0 ? NOBODY_SPEAKS : new Uint8Array(count);
  for (let i = 0, next = 0; i < spoken.length; i++) {
    while (next < speech.length && speech[next].end <= starts[i]) next++;
    if (next < speech.length && speech[next].start <= starts[i] && speech[next].scare !== true) spoken[i] = 1;
  }
  let owned = 0;
  const first = people.find(({ from, to, possessive }) => {
    const form = tokens.forms[from];
    // "His aunt": he is the child.
    if (!possessive && (to > from + 1 ? PRONOUNS.has(form) : OWNERS.has(tokens.forms[from - 1]))) owned = to;
    return !possessive && from >= owned && !PRONOUNS.has(form) && form !== 'i' && form !== 'we' && form !== 'me' && form !== 'us';
  });
  return { prose, tokens, starting, adults, sentence, spoken, aboutChild: first ? (first.groups & CHILD) !== 0 : null, named: first?.from ?? 0 };
}

const NOBODY_SPEAKS = new Uint8Array(0);

/** Whose the edge is: a child's name or word, '' for a pronoun that may be a child's, null for anybody else. */
export function childOf(reader: Reader, { from, groups }: PersonEdge): string | null {
  const form = reader.tokens.forms[from];
  const pronoun = PRONOUNS.has(form);
  if (groups & CHILD) return pronoun ? 'child' : form;
  return pronoun && groups & FAMILY && (reader.aboutChild !== false || from < reader.named || followsChild(reader, from)) ? '' : null;
}

/** "Mum says she does. I asked Leo himself, and he shook his head": nobody else is named in the sentence. */
function followsChild({ starting, adults, sentence }: Reader, at: number): boolean {
  let child = false;
  for (let i = Math.max(sentence[at], at - NEAR); i < at; i++) {
    if (adults.has(i)) return false;
    if (((starting.get(i)?.groups ?? 0) & CHILD) !== 0) child = true;
  }
  return child;
}

export const PRONOUNS = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'their', 'hers', 'theirs', 'himself', 'herself', 'themselves']);
const OWNERS = new Set(['his', 'her', 'their']);
const NO_ADULTS = new Set(['i', 'we', 'me', 'us', 'my', 'our', 'his', 'their']);
export const OBJECT = new Set(['him', 'her', 'them', 'himself', 'herself', 'themselves', 'hers', 'theirs']);
export const SEEING = new Set(['saw', 'see', 'seen', 'watched', 'heard', 'noticed', 'observed', 'found', 'met', 'watch', 'hear']);
/** So many words back is near enough to be meant. */
const NEAR = 25;
