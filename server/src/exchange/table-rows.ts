/**
 * The rows and cells of an HTML table, whatever groups them.
 */
import type { Element, ElementContent } from 'hast';
import { attribute, isElement } from './markup.js';

export type Row = readonly {
  readonly children: readonly ElementContent[];
  /** Whether it reaches over several columns or rows. */
  readonly spans: boolean;
  /** Whether its row is said to head the others. */
  readonly isHead: boolean;
}[];

export function rowsOf(table: Element): readonly Row[] {
  const rows: Row[] = [];
  let loose: ElementContent[] = [];
  // What stands in a table and in no cell of it (a caption, words that slipped out) is a row of its own.
  const close = (): void => {
    if (loose.some((node) => isElement(node) || node.type !== 'text' || node.value.trim() !== '')) rows.push([{ children: loose, spans: true, isHead: false }]);
    loose = [];
  };
  for (const child of table.children) {
    const name = isElement(child) ? child.tagName : '';
    if (!isElement(child) || !['tr', 'thead', 'tbody', 'tfoot'].includes(name)) {
      if (!['colgroup', 'col', 'caption'].includes(name)) loose.push(child);
      continue;
    }
    close();
    if (name === 'tr') rows.push(cellsOf(child));
    else for (const row of rowsOf(child)) rows.push(row);
  }
  close();
  return rows;
}

function cellsOf({ children }: Element): Row {
  return children.flatMap((cell) => {
    if (isElement(cell)) return [{ children: cell.tagName === 'td' || cell.tagName === 'th' ? cell.children : [cell], spans: Number(attribute(cell, 'colspan') || 1) > 1 || Number(attribute(cell, 'rowspan') || 1) > 1, isHead: cell.tagName === 'th' }];
    return cell.type === 'text' && cell.value.trim() !== '' ? [{ children: [cell], spans: false, isHead: false }] : [];
  });
}
