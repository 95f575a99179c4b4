/**
 * Who of a note's children is not heard, and where to say so: once for each child's own place, or at the one they share.
 * It does not know what is a sign of a voice, nor what is then asked.
 */
import { moved, type Span } from '../../finding.js';
import { meetsOneOf } from '../../in-order.js';
import type { Block, Note } from '../../note/note.js';
import type { NoteView } from '../note-view.js';
import type { Sign } from './facts.js';
import type { NamedChild } from './names.js';
import { placeOf } from '../../note/place.js';
import type { Scope } from './scopes.js';

/** What one block holds. A note with room for the child is heard or not by a few blocks: the others are not looked at. */
export interface Facts {
  readonly signs: readonly Sign[];
  readonly fakes: readonly Sign[];
}

/** Looks at blocks, each once. */
export interface BlockReader {
  factsOf(block: Block): Facts;
  /** Whom each section hears, by its place in `note.sections`. */
  voices(): readonly Voices[];
  /** Told as the child's own without saying so. */
  isPlain(block: Block): boolean;
  wordsOf(block: Block): number;
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

/** In the order of their places. Linear. */
export function unheard(view: NoteView, scopes: readonly Scope[], children: readonly NamedChild[], others: ReadonlySet<string>, { factsOf, voices, isPlain: told, wordsOf }: BlockReader): readonly Unheard[] {
  const { note } = view;
  const known = new Set(children.map(({ form }) => form));
  // Every block has to be read for this, so only where it is asked for.
  const heard = once(() => thoseIn(voices(), ({ heard: those }) => those, others));
  const quoted = once(() => thoseIn(voices(), ({ quoted: those }) => those, others));
  // Where one child is meant, whoever is heard is that child, but for a brother or sister by name: "He pressed the picture of the drum".
  const isIn = (forms: readonly string[], { forms: those, meant }: Those): boolean => {
    if (children.length === 1) return meant;
    // In a place for all, each has to be heard somewhere.
    return forms.length === 0 ? those.size > 0 && children.every(({ form }) => those.has(form)) : forms.some((form) => those.has(form));
  };
  const present = (scope: Scope): boolean => scope.parts.some(({ block, from, to }) => {
    if ((block.content.quoted && wordsOf(block) > 2) || (scope.theirs && told(block))) return true;
    if (meetsOneOf(note.placeholders, block.start + from, block.start + to)) return true;
    return factsOf(block).signs.some((sign) => sign.at >= from && sign.at < to && (scope.children.length === 0 || scope.children.includes(sign.child) || !known.has(sign.child)));
  });
  if (scopes.length === 0) {
    if (view.template || isShort(note, wordsOf) || isHeardInPassing(note.blocks.filter(ofChild).flatMap((block) => factsOf(block).signs))) return [];
    const title = note.blocks.find(({ content }) => content.kind === 'heading') ?? note.blocks[0];
    return [{ place: placeOf(title), forms: [], over: [] }];
  }
  const shared = once(() => scopes.some((scope) => scope.kind === 'voice' && present(scope)));
  return scopes.flatMap((scope): Unheard[] => {
    if (present(scope)) return scope.kind === 'voice' ? [...(scope.children.length === 0 ? passedOver(scope, children, heard, factsOf) : []), ...oneForAll(scope, children, heard, factsOf, told)] : [];
    if (scope.kind === 'voice') {
      // A child's exact words, or what they told somebody here, are a voice wherever they stand.
      return isIn(scope.children, quoted()) && !emptyOf(scope) ? [] : [unheardIn(scope)];
    }
    if (scope.forVoice) return isIn(scope.children, heard()) ? [] : [unheardIn(scope)];
    const written = scope.parts.some(({ block }) => !block.content.cell && wordsOf(block) > 2);
    return !written || shared() || isIn(scope.children, scope.children.length > 0 ? heard() : quoted()) ? [] : [unheardIn(scope)];
  });
}

function unheardIn({ place, children, parts }: Scope): Unheard {
  return { place, forms: children, over: parts.map(({ block, from, to }) => moved({ start: from, end: to }, block.start)) };
}

/** Where no place is made for a child: something of theirs told, or so much seen of them that it is more than that they were there. */
function isHeardInPassing(signs: readonly Sign[]): boolean {
  const named = signs.filter(({ child, after }) => child !== '' || after !== '');
  return named.some(({ kind }) => kind !== 'seen') || (named.length > 0 && signs.filter(({ kind }) => kind === 'seen').length >= MUCH_SEEN);
}

const MUCH_SEEN = 3;

export function ofChild({ content: { kind } }: Block): boolean {
  return kind !== 'heading' && kind !== 'header-cell';
}

/** "Cian sleeps through the night", in a cell, is what a plan wants: there only words are told. */
export function toldIn({ content }: Block, facts: Facts): Facts {
  return content.cell && facts.signs.some(({ kind }) => kind !== 'words') ? { ...facts, signs: facts.signs.filter(({ kind }) => kind === 'words') } : facts;
}

/** Whom the note hears at all, and whose words it has. */
export function voicesIn(facts: readonly Facts[]): Voices {
  const signs = facts.flatMap((one) => one.signs).map(({ kind, child, after }) => ({ kind, child: child || after })).filter(({ child }) => child !== '');
  return signs.length === 0 ? NOBODY_HEARD : { heard: signs.map(({ child }) => child), quoted: signs.filter(({ kind, child }) => kind === 'words' && child !== 'child').map(({ child }) => child) };
}

/** First forms of the names of those who are heard, and of those whose words are there. */
export interface Voices {
  readonly heard: readonly string[];
  readonly quoted: readonly string[];
}

/** Those who are heard, and whether any of them may be the one child whom a note is about. */
interface Those {
  readonly forms: ReadonlySet<string>;
  readonly meant: boolean;
}

function thoseIn(voices: readonly Voices[], which: (one: Voices) => readonly string[], others: ReadonlySet<string>): Those {
  const forms = new Set(voices.flatMap(which));
  return { forms, meant: [...forms].some((form) => !others.has(form)) };
}

const NOBODY_HEARD: Voices = { heard: [], quoted: [] };

/** Fewer words than a note that owes a child's voice. */
function isShort({ blocks }: Note, wordsOf: BlockReader['wordsOf']): boolean {
  let words = 0;
  return !blocks.some((block) => (words += wordsOf(block)) >= SHORT);
}

function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** In a section for all, a child of whom it says only that they are too young, or would not speak, and whom nobody hears elsewhere. */
function passedOver({ parts }: Scope, children: readonly NamedChild[], heard: () => Those, factsOf: BlockReader['factsOf']): Unheard[] {
  if (children.length < 2) return [];
  const raised = new Set<string>();
  return parts.flatMap(({ block, from, to }): readonly Unheard[] => {
    const { fakes, signs } = factsOf(block);
    return fakes.flatMap(({ at, child }): Unheard[] => {
      const named = children.some(({ form }) => form === child) && !raised.has(child) && !heard().forms.has(child);
      // What follows in the same block may well be about the same child.
      if (!named || at < from || at >= to || signs.some((sign) => sign.at > at || sign.kind === 'gap')) return [];
      raised.add(child);
      const line = block.content.prose.slice(at, to).search(/[.\n\u2029]/u);
      const place = { start: block.start + at, end: block.start + (line < 0 ? to : at + line) };
      return [{ place, forms: [child], over: [place] }];
    });
  });
}

/** Under "What Maya and Leo say" each of them says something, or both do: not Maya alone, where Leo is heard nowhere. */
function oneForAll({ place, children: named, parts }: Scope, children: readonly NamedChild[], heard: () => Those, factsOf: BlockReader['factsOf'], told: BlockReader['isPlain']): Unheard[] {
  const meant = children.filter(({ form }) => named.includes(form)).map(({ form }) => form);
  if (meant.length < 2 || parts.some(({ block }) => block.content.quoted || told(block))) return [];
  const whose = parts.flatMap(({ block, from, to }) => factsOf(block).signs.filter(({ at }) => at >= from && at < to).map(({ child, after }) => child || after));
  const silent = meant.filter((form) => !heard().forms.has(form));
  return silent.length > 0 && whose.every((form) => meant.includes(form)) ? [{ place, forms: silent, over: [] }] : [];
}

/** "N/A", "see assessment", or nothing at all. */
function emptyOf(scope: Scope): boolean {
  return scope.parts.every(({ block, from, to }) => EMPTY.test(block.content.prose.slice(from, to).replace(/[^\p{L}\p{N}]+/gu, ' ')));
}

const EMPTY = /^ ?(?:(?:n ?a|none|nil|not applicable|not known|not given|tbc|to follow|see .{0,40}|as (?:above|before)|no change) ?)?$/i;
