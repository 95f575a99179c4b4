/**
 * Whether each child is heard in a record that should carry their own views: words, wants, things made, how a baby or
 * a child without speech was seen to be, or an honest gap with what comes next. In doubt it says nothing. What the
 * signs are is in facts.ts, where they are looked for in scopes.ts, who is missed in unheard.ts, which
 * words count in the rule file.
 */
import type { Block, Note } from '../../note/note.js';
import { CHILD } from '../../people/people.js';
import type { CheckSpec } from '../../rule.js';
import { once } from '../../once.js';
import { toKeep } from '../../to-keep.js';
import { tokenize } from '../../words/tokens.js';
import { cueReader, linesOf } from '../cue-phrases.js';
import type { NoteCheck, NoteRaised, NoteView } from '../note-view.js';
import type { ReadOnce } from '../read-once.js';
import { voiceMessage } from './message.js';
import { isPlain } from './borrowed.js';
import { readVoiceCues, voiceSigns, type VoiceCues } from './facts.js';
import { agesIn, childrenOf, givenNames, MOST_CHILDREN, nameForms, type Age, type NamedChild } from './names.js';
import { authorsOf } from './author.js';
import { readScopeCues, type ScopeCues } from './rooms.js';
import { findScopes, scopeKeys, type Scope, type ScopeKeys } from './scopes.js';
import { ofChild, tellingOf, toldIn, unheard, voicesIn, type BlockReader, type Children, type Facts } from './unheard.js';
import { isElsewhere, isVisit, type VisitCues } from './visit.js';

export const VOICE_KEYS = [
  'only-places', 'headings', 'child-headings', 'visit', 'not-visit', 'elsewhere', 'says', 'wants', 'shows', 'made', 'fakes', 'gap', 'next', 'trusted', 'knows', 'record', 'work', 'grown',
  'say', 'say-nobody', 'ask-baby', 'ask-young', 'ask-child', 'ask-teenager', 'ask-several', 'ask-unknown',
] as const;

export function voiceCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  const key = `voice ${readOnce.nameOf(spec)}`;
  const keys = { plain: `${key} plain`, ages: `${key} ages`, voices: `${key} voices`, heard: `${key} heard`, tellings: `${key} tellings`, author: `${key} author`, asked: `${key} asked`, headed: `${key} headed`, visited: `${key} visited` };
  const onlyPlaces = new Set<string>(linesOf(spec['only-places']));
  const isPlacesOnly = ({ type }: NoteView): boolean => type !== null && onlyPlaces.has(type);
  // Inflecting the words takes a moment, and many notes are of a type that asks for no voice.
  let made: VoiceWords | null = null;
  return (view) => {
    const words = (made ??= readOnce.of(spec, readWords));
    const reader: BlockReader = {
      factsOf: (block) => view.ofBlock(block, key, () => factsIn(block, view, words.cues)),
      // What a row of a chronology tells was said at another time.
      voices: () => view.someSections(keys.voices, ({ blocks }) => voicesIn(blocks.filter((block) => ofChild(block) && !(isPlacesOnly(view) && block.content.cell)).map((block) => toldIn(block, reader.factsOf(block))))),
      tellings: () => view.someBlocks(keys.tellings, (block) => (ofChild(block) ? tellingOf(reader.factsOf(block)) : null)),
      isPlain: (block, from = 0) => (from > 0 ? isPlain(view.detail(block), words.cues.fakes, from) : view.ofBlock(block, keys.plain, () => isPlain(view.detail(block), words.cues.fakes, 0))),
      wordsOf: (block) => view.detail(block).tokens.count,
    };
    // The first age given is the one that counts.
    const agesGiven = (): ReadonlyMap<number, readonly Age[]> => view.someBlocks(keys.ages, ({ content }) => somethingIn(agesIn(content.prose)));
    const ages = (): ReadonlyMap<string, Age> => {
      const given = agesGiven();
      return view.whileSame(keys.ages, [given], () => new Map([...given.values()].flat().reverse().map((age) => [age.form, age])));
    };
    const asked = askedOf(view, key, keys.asked);
    const { children, names } = asked;
    if (isUnborn(view.note, children)) return [];
    const all = findScopes(view, asked.scopes, names, words.scopes);
    // A record that owes no voice, or whose kind is not sure, may still make a place for one.
    const owes = view.template || (view.type !== null && !isPlacesOnly(view) && !(view.type === 'case-note' && !isVisit(view, all, names, words, keys)));
    const forVoices = all.filter(({ forVoice, by }) => forVoice && by !== 'table');
    const own = owes || forVoices.length > 0 ? [] : childByChild(all);
    const scopes = owes ? all : own.length > 0 ? own : forVoices;
    if (!owes && (scopes.length === 0 || children.length === 0 || isElsewhere(view, words))) return [];
    const besides = once(() => besideEachOther([...agesGiven().values()]));
    const areTogether: Children['areTogether'] = (form, others) => givenNames(view.note).length > 0 || others.some((other) => besides().get(form)?.has(other));
    const missed = unheard(view, scopes, { ...asked, areTogether }, reader, keys.heard);
    // Where nobody is heard in theirs, they were not made for that.
    if (own.length > 0 && own.every(({ children: [form] }) => missed.some(({ forms }) => forms.includes(form)))) return [];
    // Only where something would be said is it asked who wrote this.
    const authors = missed.length > 0 ? authorsOf(view, keys.author) : NOBODY;
    const isAuthor = (forms: readonly string[]): boolean => (children.length === 1 ? [...authors].some((form) => names.has(form)) : forms.length > 0 && forms.every((form) => authors.has(form)));
    return missed.filter(({ forms }) => !isAuthor(forms)).map(({ place, forms, over }): NoteRaised => {
      const meant = forms.length > 0 ? children.filter(({ form }) => forms.includes(form)) : children;
      const age = meant.length === 1 ? ages().get(meant[0].form) ?? null : null;
      return { ...place, ...voiceMessage(spec, meant, age), ...(over.length > 0 ? { over } : {}) };
    });
  };
}

/** Whose age stands beside whose, by the first forms of their names. */
function besideEachOther(ages: readonly (readonly Age[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Map<string, Set<string>>();
  for (const together of ages) {
    const forms = new Set(together.slice(0, MOST_CHILDREN).map(({ form }) => form));
    for (const form of forms) beside.set(form, new Set([...(beside.get(form) ?? []), ...forms]));
  }
  return beside;
}

/** Sections that are one child's each, of two or more: such a record, whatever its kind, hears each child in theirs. */
function childByChild(scopes: readonly Scope[]): readonly Scope[] {
  const own = scopes.filter(({ by, kind, children }) => by === 'heading' && kind === 'child' && children.length === 1);
  return new Set(own.map(({ children }) => children[0])).size > 1 ? own : [];
}

function somethingIn<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

/** Whom a note is about, in all forms of their names, and under what is kept where it makes room for them. */
interface Asked extends Omit<Children, 'areTogether'> {
  readonly names: ReadonlySet<string>;
  readonly scopes: ScopeKeys;
}

/** The same object (===) where nobody has come or gone. */
function askedOf(view: NoteView, key: string, askedKey: string): Asked {
  const { note, people } = view;
  return view.whileSame(askedKey, [givenNames(note).join('\n'), people.members, people.reader], () => {
    const children = childrenOf(note, people).filter(({ name }) => !/^unborn/i.test(name));
    const names = nameForms(children, people, note);
    const forms = new Set(children.map(({ form }) => form));
    const others = new Set(people.members.filter(({ group }) => group & CHILD).map(({ name }) => firstForm(name)).filter((form) => !forms.has(form)));
    return { children, others, names, readings: new WeakMap(), scopes: scopeKeys(`${key} ${[...names].join(' ')}`) };
  });
}

/** By the front matter, or by the title: "Assessment before birth". */
function isUnborn({ frontMatter, sections }: Note, children: readonly NamedChild[]): boolean {
  const title = sections.find(({ level }) => level > 0)?.heading ?? '';
  return (children.length === 0 && /unborn/i.test(frontMatter?.values.get('child')?.join(' ') ?? '')) || (children.length < 2 && /\b(?:before birth|pre-?birth|unborn|antenatal)\b/i.test(title));
}

const NOBODY: ReadonlySet<string> = new Set();

/** Also for `overview/heard.ts`, under the same name of what is made of a block. */
export function factsIn(block: Block, { detail, people: { reader } }: NoteView, cues: VoiceCues): Facts {
  const signs = voiceSigns(block.content, detail(block), cues, reader && (reader.groups & CHILD) !== 0 ? firstForm(reader.name) : '');
  return signs.length === 0 ? NO_FACTS : { signs: toKeep(signs.filter(({ kind }) => kind !== 'fake')), fakes: toKeep(signs.filter(({ kind }) => kind === 'fake')) };
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
  return { cues: readVoiceCues(spec, read), scopes: readScopeCues(spec, read), visit: read(spec['visit']), notVisit: read(spec['not-visit']), elsewhere: read(spec['elsewhere']) };
}
