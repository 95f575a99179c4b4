/**
 * Passives and long-winded words, as retext sees them, said in this product's own way. It takes one block's
 * prose and knows nothing of notes, rules or voices.
 */
import { retext } from 'retext';
import retextEnglish from 'retext-english';
import retextPassive from 'retext-passive';
import retextSimplify from 'retext-simplify';
import { canBeQuoted, plainProse, spanInProse } from './prose.js';
import type { PlainProse } from './prose.js';
import { withCapitalOf, withoutOverlaps } from './finding.js';
import type { PlainFinding } from './finding.js';
import { messageForPassive } from './passive.js';
import { messageForSimpler, SIMPLER } from './simpler-words.js';

// retext-english takes the place of the parser retext brings, which ends a sentence after "Ms.".
const PROCESSORS = {
  passive: retext().use(retextEnglish).use(retextPassive).freeze(),
  simplify: retext().use(retextEnglish).use(retextSimplify).freeze(),
} as const;
/** Without one of these words retext-passive has nothing to find, and finding nothing is slow. */
const BE = /\b(?:am|are|were|being|is|been|was|be)\b/i;
const BE_BEFORE = /(?:^|[^\p{L}\p{N}'’-])((?:am|are|were|being|is|been|was|be) )$/iu;

/** Sorted by start, not overlapping; total. `skip` lists phrases to leave alone, in any case: "was given" or "given", "prior to". */
export function runRetext(prose: string, plugin: 'passive' | 'simplify', skip: readonly string[]): readonly PlainFinding[] {
  const plain = plainProse(prose);
  if (plugin === 'passive' && !BE.test(plain.text)) return [];
  const skipped = new Set(skip.map((phrase) => phrase.toLowerCase()));
  const findings: PlainFinding[] = [];
  for (const { place } of PROCESSORS[plugin].processSync(plain.text).messages) {
    if (place === undefined || !('start' in place)) continue;
    const start = place.start.offset;
    const end = place.end.offset;
    if (start === undefined || end === undefined || skipped.has(plain.text.slice(start, end).toLowerCase())) continue;
    const finding = plugin === 'passive' ? passiveAt(plain, start, end, skipped) : simplerAt(plain, start, end);
    if (finding !== null) findings.push(finding);
  }
  return withoutOverlaps(findings);
}

/** retext-passive points at the participle alone; the writer should see "was given". */
function passiveAt(plain: PlainProse, start: number, end: number, skipped: ReadonlySet<string>): PlainFinding | null {
  const be = BE_BEFORE.exec(plain.text.slice(Math.max(0, start - 8), start));
  if (be === null) return null;
  const from = start - be[1].length;
  const passive = plain.text.slice(from, end);
  if (skipped.has(passive.toLowerCase())) return null;
  const message = messageForPassive(passive, plain.text.slice(end, end + 8));
  return message === null ? null : { ...spanInProse(plain, from, end), message, replacements: [] };
}

function simplerAt(plain: PlainProse, start: number, end: number): PlainFinding | null {
  const phrase = plain.text.slice(start, end);
  const simpler = SIMPLER.get(phrase.toLowerCase());
  if (simpler === undefined || !canBeQuoted(phrase)) return null;
  const replacements = simpler.map((word) => withCapitalOf(phrase, word));
  return { ...spanInProse(plain, start, end), message: messageForSimpler(phrase, simpler), replacements };
}
