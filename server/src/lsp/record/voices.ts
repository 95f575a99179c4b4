/**
 * Whose words each stretch of a record is: the child's, the family's, a professional's, somebody else's; everything
 * else is the writer's. For an editor that shows them.
 */
import type { Range } from 'vscode-languageserver';
import type { Overview } from '../../engine/overview/overview.js';
import type { Voice } from '../../engine/voices/voices.js';
import type { OpenNote } from '../documents.js';

/** `{ uri }` in, a `RecordVoices` out; null for what is no open record. */
export const VOICES_REQUEST = 'alongside/voices';

export interface RecordVoices {
  readonly uri: string;
  readonly version: number;
  readonly voices: readonly VoiceSeen[];
}

export interface VoiceSeen {
  readonly voice: Voice;
  /** As the record names who speaks, or ''. */
  readonly speaker: string;
  /** `reported`: passed on in the writer's words. */
  readonly how: 'quoted' | 'reported';
  readonly range: Range;
}

export function voicesOf(note: OpenNote, { voices }: Overview): RecordVoices {
  return { uri: note.document.uri, version: note.version, voices: voices.map(({ voice, speaker, how, start, end }) => ({ voice, speaker, how, range: note.range({ start, end }) })) };
}
