/** The parts of a record as a rule file gives them. It does not look at notes. */
import type { CheckSpec, CheckValue } from '../../rule.js';
import { cueReader, linesOf, textOf, type Cues } from '../cue-phrases.js';

export const PART_KEYS = ['say', 'ask', 'headings', 'not-headings', 'phrases', 'said-by', 'verbs', 'holds', 'dated', 'conditional', 'only-with', 'types', 'heading', 'prompt'] as const;

/** One thing that a record should hold. */
export interface Part {
  /** As it stands after "does not say yet". */
  readonly say: string;
  readonly ask: string;
  /** Headings, labels and table headers over it. */
  readonly headings: Cues;
  readonly notHeadings: Cues;
  /** What says it, wherever it stands. */
  readonly phrases: Cues;
  /** Whose speech says it, also in the writer's words: one of them before one of `verbs`. Null where nobody's does. */
  readonly saidBy: 'child' | 'family' | null;
  readonly verbs: Cues;
  /** What must stand under the heading for it to say anything; null where any words will do. */
  readonly holds: Cues | null;
  /** Whether a date must stand with it. */
  readonly dated: boolean;
  /** Whether "If Leo is late, Sana rings him" says it. */
  readonly conditional: boolean;
  /** Asked for only where the record holds one of these; null where always. */
  readonly only: Cues | null;
  /** Kinds of record it is asked of; empty for all that the rule reads. */
  readonly types: readonly string[];
  /** The heading that a fix adds, and the blank under it; '' where none can be added. */
  readonly heading: string;
  readonly prompt: string;
}

export function readParts(spec: CheckSpec): readonly Part[] {
  const read = cueReader(spec);
  return Object.values(fieldsOf(spec['parts'])).map((value): Part => {
    const fields = fieldsOf(value);
    const optional = (key: string): Cues | null => (fields[key] === undefined ? null : read(plain(fields[key])));
    return {
      say: textOf(plain(fields['say'])),
      ask: textOf(plain(fields['ask'])),
      headings: read(plain(fields['headings'])),
      notHeadings: read(plain(fields['not-headings'])),
      phrases: read(plain(fields['phrases'])),
      saidBy: textOf(plain(fields['said-by'])) === 'child' ? 'child' : textOf(plain(fields['said-by'])) === 'family' ? 'family' : null,
      verbs: read(plain(fields['verbs'])),
      holds: optional('holds'),
      dated: textOf(plain(fields['dated'])) === 'yes',
      conditional: textOf(plain(fields['conditional'])) === 'yes',
      only: optional('only-with'),
      types: linesOf(plain(fields['types'])),
      heading: textOf(plain(fields['heading'])),
      prompt: textOf(plain(fields['prompt'])),
    };
  });
}

function fieldsOf(value: CheckValue | undefined): Readonly<Record<string, CheckValue>> {
  return typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, CheckValue>>) : {};
}

function plain(value: CheckValue | undefined): string | readonly string[] | undefined {
  return typeof value === 'string' || Array.isArray(value) ? (value as string | readonly string[]) : undefined;
}
