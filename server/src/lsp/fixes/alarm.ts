/**
 * A report of a false alarm that can be given to anybody: the rule, the version, and the shape of the sentence. No
 * letter and no digit of the record is in it.
 */
import type { Finding } from '../../engine/finding.js';
import { sentenceStarts } from '../../engine/words/sentences.js';
import type { OpenNote } from '../documents.js';

/** The client shows a report before it is copied: `{ uri, rule, range }` in, text or null out. */
export const ALARM_REQUEST = 'alongside/falseAlarm';

export function alarmReport(note: OpenNote, finding: Finding, version: string): string {
  const { analysis } = note.reading;
  const block = analysis.note.blocks.find(({ start, end }) => start <= finding.start && finding.start <= end);
  const starts = block ? sentenceStarts(block.content.prose).map((at) => block.start + at) : [finding.start];
  const start = starts.findLast((at) => at <= finding.start) ?? finding.start;
  const end = Math.max(finding.end, starts.find((at) => at >= finding.end) ?? block?.end ?? finding.end);
  const shape = (from: number, to: number): string => shapeOf(analysis.note.prose.slice(from, to));
  return [
    'A false alarm in Alongside',
    '',
    `Rule:     ${finding.rule}`,
    `Version:  ${version}`,
    `Record:   ${analysis.type ?? 'of no known kind'}`,
    `Stands in: ${PLACES[block?.content.kind ?? 'paragraph']}`,
    '',
    'The sentence, with every letter as x and every digit as 0; what was underlined is in brackets:',
    '',
    `    ${shape(start, finding.start)}[[${shape(finding.start, finding.end)}]]${shape(finding.end, end)}`.trimEnd(),
    '',
    'What it meant, in words of your own and with no names:',
    '',
    '    ',
    '',
  ].join('\n');
}

/** Letters become x or X, digits 0; spaces and punctuation stay; whatever else could tell something becomes a dot. */
export function shapeOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u2060\u2029]+/g, ' ')
    .replace(/\p{L}/gu, (letter) => (/[\p{Lu}\p{Lt}]/u.test(letter) ? 'X' : 'x'))
    .replace(/\p{N}/gu, '0')
    .replace(/[^Xx0 \p{P}]+/gu, '·');
}

const PLACES = { paragraph: 'a paragraph', heading: 'a heading', item: 'a list', cell: 'a table', 'header-cell': 'the head of a table' } as const;
