/**
 * Whether each child is heard in a record that should carry their own views: words, wants, things made, how a baby or
 * a child without speech was seen to be, or an honest gap with what comes next. In doubt it says nothing. What the
 * signs are is in facts.ts, where they are looked for in scopes.ts, who is missed in unheard.ts, which
 * words count in the rule file.
 */
import type { Block, Note } from '../../note/note.js';
import { CHILD } from '../../people/people.js';
import type { CheckSpec } from '../../rule.js';
import { tokenize } from '../../words/tokens.js';
import { cueReader, linesOf, nameOf } from '../cue-phrases.js';
import type { NoteCheck, NoteRaised, NoteView } from '../note-view.js';
import { voiceMessage } from './message.js';
import { isPlain } from './borrowed.js';
import { readVoiceCues, voiceSigns, type VoiceCues } from './facts.js';
import { agesIn, childrenOf, givenNames, nameForms, type Age, type NamedChild } from './names.js';
import { authorsOf } from './author.js';
import { readScopeCues, type ScopeCues } from './rooms.js';
import { findScopes } from './scopes.js';
import { ofChild, toldIn, unheard, voicesIn, type BlockReader, type Facts } from './unheard.js';
import { isElsewhere, isVisit, type VisitCues } from './visit.js';

export const VOICE_KEYS = [
  'only-places', 'headings', 'child-headings', 'visit', 'not-visit', 'elsewhere', 'says', 'wants', 'shows', 'made', 'fakes', 'gap', 'next',
  'say', 'say-nobody', 'ask-baby', 'ask-young', 'ask-child', 'ask-teenager', 'ask-several', 'ask-unknown',
] as const;

export function voiceCheck(spec: CheckSpec): NoteCheck {
  const key = `voice ${nameOf(spec)}`;
  const plainKey = `${key} plain`;
  const agesKey = `${key} ages`;
  const voicesKey = `${key} voices`;
  const authorKey = `${key} author`;
  const onlyPlaces = new Set<string>(linesOf(spec['only-places']));
  const isPlacesOnly = ({ type }: NoteView): boolean => type !== null && onlyPlaces.has(type);
  // Inflecting the words takes a moment, and many notes are of a type that asks for no voice.
  let made: VoiceWords | null = null;
  let last: Asked | null = null;
  return (view) => {
    const words = (made ??= readWords(spec));
    const reader: BlockReader = {
      factsOf: (block) => view.ofBlock(block, key, () => factsIn(block, view, words.cues)),
      // What a row of a chronology tells was said at another time.
      voices: () => view.ofSections(voicesKey, ({ blocks }) => voicesIn(blocks.filter((block) => ofChild(block) && !(isPlacesOnly(view) && block.content.cell)).map((block) => toldIn(block, reader.factsOf(block))))),
      isPlain: (block) => view.ofBlock(block, plainKey, () => isPlain(view.detail(block), words.cues.fakes)),
      wordsOf: (block) => view.detail(block).tokens.count,
    };
    // The first age given is the one that counts.
    const ages = (): ReadonlyMap<string, Age> => view.once(agesKey, () => new Map(view.note.blocks.flatMap((block) => view.ofBlock(block, agesKey, () => agesIn(block.content.prose))).reverse().map((age) => [age.form, age])));
    const { children, others, names, roomKey } = (last = askedOf(view, key, last));
    if (isUnborn(view.note, children)) return [];
    const all = findScopes(view, roomKey, names, words.scopes);
    if (view.type === 'case-note' && !isVisit(view, all, names, words)) return [];
    // A record that owes no voice, or whose kind is not sure, may still make a place for one.
    const owes = view.template || (view.type !== null && !isPlacesOnly(view));
    const scopes = owes ? all : all.filter(({ forVoice, by }) => forVoice && by !== 'table');
    if (!owes && (scopes.length === 0 || children.length === 0 || isElsewhere(view, words))) return [];
    const missed = unheard(view, scopes, children, others, reader);
    // Only where something would be said is it asked who wrote this.
    const authors = missed.length > 0 ? authorsOf(view, authorKey) : NOBODY;
    const isAuthor = (forms: readonly string[]): boolean => (children.length === 1 ? [...authors].some((form) => names.has(form)) : forms.length > 0 && forms.every((form) => authors.has(form)));
    return missed.filter(({ forms }) => !isAuthor(forms)).map(({ place, forms, over }): NoteRaised => {
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

const NOBODY: ReadonlySet<string> = new Set();

/** Also for `overview/heard.ts`, under the same name of what is made of a block. */
export function factsIn(block: Block, { detail, people: { reader } }: NoteView, cues: VoiceCues): Facts {
  const signs = voiceSigns(block.content, detail(block), cues, reader && (reader.groups & CHILD) !== 0 ? firstForm(reader.name) : '');
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
  return { cues: readVoiceCues(spec, read), scopes: readScopeCues(spec, read), visit: read(spec['visit']), notVisit: read(spec['not-visit']), elsewhere: read(spec['elsewhere']) };
}
