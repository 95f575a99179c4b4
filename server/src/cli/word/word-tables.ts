/**
 * The rows and cells of an HTML table, whatever groups them.
 */
import type { Element, ElementContent } from 'hast';

export type Row = readonly {
  readonly children: readonly ElementContent[];
  /** Whether it reaches over several columns or rows. */
  readonly spans: boolean;
  /** Whether its row is said to head the others. */
  readonly isHead: boolean;
}[];

export function rowsOf(table: Element): readonly Row[] {
  return table.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'tr') return rowsOf(child);
    return [child.children.flatMap((cell) => (cell.type === 'element' ? [{ children: cell.children, spans: 'colSpan' in cell.properties || 'rowSpan' in cell.properties, isHead: cell.tagName === 'th' }] : []))];
  });
}
