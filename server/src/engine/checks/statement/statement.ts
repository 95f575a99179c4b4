/**
 * Whether a danger statement says who is worried, what has happened, what could happen, and what that would mean
 * for the child: one part for each rule, its words in the rule file. Where statements stand is found in
 * places.ts and find.ts; whether a statement is true or wise is nobody's business here.
 */
import type { CheckSpec } from '../../rule.js';
import { saying, type NoteCheck, type NoteRaised, type NoteView } from '../note-view.js';
import { picked, type ReadOnce } from '../read-once.js';
import { cueReader, textOf, type Cues } from '../cue-phrases.js';
import { findStatements, placeIn } from './find.js';
import type { Statement } from './open.js';
import { readPlaces, type Places } from './places.js';
import { impactOf, saysWhatItMeans, speaksOfChild } from './impact.js';
import { ofPieces, saysFuture, saysPast, saysWho, type PartCues, type Piece } from './parts.js';

/** By which statements are found. */
export const PLACE_KEYS = ['headings', 'worry-headings', 'risk-headings', 'not-headings', 'worried', 'supposed', 'risk'] as const;
export const STATEMENT_KEYS = ['part', ...PLACE_KEYS, 'words', 'not-words', 'feared', 'vague', 'say', 'ask'] as const;

/** The check for one part of a statement. */
export function statementCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  const part = textOf(spec['part']);
  const message = textOf(spec['say']);
  const ask = textOf(spec['ask']);
  const statementsOf = statementReader(spec, readOnce);
  // Inflecting the words takes a moment, and most notes hold no statement.
  let holds: ((statement: Statement) => boolean) | null = null;
  return (view) => {
    const { statements, worried } = statementsOf(view);
    if (statements.length === 0) return [];
    const holdsIt = (holds ??= holder(spec, part, worried));
    return statements.filter((statement) => !holdsIt(statement)).map((statement): NoteRaised => ({ ...placeIn(view, statement), ...saying(message, ask) }));
  };
}

/** Whether a statement holds a part. */
function holder(spec: CheckSpec, part: string, worried: Cues): (statement: Statement) => boolean {
  const read = cueReader(spec);
  const cues = { words: read(spec['words']), not: read(spec['not-words']), feared: read(spec['feared']), vague: read(spec['vague']), worried };
  const inAny = (says: (piece: Piece, cues: PartCues) => boolean): ((pieces: readonly Piece[]) => boolean) => {
    const saysIt = ofPieces((piece) => says(piece, cues));
    return (pieces) => pieces.some(saysIt);
  };
  switch (part) {
    case 'who': {
      const named = inAny(saysWho);
      return ({ lead, pieces }) => named(lead) || named(pieces);
    }
    case 'past':
    case 'future': {
      const said = inAny(part === 'past' ? saysPast : saysFuture);
      return ({ pieces, inProse }) => (inProse && part === 'past') || said(pieces);
    }
    default: {
      const impactIn = ofPieces((piece) => impactOf(piece, cues));
      return (statement) => speaksOfChild(statement) && saysWhatItMeans(statement.pieces.map(impactIn));
    }
  }
}

/** Statements of a note, and the ways to be worried; looked for once, for all rules that say alike where statements stand. */
export function statementReader(spec: CheckSpec, readOnce: ReadOnce): (view: NoteView) => { readonly statements: readonly Statement[]; readonly worried: Cues } {
  const key = `statements ${readOnce.nameOf(picked(spec, PLACE_KEYS))}`;
  const keys = { labels: key, said: `${key} said`, under: `${key} under`, form: `${key} form`, kinds: `${key} kinds`, statements: `${key} statements` };
  let places: Places | null = null;
  return (view) => view.once(key, () => {
    places ??= readOnce.of(spec, readPlaces);
    return { statements: findStatements(view, places, keys), worried: places.worried };
  });
}
