/**
 * Whose words each stretch of a note is that is not the writer's own: quoted, or passed on in the writer's words. It
 * knows nothing of what is said.
 */
import type { NoteView } from '../checks/note-view.js';
import type { Span } from '../finding.js';
import type { Block } from '../note/note.js';
import type { Voice } from '../voices/voices.js';
import { findReported } from '../voices/reported.js';
import { voiceOf } from '../voices/speakers.js';

/** Words of somebody else than the writer; quoted ones with their quotation marks. */
export interface VoiceSeen extends Span {
  readonly voice: Voice;
  /** As the note names who speaks, or ''. */
  readonly speaker: string;
  /** `reported`: passed on in the writer's words. */
  readonly how: 'quoted' | 'reported';
}

/** By start, not overlapping. Words in scare quotes, and those named only to be rejected, are the writer's. */
export function voicesIn(view: NoteView): readonly VoiceSeen[] {
  return view.note.blocks.flatMap((block) => view.ofBlock(block, 'voices seen', () => voicesOf(view, block)).map((seen) => ({ ...seen, start: block.start + seen.start, end: block.start + seen.end })));
}

function voicesOf(view: NoteView, block: Block): readonly VoiceSeen[] {
  const { kind, prose } = block.content;
  const { tokens, people, speech } = view.detail(block);
  const quoted = speech.filter(({ scare, rejected }) => !scare && !rejected);
  const told = kind === 'heading' || kind === 'header-cell' ? [] : findReported(prose, tokens, people).filter(({ rejected, start, end }) => !rejected && !quoted.some((one) => one.start < end && start < one.end));
  const { reader } = view.people;
  // A letter's "you" is whom it is written to.
  const known = reader === null ? told : told.map((one) => (one.speaker === 'you' ? { ...one, voice: voiceOf(reader.groups), speaker: reader.name } : one));
  let until = 0;
  return [...quoted, ...known].sort((a, b) => a.start - b.start).flatMap(({ voice, speaker, reported, start, end }): VoiceSeen[] => {
    if (start < until) return [];
    until = end;
    return [{ voice, speaker, how: reported ? 'reported' : 'quoted', start, end }];
  });
}
