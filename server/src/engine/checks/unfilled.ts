/**
 * Blanks of a form that were left in a record: one finding, at the first of them. It does not know what should stand
 * there, and leaves templates alone, where blanks are meant to stand.
 */
import type { CheckSpec } from '../rule.js';
import type { Placeholder } from '../note/note.js';
import { tokenize } from '../words/tokens.js';
import { cueReader, findCue, textOf, type Cues } from './cue-phrases.js';
import type { NoteCheck, NoteView } from './note-view.js';

export const UNFILLED_KEYS = ['say', 'say-many', 'prompts'] as const;

export function unfilledCheck(spec: CheckSpec): NoteCheck {
  let prompts: Cues | null = null;
  return (view) => {
    if (view.template || view.note.placeholders.length === 0 || isDraft(view)) return [];
    const asked = (prompts ??= cueReader(spec)(spec['prompts']));
    const left = view.note.placeholders.filter((placeholder) => isBlank(view, placeholder, asked));
    if (left.length === 0) return [];
    const [{ start, end }] = left;
    return [{ start, end, message: textOf(spec[left.length > 1 ? 'say-many' : 'say']).replace('{count}', String(left.length)) }];
  };
}

function isDraft({ note }: NoteView): boolean {
  return /^(?:draft|in progress|unfinished)$/i.test(note.frontMatter?.values.get('status')?.[0] ?? '');
}

/** "[sic]", "[Mum]" in somebody's words and "[redacted]" are what the writer put there. */
function isBlank({ note }: NoteView, { form, start, end }: Placeholder, prompts: Cues): boolean {
  if (form !== 'bracket') return true;
  const { text } = note;
  const inside = text.slice(start + 1, end - 1).trim();
  if (/^(?:\.{2,}|…)$/.test(inside)) return false;
  const tokens = tokenize(inside);
  return tokens.count > 0 && !isSpoken(text, start) && findCue(prompts, tokens) >= 0;
}

/** Whether a quotation is open on the line where the bracket stands. */
function isSpoken(text: string, start: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*>/.test(line) || (line.match(/["“”]/gu)?.length ?? 0) % 2 === 1;
}
