/**
 * Says once that the kind of a record can only be guessed, so that nothing is read but its words. It keeps quiet about
 * notes that are about no child: they may be no record at all.
 */
import type { CheckSpec } from '../rule.js';
import type { Fix } from '../finding.js';
import { titleOf } from '../note/place.js';
import type { Note } from '../note/note.js';
import { CHILD } from '../people/people.js';
import { recordType } from '../record-type.js';
import { textOf } from './cue-phrases.js';
import type { NoteCheck } from './note-view.js';

export const UNSURE_TYPE_KEYS = ['say'] as const;

export function unsureTypeCheck(spec: CheckSpec): NoteCheck {
  const say = textOf(spec['say']);
  return ({ note, type, template, people }) => {
    if (type !== null || template || !people.members.some(({ group }) => group & CHILD)) return [];
    const guess = recordType(note, null, '').type;
    if (guess === null) return [];
    const shown = guess.replace('-', ' ');
    return [{ ...titleOf(note), message: say.replaceAll('{type}', () => `${/^[aeiou]/.test(shown) ? 'an' : 'a'} ${shown}`), fixes: [sayingSo(note, guess)] }];
  };
}

/** In the front matter, or in one of its own. */
function sayingSo({ text, frontMatter }: Note, type: string): Fix {
  const at = frontMatter === null ? 0 : text.indexOf('\n', frontMatter.start) + 1;
  return { title: `Say at the top that this is the type “${type}”`, safe: false, edits: [{ start: at, end: at, text: frontMatter === null ? `---\ntype: ${type}\n---\n\n` : `type: ${type}\n` }] };
}
