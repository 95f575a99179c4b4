/**
 * Horizontal bars as inline SVG, and the same numbers as a table for whoever cannot see them.
 */
import type { ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { number } from './words.js';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Stands beside the value in the table. */
  readonly note?: string;
}

const [WIDTH, ROW, NAMES, VALUES] = [760, 28, 300, 60];

/** `what` names the rows, `measure` the values. */
export function bars(what: string, measure: string, rows: readonly Bar[]): readonly ElementContent[] {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const height = rows.length * ROW;
  return [
    s('svg', { viewBox: `0 0 ${WIDTH} ${height}`, ariaHidden: 'true', focusable: 'false' }, rows.flatMap(({ name, value }, index) => {
      const [middle, width] = [index * ROW + ROW / 2, ((WIDTH - NAMES - VALUES) * value) / most];
      return [
        s('text', { x: NAMES - 10, y: middle, textAnchor: 'end', dominantBaseline: 'middle' }, name),
        s('rect', { x: NAMES, y: index * ROW + 5, width: Math.round(width * 10) / 10, height: ROW - 10, rx: 3 }),
        s('text', { x: Math.round((NAMES + width + 8) * 10) / 10, y: middle, dominantBaseline: 'middle', className: ['value'] }, number(value)),
      ];
    })),
    h('details', [
      h('summary', 'The same as a table'),
      h('table', [
        h('caption', `${measure} by ${what.toLowerCase()}`),
        h('thead', h('tr', [what, measure, ...(rows.some(({ note }) => note) ? ['Of which'] : [])].map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', rows.map(({ name, value, note }) => h('tr', [h('th', { scope: 'row' }, name), h('td', number(value)), ...(note === undefined ? [] : [h('td', note)])]))),
      ]),
    ]),
  ];
}
