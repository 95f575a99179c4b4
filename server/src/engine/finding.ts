/**
 * What the engine says about a note: findings, strengths, fixes. Plain data, in UTF-16 offsets of the
 * note's LF text. It knows nothing of lines, of LSP or of how a finding is shown.
 */

/** Half-open range of UTF-16 offsets: `start` is the first unit in it, `end` the first unit after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How loudly a finding speaks. `error` appears only in templates and gates, never in a live note. */
export type Severity = 'suggestion' | 'warning' | 'error';

/** One replacement of the text in a span. */
export interface Edit extends Span {
  readonly text: string;
}

/** A titled set of edits in one note, sorted by start and not overlapping. */
export interface Fix {
  readonly title: string;
  /** True only if no fact can change; "fix all" applies nothing else. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Something raised for the writer to look at: the span is what is underlined. Sorted by start, then end, then rule. */
export interface Finding extends Span {
  /** What the rule knows of it, where more is underlined: how, and what it is about. */
  readonly words?: Span;
  /** Rule id, `<category>/<rule>`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was seen, why it matters, what to try or ask: plain text, one to three sentences. */
  readonly message: string;
  /** Human title, such as "Blame for not taking part". */
  readonly title: string;
  /** Whom or what it is about, where the words it stands over do not tell: children not heard, parts that are missing. */
  readonly about?: string;
  /** Why it matters, where that is another reason than its rule's. */
  readonly why?: string;
  /** A question for the writer; no edit goes with it. */
  readonly ask?: string;
  /** Wording shown as an idea, with blanks (`[what you tried]`); no edit goes with it. */
  readonly try?: string;
  readonly fixes: readonly Fix[];
}

/** The words that a finding's rule knows. */
export function ownWords(finding: Finding): Span {
  return finding.words ?? finding;
}

/** What may be good in a record. */
export type StrengthKind = (typeof STRENGTH_KINDS)[number];
export const STRENGTH_KINDS = ['childs-words', 'familys-words', 'childs-influence', 'strength-seen', 'bottom-line', 'disagreement-kept', 'working-with'] as const;

/** Something good that was seen. */
export interface Strength extends Span {
  readonly kind: StrengthKind;
  /** The child whose words they are, where the note names one. */
  readonly child?: string;
}

/** A stretch of the note that no rule has read, and why. */
export interface Unchecked extends Span {
  readonly reason: string;
}

/** The same span, `by` further on. */
export function moved<T extends { readonly start: number; readonly end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}
