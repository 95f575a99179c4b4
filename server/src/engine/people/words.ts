/**
 * What each word may do in naming somebody, by one look-up: pronoun, title, beginning of a kinship, role or service
 * word. It does not know names, which are the note's own.
 */
import { HE, LEXICON, SHE, TITLES, type Entry } from './lexicon.js';

export interface Word {
  /** Kinship, role and service words that begin with this one, longest first. */
  readonly entries: readonly Entry[];
  /** What a title shows of whoever bears it, or -1 where it is none. */
  readonly title: number;
  readonly pronoun: Pronoun | null;
  /** The writer's "I", "we", "our". */
  readonly self: boolean;
}

export interface Pronoun {
  /** `HE`, `SHE`, or 0 for "they". */
  readonly gender: number;
  /** "he", "him", "his" before what is his, "himself". "Her" is both `object` and `owner`. */
  readonly subject: boolean;
  readonly object: boolean;
  readonly owner: boolean;
}

/** By form; no other word is looked at twice unless it has a capital. */
export const WORDS: ReadonlyMap<string, Word> = compile();
/** Words that say whose what follows is. */
export const OWNING: ReadonlySet<string> = new Set(['her', 'his', 'their', 'my', 'our']);
export const AND: ReadonlySet<string> = new Set(['and', '&', '/']);

function compile(): Map<string, Word> {
  const words = new Map<string, Word>();
  const put = (form: string, part: Partial<Word>): void => {
    words.set(form, { entries: [], title: -1, pronoun: null, self: false, ...words.get(form), ...part });
  };
  for (const [form, entries] of LEXICON) put(form, { entries });
  for (const [form, title] of TITLES) put(form, { title });
  for (const form of ['i', 'we', 'us', 'me', 'myself', 'ourselves', 'my', 'our', 'mine', 'ours']) put(form, { self: true });
  const genders: readonly (readonly [number, string])[] = [[HE, 'he him his himself'], [SHE, 'she her her hers herself'], [0, 'they them their theirs themselves']];
  for (const [gender, forms] of genders) {
    for (const form of forms.split(' ')) {
      const subject = form === 'he' || form === 'she' || form === 'they';
      const object = form === 'him' || form === 'her' || form === 'them';
      put(form, { pronoun: { gender, subject, object, owner: form === 'her' || form === 'his' || form === 'their' } });
    }
  }
  return words;
}
