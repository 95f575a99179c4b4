/**
 * Cuts the text that people read out of a block of HTML or comments. Markdown inside it is not looked for, as no
 * reader of Markdown does; what scripts, styles and preformatted code hold is not prose.
 */
import { maskProse, type Cut } from './mask.js';
import { isAngleBlank } from './placeholders.js';

/** A stretch of text between tags that begin a block of their own. */
export interface HtmlRun {
  readonly start: number;
  readonly prose: string;
}

export interface HtmlText {
  readonly runs: readonly HtmlRun[];
  /** Spans of comments, `<!--` to `-->`; the last one may be open at the end. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
  /** All that is not text. */
  readonly cuts: readonly Cut[];
}

const MARKUP = new RegExp([
  '<!--[^]*?(?:-->|$)',
  '<(script|style|pre|code|textarea)(?=[\\s>])[^]*?(?:</\\1\\s*>|$)',
  '</?([a-z][\\w-]*)(?![\\w-])[^<>]*>',
  '<[!?][^<>]*>',
  '&(?:#\\d{1,8}|#x[\\da-f]{1,8}|\\w{1,30});',
].join('|'), 'gi');

/** Tags inside a sentence. All others part one run from the next. */
const INLINE = /^(?:a|abbr|b|bdi|bdo|big|cite|del|dfn|em|font|i|ins|kbd|label|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|var)$/i;

/** `text` is the block with the markers of its quote blanked; offsets are into it. */
export function readHtml(text: string): HtmlText {
  const runs: HtmlRun[] = [];
  const comments: { start: number; end: number }[] = [];
  const cuts: Cut[] = [];
  let from = 0;
  let inRun: Cut[] = [];
  const closeRun = (to: number): void => {
    if (to > from) runs.push({ start: from, prose: maskProse(text, from, to, inRun) });
    inRun = [];
  };
  for (const match of text.matchAll(MARKUP)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0].startsWith('<!--')) comments.push({ start, end });
    const cut: Cut = { start, end, as: standsFor(match[0], match[1], match[2]) };
    cuts.push(cut);
    if (cut.as === 'gone') {
      closeRun(start);
      from = end;
    } else inRun.push(cut);
  }
  closeRun(text.length);
  return { runs, comments, cuts };
}

function standsFor(markup: string, unread: string | undefined, tag: string | undefined): Cut['as'] {
  if (markup.startsWith('&')) return 'opaque';
  if (unread !== undefined || tag === undefined) return 'gone';
  return INLINE.test(tag) || isAngleBlank(markup.slice(1, -1)) ? 'opaque' : 'gone';
}
