/**
 * A table of words as people keep it: words to avoid in one column, what to write instead in another, with or without a
 * line of headings. It knows tables and nothing of rules.
 */

/** Words of a list, and the line they stand in, from 1. `instead` is '' where the list says nothing. */
export interface Listed {
  readonly words: string;
  readonly instead: string;
  readonly line: number;
}

/** Words that were left out, or a part of the list, and why. */
export interface LeftOut {
  readonly line: number;
  readonly words: string;
  readonly why: string;
}

/** `kind`: in `lines`, only a tab parts cells, since words may hold commas. */
export function readTable(text: string, kind: 'table' | 'lines'): { readonly listed: readonly Listed[]; readonly left: readonly LeftOut[] } {
  const [, said, rest = text] = /^sep=(.)\r?\n([^]*)$/i.exec(text) ?? [];
  const rows = rowsOf(rest, said ?? (kind === 'lines' ? '\t' : separatorOf(rest)), said ? 2 : 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return { listed: [], left: [] };
  const heads = rows[0].cells.map((cell) => cell.trim());
  const hasHeads = heads.some((head, index) => AVOID.test(head) || (index > 0 && INSTEAD.test(head)));
  const body = hasHeads ? rows.slice(1) : rows;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const isNumbers = (column: number): boolean => body.every(({ cells }) => /^[\d.]*$/.test(cells[column]?.trim() ?? ''));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => !isNumbers(column));
  const of = (head: RegExp): number | undefined => (hasHeads ? columns.find((column) => head.test(heads[column] ?? '')) : undefined);
  const instead = of(INSTEAD);
  const avoid = of(AVOID) ?? columns.find((column) => column !== instead) ?? 0;
  const answers = instead ?? columns.find((column) => column > avoid && !(hasHeads && REMARKS.test(heads[column] ?? '')));
  return {
    listed: body.flatMap(({ cells, line }) => phrasesIn(cells[avoid] ?? '').map((words) => ({ words, instead: answers === undefined ? '' : (cells[answers] ?? '').trim(), line }))),
    left: hasHeads ? columns.filter((column) => column !== avoid && column !== answers).map((column) => ({ line: rows[0].line, words: `the column ${heads[column] || column + 1}`, why: 'a rule has one “why” for all its words, which is yours to write' })) : [],
  };
}

const AVOID = /^(?:(?:our |the )?(?:words?|terms?|phrases?|language|expressions?|jargon|wording)(?:(?: ?\/ ?| or | and )(?:words?|terms?|phrases?))?(?: (?:to avoid|to stop using|not to use|we avoid|we (?:no longer|don['’]t|do not) use))?|avoid|instead of|in place of|rather than|(?:don['’]t|do not|never|please don['’]t) (?:say|use|write))$/i;
const INSTEAD = /^(?:(?:use|say|write|try)(?: this)?(?: instead)?|instead(?:,? (?:use|say|write|try))?|alternatives?|(?:preferred|better|suggested|plain(?: english)?|kinder) ?(?:words?|terms?|phrases?|language|wording|alternatives?)?|replacements?|replace with|what to (?:say|write|use)(?: instead)?|suggestions?)$/i;
const REMARKS = /^(?:notes?|remarks?|comments?|reasons?|why|sources?|categor(?:y|ies)|examples?|dates?|owner|status|agreed.*)$/i;

/** A cell as people fill it: several phrases with commas or slashes between them, quotation marks, a full stop. */
function phrasesIn(cell: string): readonly string[] {
  return cell.split(/,\s+|;\s*|\s+\/\s+|\r?\n/).map((phrase) => phrase.replace(/["“”„«»]|(?<![\p{L}\p{N}])['‘’]|['’](?![\p{L}\p{N}])/gu, '').replace(/(?<=[\p{L}\p{N})])[.!?:]+$/u, '').replace(/\s+/g, ' ').trim()).filter((phrase) => phrase !== '');
}

/** What parts the cells of the first lines most often. */
function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/).slice(0, 20).join('\n').replace(/"[^"]*"/g, '');
  const count = (sign: string): number => lines.split(sign).length;
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell in double quotes may hold separators and line ends, and quotes doubled. */
function rowsOf(text: string, separator: string, first: number): readonly Row[] {
  const rows: { line: number; cells: string[] }[] = [{ line: first, cells: [] }];
  let cell = '';
  let quoted = false;
  let line = first;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n') line++;
    if (quoted && sign === '"' && text[at + 1] === '"') { cell += '"'; at++; }
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && (sign === separator || sign === '\n')) {
      rows[rows.length - 1].cells.push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') rows.push({ line, cells: [] });
    } else cell += sign;
  }
  rows[rows.length - 1].cells.push(cell.replace(/\r$/, ''));
  return rows;
}
