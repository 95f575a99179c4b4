/**
 * Whom "he", "she" and "they" mean: the family, unless the person named last is a professional. A guess that leans
 * towards the family, made from left to right; it knows nothing of grammar beyond the words next to a name.
 */
import { CHILD, FAMILY, SERVICE } from './people-lexicon.js';
import type { Head } from './people-phrases.js';
import { JOINED, type Tokens } from './tokens.js';

const OBJECTS = new Set(['him', 'her', 'them']);
const OPENS_CLAUSE = new Set(['and', 'but', 'that', 'because', 'when', 'if', 'while', 'as', 'so', 'then', 'after', 'before', 'where', 'who', 'or']);
const SPEAKS_TO = new Set(['told', 'tell', 'tells', 'telling', 'asked', 'ask', 'asks', 'rang', 'texted', 'phoned', 'called', 'to', 'with', 'by', 'from', 'for', 'of', 'met', 'saw', 'informed', 'texts', 'emailed']);

/** Who was named last, while a block is read. Lives no longer than one call of `findPeople`. */
export interface Heard {
  person: number;
  they: number;
  /** Someone of the family was named in this sentence. */
  familyInSentence: boolean;
  /** A professional is the subject of what goes on in this sentence: "her" in "Ms Patel told her" is then somebody else. */
  outsiderActs: boolean;
}

/** Groups of a pronoun where it stands; notes that it is a subject. */
export function resolve(form: string, heard: Heard): number {
  const groups = (form.startsWith('the') ? heard.they : heard.person) & ~CHILD;
  if ((groups & FAMILY) !== 0) heard.familyInSentence = true;
  else if (form === 'he' || form === 'she' || form === 'they') heard.outsiderActs = true;
  else if (heard.outsiderActs && OBJECTS.has(form)) return FAMILY;
  return groups;
}

/** Notes that `head`, whose words begin at token `start`, has been named. */
export function hear(tokens: Tokens, head: Head, start: number, heard: Heard): void {
  const { groups } = head;
  if (groups & SERVICE) heard.they = SERVICE;
  else if (groups & FAMILY) {
    heard.they = FAMILY;
    heard.familyInSentence = true;
    if (!head.plural) heard.person = groups & (FAMILY | CHILD);
    else if (!(heard.person & FAMILY)) heard.person = FAMILY;
  } else if (groups !== 0) {
    const before = tokens.forms[start - 1];
    if (heard.familyInSentence && SPEAKS_TO.has(before)) return; // "Mum told the midwife that she was well."
    heard.they = groups;
    if (head.plural) return;
    heard.person = groups;
    heard.outsiderActs ||= tokens.gaps[start] !== JOINED || OPENS_CLAUSE.has(before);
  }
}
