/**
 * Whether a danger statement says who is worried, what has happened, what could happen, and what that would mean
 * for the child: one part for each rule, its words in the rule file. Where statements stand is found in
 * statement-places.ts and statement-find.ts; whether a statement is true or wise is nobody's business here.
 */
import type { CheckSpec } from '../rule.js';
import type { NoteCheck, NoteRaised } from './note-view.js';
import { nameOf, readCues, textOf, type Cues } from './cue-phrases.js';
import { findStatements, type Statement } from './statement-find.js';
import { readPlaces, type Places } from './statement-places.js';
import { saysFuture, saysImpact, saysPast, saysWho, type PartCues } from './statement-parts.js';

/** The check for one part of a statement. */
export function statementCheck(spec: CheckSpec): NoteCheck {
  const says = partOf(textOf(spec['part']));
  const message = textOf(spec['say']);
  const ask = textOf(spec['ask']);
  const key = `statements ${nameOf(['headings', 'worry-headings', 'not-headings', 'worried', 'risk'].map((name) => spec[name] ?? ''))}`;
  // Inflecting the words takes a moment, and most notes hold no statement.
  let places: Places | null = null;
  let words: { readonly words: Cues; readonly not: Cues } | null = null;
  return (view) => {
    const { statements, worried } = view.once(key, () => {
      places ??= readPlaces(spec);
      return { statements: findStatements(view, places, key), worried: places.worried };
    });
    if (statements.length === 0) return [];
    words ??= { words: readCues(spec['words']), not: readCues(spec['not-words']) };
    const cues: PartCues = { ...words, worried };
    return statements.filter((statement) => !says(statement, cues)).map((statement): NoteRaised => ({
      start: statement.start,
      end: statement.end,
      message: [message, ask].filter((text) => text !== '').join(' ') || null,
      ...(ask === '' ? {} : { ask }),
    }));
  };
}

function partOf(name: string): (statement: Statement, cues: PartCues) => boolean {
  switch (name) {
    case 'who': return saysWho;
    case 'past': return saysPast;
    case 'future': return saysFuture;
    default: return saysImpact;
  }
}
