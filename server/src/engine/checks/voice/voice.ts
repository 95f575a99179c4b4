/**
 * Whether each child is heard in a record that should carry their own views: words, wants, things made, how a baby or
 * a child without speech was seen to be, or an honest gap with what comes next. In doubt it says nothing. What the
 * signs are is in voice-facts.ts, where they are looked for in voice-scopes.ts, which words count in the rule file.
 */
import type { Block, Note } from '../../note/note.js';
import { CHILD } from '../../people/people.js';
import type { CheckSpec } from '../../rule.js';
import { tokenize } from '../../words/tokens.js';
import { cueReader, findCue, nameOf, type Cues } from '../cue-phrases.js';
import type { BlockDetail, NoteCheck, NoteRaised, NoteView } from '../note-view.js';
import { voiceMessage } from './voice-message.js';
import { isPlain, readVoiceCues, voiceSigns, type Sign, type VoiceCues } from './voice-facts.js';
import { agesIn, childrenOf, givenNames, nameForms, normalise, type Age, type NamedChild } from './voice-names.js';
import { findScopes, placeOf, readScopeCues, type Scope, type ScopeCues } from './voice-scopes.js';

/** What one block holds. A note with room for the child is heard or not by a few blocks: the others are not looked at. */
interface Facts {
  readonly signs: readonly Sign[];
  readonly fakes: readonly Sign[];
}

/** Looks at blocks, each once. */
interface Reader {
  factsOf(block: Block): Facts;
  /** Of all blocks, in the note's order. */
  allFacts(): readonly Facts[];
  /** Told as the child's own without saying so. */
  isPlain(block: Block): boolean;
  wordsOf(block: Block): number;
}

/** Notes shorter than this with no place for a child's voice are left alone. */
const SHORT = 40;

export function voiceCheck(spec: CheckSpec): NoteCheck {
  const key = `voice ${nameOf(spec)}`;
  const plainKey = `${key} plain`;
  const agesKey = `${key} ages`;
  // Inflecting the words takes a moment, and many notes are of a type that asks for no voice.
  let made: VoiceWords | null = null;
  let last: Asked | null = null;
  return (view) => {
    const words = (made ??= readWords(spec));
    const reader: Reader = {
      factsOf: (block) => view.ofBlock(block, key, () => factsIn(block, view.detail(block), words.cues)),
      allFacts: () => view.ofBlocks(key, (block, detail) => factsIn(block, detail, words.cues)),
      isPlain: (block) => view.ofBlock(block, plainKey, () => isPlain(view.detail(block), words.cues)),
      wordsOf: (block) => view.detail(block).tokens.count,
    };
    // The first age given is the one that counts.
    const ages = (): ReadonlyMap<string, Age> => view.once(agesKey, () => new Map(view.note.blocks.flatMap((block) => view.ofBlock(block, agesKey, () => agesIn(block.content.prose))).reverse().map((age) => [age.form, age])));
    const { children, names, roomKey } = (last = askedOf(view, key, last));
    if (isUnborn(view.note, children)) return [];
    const scopes = findScopes(view, roomKey, names, words.scopes);
    if (view.type === 'case-note' && !isVisit(view, scopes, names, words)) return [];
    return unheard(view, scopes, children, reader).map(({ place, forms }): NoteRaised => {
      const meant = forms.length > 0 ? children.filter(({ form }) => forms.includes(form)) : children;
      const age = meant.length === 1 ? ages().get(meant[0].form) ?? null : null;
      return { ...place, ...voiceMessage(spec, meant, age) };
    });
  };
}

/** Whom a note is about, in all forms of their names, and under what is kept where it makes room for them. */
interface Asked {
  readonly members: NoteView['people']['members'];
  readonly reader: NoteView['people']['reader'];
  readonly given: string;
  readonly children: readonly NamedChild[];
  readonly names: ReadonlySet<string>;
  readonly roomKey: string;
}

/** As at the `last` reading where nobody has come or gone. */
function askedOf({ note, people }: NoteView, key: string, last: Asked | null): Asked {
  const given = givenNames(note).join('\n');
  if (last?.given === given && last.members === people.members && last.reader === people.reader) return last;
  const children = childrenOf(note, people).filter(({ name }) => !/^unborn/i.test(name));
  const names = nameForms(children, people, note);
  const roomKey = `${key} ${[...names].join(' ')}`;
  // The same string as last time is found at once; an equal one is compared letter by letter, for every block.
  return { members: people.members, reader: people.reader, given, children, names, roomKey: last?.roomKey === roomKey ? last.roomKey : roomKey };
}

/** By the front matter, or by the title: "Assessment before birth". */
function isUnborn({ frontMatter, sections }: Note, children: readonly NamedChild[]): boolean {
  const title = sections.find(({ level }) => level > 0)?.heading ?? '';
  return (children.length === 0 && /unborn/i.test(frontMatter?.values.get('child')?.join(' ') ?? '')) || (children.length < 2 && /\b(?:before birth|pre-?birth|unborn|antenatal)\b/i.test(title));
}

/** Also for `overview/heard.ts`, under the same name of what is made of a block. */
export function factsIn({ content }: Block, detail: BlockDetail, cues: VoiceCues): Facts {
  const signs = voiceSigns(content, detail, cues);
  return signs.length === 0 ? NO_FACTS : { signs: signs.filter(({ kind }) => kind !== 'fake'), fakes: signs.filter(({ kind }) => kind === 'fake') };
}

const NO_FACTS: Facts = { signs: [], fakes: [] };

function firstForm(name: string): string {
  return tokenize(name).forms[0] ?? '';
}

interface VoiceWords {
  readonly cues: VoiceCues;
  readonly scopes: ScopeCues;
  readonly visit: Cues;
  readonly notVisit: Cues;
}

export function readWords(spec: CheckSpec): VoiceWords {
  const read = cueReader(spec);
  return { cues: readVoiceCues(spec, read), scopes: readScopeCues(spec, read), visit: read(spec['visit']), notVisit: read(spec['not-visit']) };
}

interface Unheard {
  readonly place: { readonly start: number; readonly end: number };
  readonly forms: readonly string[];
}

function unheard(view: NoteView, scopes: readonly Scope[], children: readonly NamedChild[], { factsOf, allFacts, isPlain: told, wordsOf }: Reader): readonly Unheard[] {
  const { note } = view;
  const known = new Set(children.map(({ form }) => form));
  // Every block has to be read for this, so only where it is asked for.
  const voices = once(() => voicesIn(note, allFacts()));
  const heard = (): ReadonlySet<string> => voices().heard;
  const quoted = (): ReadonlySet<string> => voices().quoted;
  // Where one child is meant, whoever is heard is that child, but for a brother or sister by name: "He pressed the picture of the drum".
  const others = new Set(view.people.members.filter(({ group }) => group & CHILD).map(({ name }) => firstForm(name)).filter((form) => !known.has(form)));
  const isIn = (forms: readonly string[], those: ReadonlySet<string>): boolean => {
    if (children.length === 1) return [...those].some((form) => !others.has(form));
    // In a place for all, each has to be heard somewhere.
    return forms.length === 0 ? those.size > 0 && children.every(({ form }) => those.has(form)) : forms.some((form) => those.has(form));
  };
  const present = (scope: Scope): boolean => scope.parts.some(({ block, from, to }) => {
    if ((block.content.quoted && wordsOf(block) > 2) || (scope.theirs && told(block))) return true;
    if (hasBlank(note, block.start + from, block.start + to)) return true;
    return factsOf(block).signs.some((sign) => sign.at >= from && sign.at < to && (scope.children.length === 0 || scope.children.includes(sign.child) || !known.has(sign.child)));
  });
  if (scopes.length === 0) {
    if (view.template || isShort(note, wordsOf) || isHeardInPassing(note.blocks.filter(ofChild).flatMap((block) => factsOf(block).signs))) return [];
    const title = note.blocks.find(({ content }) => content.kind === 'heading') ?? note.blocks[0];
    return [{ place: placeOf(title), forms: [] }];
  }
  const shared = once(() => scopes.some((scope) => scope.kind === 'voice' && present(scope)));
  return scopes.flatMap((scope): Unheard[] => {
    if (present(scope)) return scope.kind === 'voice' && scope.children.length === 0 ? passedOver(scope, children, heard, factsOf) : [];
    if (scope.kind === 'voice') {
      // A child's exact words, or what they told somebody here, are a voice wherever they stand.
      return isIn(scope.children, quoted()) && !emptyOf(scope) ? [] : [{ place: scope.place, forms: scope.children }];
    }
    const written = scope.parts.some(({ block }) => !block.content.cell && wordsOf(block) > 2);
    return !written || shared() || isIn(scope.children, scope.children.length > 0 ? heard() : quoted()) ? [] : [{ place: scope.place, forms: scope.children }];
  });
}

/** Where no place is made for a child: something of theirs told, or so much seen of them that it is more than that they were there. */
function isHeardInPassing(signs: readonly Sign[]): boolean {
  const named = signs.filter(({ child }) => child !== '');
  return named.some(({ kind }) => kind !== 'seen') || (named.length > 0 && signs.filter(({ kind }) => kind === 'seen').length >= MUCH_SEEN);
}

const MUCH_SEEN = 3;

function ofChild({ content: { kind } }: Block): boolean {
  return kind !== 'heading' && kind !== 'header-cell';
}

/** Whom the note hears at all, and whose words it has. */
function voicesIn({ blocks }: Note, facts: readonly Facts[]): { readonly heard: ReadonlySet<string>; readonly quoted: ReadonlySet<string> } {
  const heard = new Set<string>();
  const quoted = new Set<string>();
  for (const [at, { signs }] of facts.entries()) {
    if (signs.length === 0 || !ofChild(blocks[at])) continue;
    for (const { kind, child } of signs) {
      if (child === '') continue;
      heard.add(child);
      if (kind === 'words' && child !== 'child') quoted.add(child);
    }
  }
  return { heard, quoted };
}

/** Fewer words than a note that owes a child's voice. */
function isShort({ blocks }: Note, wordsOf: Reader['wordsOf']): boolean {
  let words = 0;
  return !blocks.some((block) => (words += wordsOf(block)) >= SHORT);
}

function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** In a section for all, a child of whom it says only that they are too young, or would not speak, and whom nobody hears elsewhere. */
function passedOver({ parts }: Scope, children: readonly NamedChild[], heard: () => ReadonlySet<string>, factsOf: Reader['factsOf']): Unheard[] {
  if (children.length < 2) return [];
  const raised = new Set<string>();
  return parts.flatMap(({ block, from, to }): readonly Unheard[] => {
    const { fakes, signs } = factsOf(block);
    return fakes.flatMap(({ at, child }): Unheard[] => {
      const named = children.some(({ form }) => form === child) && !raised.has(child) && !heard().has(child);
      // What follows in the same block may well be about the same child.
      if (!named || at < from || at >= to || signs.some((sign) => sign.at > at || sign.kind === 'gap')) return [];
      raised.add(child);
      const line = block.content.prose.slice(at, to).search(/[.\n\u2029]/u);
      return [{ place: { start: block.start + at, end: block.start + (line < 0 ? to : at + line) }, forms: [child] }];
    });
  });
}

/** "N/A", "see assessment", or nothing at all. */
function emptyOf(scope: Scope): boolean {
  return scope.parts.every(({ block, from, to }) => EMPTY.test(block.content.prose.slice(from, to).replace(/[^\p{L}\p{N}]+/gu, ' ')));
}

const EMPTY = /^ ?(?:(?:n ?a|none|nil|not applicable|not known|not given|tbc|to follow|see .{0,40}|as (?:above|before)|no change) ?)?$/i;

function hasBlank({ placeholders }: Note, from: number, to: number): boolean {
  let low = 0;
  let high = placeholders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeholders[middle].end <= from) low = middle + 1;
    else high = middle;
  }
  return low < placeholders.length && placeholders[low].start < to;
}

/** A visit at which a child was there: only then does a case note owe the child's voice. */
function isVisit(view: NoteView, scopes: readonly Scope[], names: ReadonlySet<string>, { visit, notVisit }: VoiceWords): boolean {
  const { note } = view;
  const opening = note.blocks.slice(0, 16).map((block) => view.detail(block).tokens);
  const visited = opening.some((tokens) => findCue(visit, tokens) >= 0) || view.headings().some((heading) => findCue(visit, heading) >= 0);
  if (!visited) return false;
  const title = view.headings().find(({ count }) => count > 0);
  if (title && findCue(notVisit, title) >= 0 && findCue(visit, title) < 0) return false;
  return scopes.length > 0 || opening.some((tokens) => seesChild(tokens.forms, names));
}

const SEEN = new Set(['seen', 'saw', 'met', 'present', 'visited', 'greeted']);

function seesChild(forms: readonly string[], names: ReadonlySet<string>): boolean {
  if (!forms.some((form) => SEEN.has(form))) return false;
  // In note style: "Seen at home with Mum", of the child in the title.
  if (forms.some((form, at) => form === 'seen' && /^(?:at|in|with|alone|on|after|before)$/.test(forms[at + 1] ?? '') && (at === 0 || !/^(?:be|been|was|were|is|not)$/.test(forms[at - 1])))) return true;
  const words = normalise(forms.join(' '), names).split(' ');
  return words.some((word, at) => SEEN.has(word) && words[at - 1] !== 'not' && (words.slice(at + 1, at + 12).includes('child') || words.slice(Math.max(0, at - 4), at).includes('child')));
}
