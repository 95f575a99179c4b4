/**
 * The lists of words of a rule that says who acts on whom, each made into a net. What they are asked for is acting-on.ts's
 * business.
 */
import type { CheckSpec } from '../../rule.js';
import { KINDS_KEYS } from '../kinds.js';
import type { Duties } from './obligation.js';
import { wordNet, type WordNet } from './word-net.js';

/** The keys of a rule of this kind. */
export const ACTING_ON_KEYS = ['done', 'somebody', 'bare', 'does', 'given', 'has', 'leave', 'lost', 'tells', 'things', 'things-done', 'time', 'time-done', 'will', 'owes', 'owes-to', 'owes-not', 'owes-be', 'needs', 'by', 'unless', 'unless-done', 'reasons', 'orders', ...KINDS_KEYS] as const;

export interface Words extends Duties {
  /** After a form of "be": participles, and what must follow them. */
  readonly done: WordNet;
  /** The same, of what is done to nobody but a person: whoever the subject is, known or not. */
  readonly somebody: WordNet;
  /** Where "be" may be missing, as in notes: "Mum advised to", "Reminded that". */
  readonly bare: WordNet;
  /** What a professional does to somebody, with "them" for whom: "read them the riot act"; `tells` needs what they are told to do. */
  readonly does: WordNet;
  readonly tells: WordNet;
  /** What is dealt out to somebody, with "them" for whom: "issued to them"; and after "had": "her bag gone through". */
  readonly given: WordNet;
  readonly has: WordNet;
  /** What is lost, in a sentence with "if she …": "will be withdrawn", "the vouchers stop". */
  readonly lost: WordNet;
  /** What gives leave after somebody: "may attend", "can only see". */
  readonly leave: WordNet;
  /** What is the family's own ("contact", "phone"), and what is done to it. */
  readonly things: WordNet;
  readonly thingsDone: WordNet;
  /** What services hold in hand ("contact", "the package"), whoever's it is, and what is done to it. */
  readonly time: WordNet;
  readonly timeDone: WordNet;
  /** Whose doing it is, after "by", where that is nobody's to answer for here. */
  readonly by: WordNet;
  /** In the same sentence, clears it. */
  readonly unless: WordNet;
  /** The same, for what is done to somebody and not for a duty. */
  readonly unlessDone: WordNet;
  /** In the same sentence, clears what somebody is obliged to: why, and who helps. */
  readonly reasons: WordNet;
  /** The same, in the sentence before it: "The court made an order. Mr Bright must not come". */
  readonly orders: WordNet;
}

/** Never throws; a key that is not there holds nothing. */
export function wordsOf(spec: CheckSpec): Words {
  const key = (name: string): WordNet => wordNet(spec[name]);
  return {
    done: key('done'), somebody: key('somebody'), bare: key('bare'),
    does: key('does'), tells: key('tells'), given: key('given'), has: key('has'), leave: key('leave'), lost: key('lost'),
    things: key('things'), thingsDone: key('things-done'), time: key('time'), timeDone: key('time-done'), will: key('will'),
    owes: key('owes'), owesTo: key('owes-to'), owesNot: key('owes-not'), owesBe: key('owes-be'), needs: key('needs'),
    by: key('by'), unless: key('unless'), unlessDone: key('unless-done'), reasons: key('reasons'), orders: key('orders'),
  };
}
