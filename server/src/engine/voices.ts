/**
 * Whose words a stretch of prose is: the writer's, or a quotation of the child, the family, a professional or
 * somebody else. It does not judge what is said.
 */
import type { Span } from './finding.js';

export type Voice = 'child' | 'family' | 'professional' | 'other';

/** Words that are not the writer's. `start` and `end` include the quotation marks. */
export interface Speech extends Span {
  readonly voice: Voice;
  /** Name or word for the speaker as it stands in the note, or ''. */
  readonly speaker: string;
}
