/**
 * A finding → a fingerprint by which it is known again: salted hashes of its rule, its words and a few words round
 * them, within their block. Where it stands in the note is no part of it, so a paragraph may move, be wrapped afresh
 * or change its line ends. It keeps no words, and knows nothing of files.
 */
import { ownWords, type Finding } from '../engine/finding.js';
import { blockAt, proseBetween } from '../engine/note/block-at.js';
import type { Note } from '../engine/note/note.js';
import type { Rule } from '../engine/rule.js';
import { digest } from './digest.js';

/**
 * One finding, seen from either side. Whoever edits the words before it leaves `after` as it was, and the other way
 * round: one side that is `telling` is enough to know the finding again where the whole is not to be found.
 */
export interface Fingerprint {
  /** Eight hexadecimal digits: rule, words, and the words before them. */
  readonly before: string;
  /** The same with the words after them. */
  readonly after: string;
  /** Sides that have words of their own. */
  readonly telling: { readonly before: boolean; readonly after: boolean };
}

/** Makes the fingerprints of notes' findings. `salt` is the sidecar's own; what was hashed before is not hashed again. */
export function fingerprinter(salt: string): (note: Note, rules: readonly Rule[]) => (finding: Finding) => Fingerprint {
  const known = new Map<string, string>();
  const hash = (text: string): string => {
    let hashed = known.get(text);
    if (hashed !== undefined) return hashed;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, (hashed = digest(salt, text)));
    return hashed;
  };
  return (note, rules) => {
    const once = new Set(rules.filter(({ raise }) => raise === 'once').map(({ id }) => id));
    return (finding) => {
      const { words, before, after } = seen(finding, note, once.has(finding.rule) ? 'words' : 'neighbours');
      const said = `${finding.rule}\0${finding.about ?? ''}\0${words.join(' ')}`;
      return { before: hash(`before\0${said}\0${before.join(' ')}`), after: hash(`after\0${said}\0${after.join(' ')}`), telling: { before: before.length > 0, after: after.length > 0 } };
    };
  };
}

const MOST_KNOWN = 20_000;

/** How many words on either side belong to a fingerprint: few, so that edits further off change nothing. */
const REACH = 3;
/** Within how many characters so many words are looked for; further where these did not hold them. */
const FAR = [48, 400] as const;
const NOTHING: readonly string[] = [];

/**
 * The words of a finding and those beside it. A term that is raised where it first stands has no neighbours: with a
 * sentence put in front, it first stands elsewhere. Nor has what is said of no words at all.
 */
function seen(finding: Finding, note: Note, scope: 'words' | 'neighbours'): { words: readonly string[]; before: readonly string[]; after: readonly string[] } {
  const { start, end } = ownWords(finding);
  const first = blockAt(note.blocks, start);
  const last = first && end <= first.end ? first : blockAt(note.blocks, end - 1);
  const words = wordsOf(proseBetween(note, start, end));
  // A comment is not prose; a finding about one is known by what stands in it.
  if (words.length === 0) return { words: wordsOf(note.text.slice(start, end)), before: NOTHING, after: NOTHING };
  if (scope === 'words') return { words, before: NOTHING, after: NOTHING };
  return {
    words,
    before: first ? nearby((far) => first.content.prose.slice(Math.max(0, start - first.start - far), start - first.start)).slice(-REACH) : NOTHING,
    after: last ? nearby((far) => last.content.prose.slice(end - last.start, end - last.start + far)).slice(0, REACH) : NOTHING,
  };
}

/** One word more than is wanted, so that one cut through at the far end is none of those. */
function nearby(textWithin: (far: number) => string): readonly string[] {
  const near = wordsOf(textWithin(FAR[0]));
  return near.length > REACH ? near : wordsOf(textWithin(FAR[1]));
}

/** Letters and digits only: punctuation, markup and line ends may change. */
function wordsOf(prose: string): readonly string[] {
  return prose.replace(/\u2060/g, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? NOTHING;
}
