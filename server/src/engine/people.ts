/**
 * Who is who in a note: family, child, professional, service, from a lexicon, pronouns, front matter, the
 * rulebook's `people`, and what the note itself says ("Kayleigh Dunmore (mum)", "Worker | Priti Sahota").
 * There is no list of first names, here or anywhere. It does not know whose words are whose (voices.ts).
 */
import type { Note } from './note.js';
import type { Tokens } from './tokens.js';

/** Bit per group; a person may be in several. Every CHILD is also FAMILY. A pronoun is FAMILY unless it stands for a professional. */
export const FAMILY = 1;
export const CHILD = 2;
export const PROFESSIONAL = 4;
export const SERVICE = 8;

/** Names that the rulebook gives (`people:` of alongside.yml). */
export interface KnownPeople {
  readonly children: readonly string[];
  readonly family: readonly string[];
  readonly professionals: readonly string[];
  readonly services: readonly string[];
}
