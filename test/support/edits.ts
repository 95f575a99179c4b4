/** Edits as writers make them, and stranger ones, on records as they are written and on what no one would write. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Analysis } from '../../server/src/engine/analyse.js';
import { toLf } from '../../server/src/engine/note/line-ends.js';
import type { Next } from './random.js';

/** The records of examples/, with `\n` line ends. */
export function exampleNotes(): readonly string[] {
  return readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md') && !file.includes('README')).sort()
    .map((file) => toLf(readFileSync(`examples/${file}`, 'utf8')));
}

/** What typing, pasting and tidying bring into a note. */
export const TYPED = [
  'a', ' ', ' ', '.', ', ', '\n', '\n\n', '- ', '"', '“', '”', '’', "'s", '> ', '# ', '## Plan\n', '**', '|', '\n| Who | What |\n|---|---|\n| Mum | told to ring |\n', '<!-- alongside-disable -->\n', '<!-- alongside-enable -->\n',
  '---\ntype: letter\n---\n', '---\n', 'type: plan\n', 'Mum ', 'Leo (6) ', 'Priti Sahota (social worker) ', 'her sister ', 'She ', 'they ', 'was told to ', 'failed to engage with ', 'siblings ', 'the CP plan ', 'LAC ', 'LAC (looked after child) ',
  'contact ', 'contact (seeing Dad) ', 'on 3 May ', 'because ', ' ... ', '[name]', 'domestic incident ', 'Dad: I don’t want that\n', 'Kwame is Leo’s uncle. ', '😀', '\u2029', '\0', '&amp;', '`code`',
] as const;

/** The text after something was put in, taken out, or moved by a line. */
export function edited(text: string, next: Next): string {
  const at = next(text.length + 1);
  switch (next(6)) {
    case 0: return text.slice(0, at) + text.slice(at + 1 + next(12));
    case 1: { // a line goes elsewhere
      const from = text.lastIndexOf('\n', at) + 1;
      const end = text.indexOf('\n', from) + 1 || text.length;
      const rest = text.slice(0, from) + text.slice(end);
      const to = rest.indexOf('\n', next(rest.length + 1)) + 1;
      return rest.slice(0, to) + text.slice(from, end) + rest.slice(to);
    }
    default: return text.slice(0, at) + TYPED[next(TYPED.length)] + text.slice(at);
  }
}

/** Some paragraphs of these notes, in no order. */
export function shuffled(notes: readonly string[], next: Next): string {
  const paragraphs = notes.flatMap((note) => note.split('\n\n'));
  return Array.from({ length: 1 + next(3) }, () => paragraphs[next(paragraphs.length)]).join('\n\n');
}

/** What an analysis says, without what it remembers. */
export function saidOf({ findings, strengths, unchecked, words, type, template, wantsLibraries }: Analysis): object {
  return { findings, strengths, unchecked, words, type, template, wantsLibraries };
}
