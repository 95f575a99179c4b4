/**
 * What the server says a record holds, in counts, and how that is put in words. It knows nothing of rules.
 */
import { l10n } from 'vscode';

/** As the server sends it (`alongside/record`). Lines count from 0. */
export interface RecordSummary {
  readonly uri: string;
  readonly version: number;
  /** The kind of record, where it is known. */
  readonly type: string | null;
  readonly shown: number;
  /** Findings that are said together in one of those shown. */
  readonly folded: number;
  readonly held: number;
  /** In the sentence being written. */
  readonly waiting: number;
  readonly good: readonly Good[];
}

export interface Good {
  readonly kind: string;
  readonly child: string | null;
  readonly line: number;
}

/** Other Markdown is open in editors too. */
export function looksLikeRecord({ type, good }: Pick<RecordSummary, 'type' | 'good'>): boolean {
  return type !== null || good.length > 0;
}

/** One thing that is good in a record, as part of a sentence, with its line. */
export function goodText(good: Good): string {
  return l10n.t('{0} (line {1})', goodThing(good), good.line + 1);
}

/** The same without its line. */
export function goodThing({ kind, child }: Pick<Good, 'kind' | 'child'>): string {
  switch (kind) {
    case 'childs-words': return child ? l10n.t('{0}’s own words are in it', child) : l10n.t('a child’s own words are in it');
    case 'familys-words': return l10n.t('the family’s own words are in it');
    case 'childs-influence': return l10n.t('what a child said made a difference');
    case 'strength-seen': return l10n.t('it names something that is going well');
    case 'bottom-line': return l10n.t('it puts a bottom line plainly');
    case 'disagreement-kept': return l10n.t('it keeps a different view as it was said');
    default: return l10n.t('it shows something done together with the family');
  }
}

/** The best first: a child's words before anybody's. */
export function bestOf(good: readonly Good[]): Good | undefined {
  const order = ['childs-words', 'childs-influence', 'familys-words'];
  const rank = ({ kind }: Good): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...good].sort((a, b) => rank(a) - rank(b))[0];
}

/** The same with its first letter a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
