/**
 * Whether each child is heard in a record that should carry their own views: words, wants, things made, how a baby or
 * a child without speech was seen to be, or an honest gap with what comes next. In doubt it says nothing. What the
 * signs are is in voice-facts.ts, where they are looked for in voice-scopes.ts, which words count in the rule file.
 */
import type { Block, Note } from '../../note/note.js';
import type { Span } from '../../finding.js';
import { CHILD } from '../../people/people.js';
import type { CheckSpec } from '../../rule.js';
import { tokenize } from '../../words/tokens.js';
import { cueReader, nameOf } from '../cue-phrases.js';
import type { BlockDetail, NoteCheck, NoteRaised, NoteView } from '../note-view.js';
import { voiceMessage } from './voice-message.js';
import { isPlain } from './voice-borrowed.js';
import { readVoiceCues, voiceSigns, type Sign, type VoiceCues } from './voice-facts.js';
import { agesIn, childrenOf, givenNames, nameForms, type Age, type NamedChild } from './voice-names.js';
import { findScopes, placeOf, readScopeCues, type Scope, type ScopeCues } from './voice-scopes.js';
import { isVisit, type VisitCues } from './voice-visit.js';

/** What one block holds. A note with room for the child is heard or not by a few blocks: the others are not looked at. */
interface Facts {
  readonly signs: readonly Sign[];
  readonly fakes: readonly Sign[];
}

/** Looks at blocks, each once. */
interface Reader {
  factsOf(block: Block): Facts;
  /** Whom each section hears, by its place in `note.sections`. */
  voices(): readonly Voices[];
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
  const voicesKey = `${key} voices`;
  // Inflecting the words takes a moment, and many notes are of a type that asks for no voice.
  let made: VoiceWords | null = null;
  let last: Asked | null = null;
  return (view) => {
    const words = (made ??= readWords(spec));
    const reader: Reader = {
      factsOf: (block) => view.ofBlock(block, key, () => factsIn(block, view.detail(block), words.cues)),
      voices: () => view.ofSections(voicesKey, ({ blocks }) => voicesIn(blocks.filter(ofChild).map(reader.factsOf))),
      isPlain: (block) => view.ofBlock(block, plainKey, () => isPlain(view.detail(block), words.cues.fakes)),
      wordsOf: (block) => view.detail(block).tokens.count,
    };
    // The first age given is the one that counts.
    const ages = (): ReadonlyMap<string, Age> => view.once(agesKey, () => new Map(view.note.blocks.flatMap((block) => view.ofBlock(block, agesKey, () => agesIn(block.content.prose))).reverse().map((age) => [age.form, age])));
    const { children, others, names, roomKey } = (last = askedOf(view, key, last));
    if (isUnborn(view.note, children)) return [];
    const scopes = findScopes(view, roomKey, names, words.scopes);
    if (view.type === 'case-note' && !isVisit(view, scopes, names, words)) return [];
    return unheard(view, scopes, children, others, reader).map(({ place, forms, over }): NoteRaised => {
      const meant = forms.length > 0 ? children.filter(({ form }) => forms.includes(form)) : children;
      const age = meant.length === 1 ? ages().get(meant[0].form) ?? null : null;
      return { ...place, ...voiceMessage(spec, meant, age), ...(over.length > 0 ? { over } : {}) };
    });
  };
}

/** Whom a note is about, in all forms of their names, and under what is kept where it makes room for them. */
interface Asked {
  readonly members: NoteView['people']['members'];
  readonly reader: NoteView['people']['reader'];
  readonly given: string;
  readonly children: readonly NamedChild[];
  /** First forms of the names of children whom it is not about. */
  readonly others: ReadonlySet<string>;
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
  const forms = new Set(children.map(({ form }) => form));
  const others = new Set(people.members.filter(({ group }) => group & CHILD).map(({ name }) => firstForm(name)).filter((form) => !forms.has(form)));
  return { members: people.members, reader: people.reader, given, children, others, names, roomKey: last?.roomKey === roomKey ? last.roomKey : roomKey };
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

interface VoiceWords extends VisitCues {
  readonly cues: VoiceCues;
  readonly scopes: ScopeCues;
}

export function readWords(spec: CheckSpec): VoiceWords {
  const read = cueReader(spec);
  return { cues: readVoiceCues(spec, read), scopes: readScopeCues(spec, read), visit: read(spec['visit']), notVisit: read(spec['not-visit']) };
}

interface Unheard {
  readonly place: Span;
  readonly forms: readonly string[];
  /** What stands in the place of a voice. */
  readonly over: readonly Span[];
}

function unheard(view: NoteView, scopes: readonly Scope[], children: readonly NamedChild[], others: ReadonlySet<string>, { factsOf, voices, isPlain: told, wordsOf }: Reader): readonly Unheard[] {
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
    if (hasBlank(note, block.start + from, block.start + to)) return true;
    return factsOf(block).signs.some((sign) => sign.at >= from && sign.at < to && (scope.children.length === 0 || scope.children.includes(sign.child) || !known.has(sign.child)));
  });
  if (scopes.length === 0) {
    if (view.template || isShort(note, wordsOf) || isHeardInPassing(note.blocks.filter(ofChild).flatMap((block) => factsOf(block).signs))) return [];
    const title = note.blocks.find(({ content }) => content.kind === 'heading') ?? note.blocks[0];
    return [{ place: placeOf(title), forms: [], over: [] }];
  }
  const shared = once(() => scopes.some((scope) => scope.kind === 'voice' && present(scope)));
  return scopes.flatMap((scope): Unheard[] => {
    if (present(scope)) return scope.kind === 'voice' && scope.children.length === 0 ? passedOver(scope, children, heard, factsOf) : [];
    if (scope.kind === 'voice') {
      // A child's exact words, or what they told somebody here, are a voice wherever they stand.
      return isIn(scope.children, quoted()) && !emptyOf(scope) ? [] : [unheardIn(scope)];
    }
    const written = scope.parts.some(({ block }) => !block.content.cell && wordsOf(block) > 2);
    return !written || shared() || isIn(scope.children, scope.children.length > 0 ? heard() : quoted()) ? [] : [unheardIn(scope)];
  });
}

function unheardIn({ place, children, parts }: Scope): Unheard {
  return { place, forms: children, over: parts.map(({ block, from, to }) => ({ start: block.start + from, end: block.start + to })) };
}

/** Where no place is made for a child: something of theirs told, or so much seen of them that it is more than that they were there. */
function isHeardInPassing(signs: readonly Sign[]): boolean {
  const named = signs.filter(({ child, after }) => child !== '' || after !== '');
  return named.some(({ kind }) => kind !== 'seen') || (named.length > 0 && signs.filter(({ kind }) => kind === 'seen').length >= MUCH_SEEN);
}

const MUCH_SEEN = 3;

function ofChild({ content: { kind } }: Block): boolean {
  return kind !== 'heading' && kind !== 'header-cell';
}

/** Whom the note hears at all, and whose words it has. */
function voicesIn(facts: readonly Facts[]): Voices {
  const signs = facts.flatMap((one) => one.signs).map(({ kind, child, after }) => ({ kind, child: child || after })).filter(({ child }) => child !== '');
  return signs.length === 0 ? NOBODY_HEARD : { heard: signs.map(({ child }) => child), quoted: signs.filter(({ kind, child }) => kind === 'words' && child !== 'child').map(({ child }) => child) };
}

/** First forms of the names of those who are heard, and of those whose words are there. */
interface Voices {
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
function isShort({ blocks }: Note, wordsOf: Reader['wordsOf']): boolean {
  let words = 0;
  return !blocks.some((block) => (words += wordsOf(block)) >= SHORT);
}

function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** In a section for all, a child of whom it says only that they are too young, or would not speak, and whom nobody hears elsewhere. */
function passedOver({ parts }: Scope, children: readonly NamedChild[], heard: () => Those, factsOf: Reader['factsOf']): Unheard[] {
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
