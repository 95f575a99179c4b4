/**
 * A labelled specimen: an invented record in which raters have marked what a thoughtful practice lead would raise. How
 * labels are written, and what they mean, is in README.md beside this file. It does not know any rule.
 */

/** A run of words that should be raised, in UTF-16 offsets of the record without its marks. */
export interface Label {
  readonly category: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Raters differ: a finding here counts neither way. */
  readonly unsure: boolean;
}

/** What should be said about the record's structure, on a line that holds `quoted`. */
export interface Expectation {
  readonly rule: string;
  /** Small letters, without emphasis. */
  readonly quoted: string;
  readonly unsure: boolean;
}

export interface Specimen {
  /** The record as it would stand, without marks. */
  readonly text: string;
  readonly labels: readonly Label[];
  readonly expectations: readonly Expectation[];
}

const LABEL = /\[\[(\??)([a-z-]+): ([^[\]\n]*?)\]\]/g;
const CLOSING = /\n*<!-- expect\n([^]*?)-->\s*$/;

/** Throws where a line of the closing comment is not `[?]category name: "first words"`. */
export function readSpecimen(marked: string): Specimen {
  const closing = CLOSING.exec(marked);
  const source = closing ? `${marked.slice(0, closing.index)}\n` : marked;
  const labels: Label[] = [];
  let text = '';
  let at = 0;
  for (const { 0: mark, 1: doubt, 2: category, 3: words, index } of source.matchAll(LABEL)) {
    text += source.slice(at, index);
    labels.push({ category, start: text.length, end: text.length + words.length, words, unsure: doubt !== '' });
    text += words;
    at = index + mark.length;
  }
  text += source.slice(at);
  const lines = (closing?.[1] ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '' && line !== 'none');
  return { text, labels, expectations: lines.map(readExpectation) };
}

function readExpectation(line: string): Expectation {
  const found = /^(\??)([a-z-]+) ([a-z-]+)\s*:\s*(.*)$/.exec(line);
  if (!found) throw new Error(`not an expectation: ${line}`);
  const [, doubt, category, name, quoted] = found;
  return { rule: `${category}/${name}`, quoted: quoted.replace(/^"|"$/g, '').toLowerCase(), unsure: doubt !== '' };
}
