/**
 * Who of a note's children is not heard, and where to say so: once for each child's own place, or at the one they share.
 * It does not know what is a sign of a voice, nor what is then asked.
 */
import { moved, type Span } from '../../finding.js';
import type { Block, Note } from '../../note/note.js';
import { placeOf } from '../../note/place.js';
import { once } from '../../once.js';
import type { NoteView } from '../note-view.js';
import type { Sign } from './facts.js';
import { MOST_CHILDREN, type NamedChild } from './names.js';
import { readPlace, type PlaceReading } from './place-reading.js';
import { partsIn, placeIn, type Scope } from './scopes.js';

/** What one block holds. A note with room for the child is heard or not by a few blocks: the others are not looked at. */
export interface Facts {
  readonly signs: readonly Sign[];
  readonly fakes: readonly Sign[];
}

/** Looks at blocks, each once. */
export interface BlockReader {
  factsOf(block: Block): Facts;
  /** Whom those sections hear that hear anybody, by their place in `note.sections`. */
  voices(): ReadonlyMap<number, Voices>;
  /** What those blocks tell of a child that tell anything, by their place in `note.blocks`. */
  tellings(): ReadonlyMap<number, Telling>;
  /** Told as the child's own without saying so. */
  isPlain(block: Block, from?: number): boolean;
  wordsOf(block: Block): number;
}

/** Whom a note is about. */
export interface Children {
  readonly children: readonly NamedChild[];
  /** First forms of the names of children whom it is not about. */
  readonly others: ReadonlySet<string>;
  /** Whether the note is sure to be about a child as it is about one of the others: by its front matter, or by their ages side by side. */
  readonly areTogether: (form: string, others: readonly string[]) => boolean;
  /** What was last read in places for them. Added to. */
  readonly readings: WeakMap<Scope, PlaceReading>;
}

/** Notes shorter than this with no place for a child's voice are left alone. */
const SHORT = 40;

/** A place, and the first forms of the names of those who are not heard in it; none where it is for all. */
export interface Unheard {
  readonly place: Span;
  readonly forms: readonly string[];
  /** What stands in the place of a voice. */
  readonly over: readonly Span[];
}

/** In the order of their places. Linear. `heardKey` is what is kept under of whom the note hears. */
export function unheard(view: NoteView, scopes: readonly Scope[], those: Children, reader: BlockReader, heardKey: string): readonly Unheard[] {
  const { children, others, readings } = those;
  if (scopes.length === 0) {
    if (view.template || isShort(view.note, reader.wordsOf) || isHeardInPassing([...reader.tellings().values()]) || holdsTheirs(view, children, reader)) return [];
    const title = view.note.blocks.find(({ content }) => content.kind === 'heading') ?? view.note.blocks[0];
    return [{ place: placeOf(title), forms: [], over: [] }];
  }
  // Every block has to be read for this, so only where it is asked for.
  const note = once(() => {
    const voices = reader.voices();
    return view.whileSame(heardKey, [voices, others], () => ({ heard: thoseIn(voices, 'heard', others), quoted: thoseIn(voices, 'quoted', others), surely: thoseIn(voices, 'surely', others) }));
  });
  // Where one child is meant, whoever is heard is that child, but for a brother or sister by name: "He pressed the picture of the drum".
  const isIn = (forms: readonly string[], { forms: known, meant }: Those): boolean => {
    if (children.length === 1) return meant;
    // In a place for all, each has to be heard somewhere.
    return forms.length === 0 ? known.size > 0 && children.every(({ form }) => known.has(form)) : forms.some((form) => known.has(form));
  };
  const asRead = view.asRead();
  const read = (scope: Scope): PlaceReading => {
    const known = readings.get(scope);
    if (known !== undefined && known.sections.every((section, at) => section === asRead[scope.holds[at].section])) return known;
    const reading = readPlace(view, scope, children, reader);
    readings.set(scope, reading);
    return reading;
  };
  // "Joel said:" is no place for Solomon.
  const isShared = (named: readonly string[]): boolean => scopes.some((scope) => scope.kind === 'voice' && (scope.children.length === 0 || named.length === 0 || scope.children.some((form) => named.includes(form))) && read(scope).present);
  const isMissed = ({ kind, forVoice, children: named }: Scope, { empty, written, excused }: PlaceReading): boolean => {
    // A child's exact words, or what they told somebody here, are a voice wherever they stand.
    if (kind === 'voice') return empty || !isIn(named, note().quoted);
    return forVoice ? !isIn(named, note().heard) : written && !isShared(named) && !isIn(named, named.length === 0 ? note().quoted : excused ? note().surely : note().heard);
  };
  const areAllKnown = once(() => {
    const known = new Set([...others, ...children.map(({ form }) => form)]);
    return [...note().heard.forms].every((form) => known.has(form));
  });
  const missed = scopes.flatMap((scope): (Unheard & { readonly by?: Scope['by'] })[] => {
    const reading = read(scope);
    if (reading.present) return [...passedOver(view, reading, () => note().heard), ...oneForAll(view, scope, reading, { heard: () => note().heard, areAllKnown, areTogether: those.areTogether })];
    if (!isMissed(scope, reading)) return [];
    return [{ by: scope.by, place: placeIn(view, scope), forms: scope.children, over: partsIn(view, scope).map(({ block, from, to }) => moved({ start: from, end: to }, block.start)) }];
  });
  return oncePerChild(missed);
}

/** Of the same children it is told once, and rather at a heading than in a row of a table. */
function oncePerChild(missed: readonly (Unheard & { readonly by?: Scope['by'] })[]): readonly Unheard[] {
  const told = new Map<string, (typeof missed)[number]>();
  for (const one of missed) {
    const key = one.forms.join(' ');
    const before = told.get(key);
    const place = before === undefined || (before.by === 'table' && one.by !== 'table') ? one : before;
    told.set(key, { ...place, over: [...(before?.over ?? []), ...one.over] });
  }
  return [...told.values()].sort((a, b) => a.place.start - b.place.start);
}

/** In a section for all, a child of whom it says only that they are too young, or would not speak, and whom nobody hears elsewhere. */
function passedOver({ note }: NoteView, { passed }: PlaceReading, heard: () => Those): Unheard[] {
  const raised = new Set<string>();
  return passed.flatMap(({ child, section, start, end }): Unheard[] => {
    if (raised.has(child) || heard().forms.has(child)) return [];
    raised.add(child);
    const place = moved({ start, end }, note.sections[section].start);
    return [{ place, forms: [child], over: [place] }];
  });
}

/** Under "What Maya and Leo say" each of them says something, or both do: not Maya alone, where Leo is heard nowhere. */
function oneForAll(view: NoteView, scope: Scope, { alone, passed }: PlaceReading, { heard, areAllKnown, areTogether }: Pick<Children, 'areTogether'> & { readonly heard: () => Those; readonly areAllKnown: () => boolean }): Unheard[] {
  if (alone.length === 0 || passed.length > 0) return [];
  const { forms } = heard();
  const silent = alone.filter((form) => !forms.has(form));
  // In a place for all, only where it is sure who they all are.
  const missed = scope.children.length > 0 ? silent : areAllKnown() ? silent.filter((form) => form !== 'baby' && areTogether(form, alone.filter((one) => forms.has(one)))) : [];
  return missed.length > 0 ? [{ place: placeIn(view, scope), forms: missed, over: [] }] : [];
}

/** What a block tells of a child, where no place is made for one. */
export interface Telling {
  /** Whether any sign of it is somebody's who is named, and any of those is more than seen. */
  readonly named: boolean;
  readonly told: boolean;
  readonly seen: number;
}

/** Null where there is no sign. */
export function tellingOf({ signs }: Facts): Telling | null {
  if (signs.length === 0) return null;
  const named = signs.filter(({ child, after }) => child !== '' || after !== '');
  return { named: named.length > 0, told: named.some(({ kind }) => kind !== 'seen'), seen: signs.filter(({ kind }) => kind === 'seen').length };
}

/** Where no place is made for a child: something of theirs told, or so much seen of them that it is more than that they were there. */
function isHeardInPassing(tellings: readonly Telling[]): boolean {
  return tellings.some(({ told }) => told) || (tellings.some(({ named }) => named) && tellings.reduce((sum, { seen }) => sum + seen, 0) >= MUCH_SEEN);
}

const MUCH_SEEN = 3;

/** A block quote after a paragraph in which a child is named: their song, their message, copied out. */
function holdsTheirs(view: NoteView, children: readonly NamedChild[], { wordsOf }: BlockReader): boolean {
  const { blocks } = view.note;
  return children.length <= MOST_CHILDREN && blocks.some((block, at) => block.content.quoted && at > 0 && wordsOf(block) > 2 && !blocks[at - 1].content.quoted && children.some(({ form }) => view.detail(blocks[at - 1]).tokens.forms.includes(form)));
}

export function ofChild({ content: { kind } }: Block): boolean {
  return kind !== 'heading' && kind !== 'header-cell';
}

/** "Cian sleeps through the night", in a cell, is what a plan wants: there only words are told. */
export function toldIn({ content }: Block, facts: Facts): Facts {
  return content.cell && facts.signs.some(({ kind }) => kind !== 'words') ? { ...facts, signs: facts.signs.filter(({ kind }) => kind === 'words') } : facts;
}

/** Whom they hear at all, and whose words they have; null where they hear nobody. */
export function voicesIn(facts: readonly Facts[]): Voices | null {
  const signs = facts.flatMap((one) => one.signs).filter(({ kind }) => kind !== 'hollow').map(({ kind, child, after }) => ({ kind, child: child || after })).filter(({ child }) => child !== '');
  const heard = signs.map(({ child }) => child);
  const surely = signs.filter(({ kind, child }, at) => kind !== 'seen' || heard.indexOf(child) < at).map(({ child }) => child);
  return signs.length === 0 ? null : { heard, surely, quoted: signs.filter(({ kind, child }) => kind === 'words' && child !== 'child').map(({ child }) => child) };
}

/** First forms of the names of those who are heard, of those of whom more is told than one thing that they did, and of those whose words are there. */
export interface Voices {
  readonly heard: readonly string[];
  readonly surely: readonly string[];
  readonly quoted: readonly string[];
}

/** Those who are heard, and whether any of them may be the one child whom a note is about. */
interface Those {
  readonly forms: ReadonlySet<string>;
  readonly meant: boolean;
}

function thoseIn(voices: ReadonlyMap<number, Voices>, which: keyof Voices, others: ReadonlySet<string>): Those {
  const forms = new Set([...voices.values()].flatMap((one) => one[which]));
  return { forms, meant: [...forms].some((form) => !others.has(form)) };
}

/** Fewer words than a note that owes a child's voice. */
function isShort({ blocks }: Note, wordsOf: BlockReader['wordsOf']): boolean {
  let words = 0;
  return !blocks.some((block) => (words += wordsOf(block)) >= SHORT);
}
