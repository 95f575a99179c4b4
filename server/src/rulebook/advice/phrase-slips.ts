/**
 * A phrase that cannot be used → what somebody most likely meant by it, and the way there. It looks at the phrase as it
 * is written and at nothing it would match.
 */
import type { Mend } from '../problem.js';
import type { PlacedText } from '../yaml/yaml.js';

export interface PhraseSlip {
  readonly message: string;
  readonly mends: readonly Mend[];
}

/** Null where nothing is known but that the phrase cannot be used. `source` is the file it stands in. */
export function phraseSlip({ text, offset }: PlacedText, source: string): PhraseSlip | null {
  const end = offset + text.length;
  const change = (title: string, now: string): Mend => ({ title, start: offset, end, text: now });
  const slip = (message: string, now: string | null, title = `Change to “${now}”`): PhraseSlip => ({ message, mends: now === null || now === '' ? [] : [change(title, now)] });
  if (UNSEEN.test(text)) return slip('An invisible sign stands in this phrase; copied text brings it along. Take it out.', text.replace(new RegExp(UNSEEN, 'gu'), ''), 'Take out the invisible sign');
  const remark = /(?:^|\s+)#.*$/.exec(text);
  if (remark) {
    const start = source.lastIndexOf('\n', offset - 1) + 1;
    const now = text.slice(0, remark.index);
    const line = { title: 'Take out this remark', start, end: Math.min(source.length, end + (source.slice(end).indexOf('\n') < 0 ? 0 : source.slice(end).indexOf('\n') + 1)), text: '' };
    return { message: 'After “|” a “#” begins no remark: every line there is a phrase, to its end. Put remarks above, outside the phrases.', mends: now === '' ? (source.slice(start, offset).trim() === '' ? [line] : []) : [change('Take out this remark', now)] };
  }
  const quoted = /^(?:"([^"]+)"|'([^']+)'|“([^”]+)”|‘([^’]+)’)[.,]?$/.exec(text);
  if (quoted) return slip('Quotation marks are no part of a phrase: after “|” nothing needs quoting.', quoted.slice(1).find(Boolean) ?? null);
  if (/^[-*•]\s+/.test(text)) return slip('After “|” every line is a phrase by itself, without a dash before it.', text.replace(/^[-*•]\s+/, ''));
  const several = text.split(/,\s+/).map((one) => one.trim()).filter((one) => one !== '');
  if (several.length > 1) {
    const start = source.lastIndexOf('\n', offset - 1) + 1;
    const pad = source.slice(start, offset);
    const mend = pad.trim() === '' ? slip('', several.join(`\n${pad}`), 'Give each phrase a line of its own') : /^[^"']*$/.test(text) && /:\s*$/.test(pad) ? slip('', `[${several.join(', ')}]`, 'Put the phrases in brackets') : null;
    return { message: 'A comma does not part phrases: each stands on a line of its own.', mends: mend?.mends ?? [] };
  }
  if (/[\p{L}\p{N}][.!?;:,]+$/u.test(text)) return slip(`A phrase ends with a word: leave out the “${text.at(-1)}”.`, text.replace(/[.!?;:,]+$/, ''));
  if (/(?<![*\p{L}])\p{L}+\*(?=\s|$)/u.test(text)) return slip(`“*” stands for nothing in a phrase, and is not needed: “fail” also finds fails, failed and failing.`, null);
  if (/(?<!\[)\[[^[\]]+\](?!\])/.test(text)) return slip('“[ ]” stands for nothing in a phrase. For people there are {child}, {family} and {professional}; for any few words, “...”.', null);
  if (/["“”„«»‹›]|(?<!\p{L})[‘']|[’'](?!\p{L})/u.test(text)) return slip('Quotation marks are no part of a phrase. Leave them out, or write “...” where they stand in records.', text.replace(/["“”„«»‹›]|(?<!\p{L})[‘']|[’'](?!\p{L})/gu, ''), 'Leave out the quotation marks');
  return null;
}

/** Signs of no width, which copied text brings along. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff]/u;
