/**
 * What the YAML library could not read → what somebody most likely typed, at its place, in words that need no
 * knowledge of YAML. It reads the line that was stumbled over, and knows of rules only what their keys are called.
 */
import type { ErrorCode } from 'yaml';
import { ENTRY, EXAMPLES, OVERRIDE, RULE, RULEBOOK } from '../decode/keys.js';
import type { Mend } from '../problem.js';
import { afterBar, indented, inQuotes, inserted, likeOthers } from './slip-mends.js';
import { lineAt, type Line } from './lines.js';

/** `offset` is in UTF-16 units of the file. A `certain` slip was seen in the text; others may only follow from an earlier one. */
export interface Slip {
  readonly offset: number;
  readonly message: string;
  readonly certain: boolean;
  readonly mend?: Mend;
}

/** What the library stumbled over. */
export interface Stumble {
  readonly code: ErrorCode;
  readonly offset: number;
}

/** Keys of rules files, which somebody may have meant where a line has no colon. */
const KEY_NAMES: ReadonlySet<string> = new Set([RULEBOOK, RULE, ENTRY, EXAMPLES, OVERRIDE].flatMap((keys) => Object.keys(keys)));

export const AFTER_BAR = 'Put the text on the next line, indented, after “|”; there nothing needs quoting';
export const NO_ALIAS = 'names in the manner of “&name” and “*name” are not read in a rules file; write the text out, or put it on the next line after “|”';

/** More than anybody mends at once. */
const MOST = 50;

/** The slips behind the library's complaints: the first, and later ones that do not merely follow from it. */
export function slipsOf(source: string, stumbles: readonly Stumble[]): readonly Slip[] {
  const slips = stumbles.slice(0, 20 * MOST).map((stumble) => slipOf(source, stumble)).sort((a, b) => a.offset - b.offset);
  const lines = new Set<number>();
  return slips.filter(({ offset, certain }, index) => {
    const line = lineAt(source, offset).start;
    const isNew = !lines.has(line);
    lines.add(line);
    return isNew && (certain || index === 0);
  }).slice(0, MOST);
}

function slipOf(source: string, stumble: Stumble): Slip {
  const line = lineAt(source, stumble.offset);
  const before = lineBefore(source, line);
  return (
    openQuote(source, stumble, line) ??
    wholeFile(source, stumble, line) ??
    tabSlip(source, line) ??
    lineSlip(line) ??
    (/indent|key|item/.test(KIND[stumble.code]) ? badlyPlaced(source, before, line) : null) ?? {
      offset: stumble.offset,
      message: FALLBACK[stumble.code] ?? `This line cannot be read. If it holds text, ${AFTER_BAR[0].toLowerCase()}${AFTER_BAR.slice(1)}.`,
      certain: false,
    }
  );
}

/** The line above that holds something, or null. */
function lineBefore(source: string, { start }: Line): Line | null {
  for (let at = start; at > 0; ) {
    const line = lineAt(source, at - 1);
    if (line.text.trim() !== '') return line;
    at = line.start;
  }
  return null;
}

/** A quotation mark that never closes is noticed only at the end of the file: it is the first one left open. */
function openQuote(source: string, { code, offset }: Stumble, last: Line): Slip | null {
  if (code !== 'MISSING_CHAR' || (offset < source.length && last.text.trim() !== '')) return null;
  for (const found of source.matchAll(/^[ ]*(?:- +){0,9}(?:[^\s"'#][^:\n]*: +)?(?:- +){0,9}\[?(["'])(.*)$/gm)) {
    const [whole, quote, rest] = found;
    const closed = quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(rest) : /^(?:[^']|'')*'/.test(rest);
    if (!closed) return { offset: found.index + whole.length - rest.length - 1, message: `This quotation mark is never closed. ${AFTER_BAR}.`, certain: true };
  }
  let start = 0;
  for (const text of source.split('\n')) {
    if (text.split('"').length % 2 === 0) return { offset: start + text.lastIndexOf('"'), message: `This quotation mark is never closed. ${AFTER_BAR}.`, certain: true };
    start += text.length + 1;
  }
  return null;
}

function wholeFile(source: string, { code, offset }: Stumble, line: Line): Slip | null {
  if (/^(?:<{7}|={7}|>{7})(?: |$)/.test(line.text)) return { offset: line.start, message: 'Two versions of this file were merged here and nobody has chosen between them yet. Keep one, and take out the lines of “<”, “=” and “>”.', certain: false };
  if (code === 'RESOURCE_EXHAUSTION') return { offset: line.start + Math.max(0, line.text.search(/\S/)), message: 'So many lists stand inside one another here that they cannot be read.', certain: false };
  if (code !== 'MULTIPLE_DOCS') return null;
  const marker = [...source.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)].findLast((found) => found.index > 0 && found.index <= offset);
  const at = marker?.index ?? offset;
  return { offset: at, message: `A rules file is one piece. Take out the line “${source.slice(at, at + 3)}”.`, certain: true };
}

/** Where one line begins with a tab, others do: they are mended together. */
function tabSlip(source: string, line: Line): Slip | null {
  const tab = /^[ ]*(?:- +){0,9}\t/.exec(line.text);
  if (!tab) return null;
  const lines = [...source.matchAll(/^[ \t]*(?:- *){0,9}\t[ \t]*/gm)];
  const mend = lines.length > 1 ? { title: 'Indent the whole file with spaces', start: 0, end: source.length, text: source.replace(/^[ \t]*(?:- *){0,9}\t[ \t]*/gm, (white) => white.replace(/- *\t/g, '- ').replaceAll('\t', '  ')) } : indented(line, (/^[ \t]*/.exec(line.text)?.[0] ?? '').replaceAll('\t', '  ').length, 'Indent with spaces');
  return { offset: line.start + tab[0].length - 1, message: 'A tab stands here. Indent with spaces, two for each step.', certain: true, mend };
}

/** What can be seen wrong in one line by itself. */
function lineSlip({ start, text }: Line): Slip | null {
  const line = { start, text };
  const slip = (column: number, message: string, mend?: Mend): Slip => ({ offset: start + column, message, certain: true, ...(mend ? { mend } : {}) });
  const other = /^[ ]*[\u00a0\u2000-\u200b\u3000]/.exec(text);
  if (other) return slip(other[0].length - 1, 'This line is indented with a kind of space that copied text brings along. Delete it and type ordinary spaces.', indented(line, /^[\s\u00a0\u2000-\u200b\u3000]*/.exec(text)?.[0].length ?? 0, 'Indent with ordinary spaces'));
  if (/^%/.test(text)) return slip(0, `A line cannot begin with “%” here. ${AFTER_BAR}.`);
  if (/^`{3}/.test(text)) return slip(0, 'A line of “```” belongs to the page this was copied from. Take it out.', { title: 'Take out this line', start, end: start + text.length, text: '' });
  const star = /^([ ]*)([*&!][^\s:]*)(?=:(?:\s|$))/.exec(text);
  if (star) return slip(star[1].length, `A name that begins with “${star[2][0]}” stands in quotation marks: "${star[2]}".`, { title: `Change to "${star[2]}"`, start: start + star[1].length, end: start + star[0].length, text: `"${star[2]}"` });
  const dash = /^([ ]*)-(?=[^\s-])/.exec(text);
  if (dash) return slip(dash[1].length, 'There is no space after “-”. Write “- ” before each item of a list.', inserted(start + dash[0].length, ' ', 'Put a space after “-”'));
  const glued = /^[ ]*(?:- +){0,9}([\w-]+:)[^\s:/]/.exec(text);
  if (glued && !/:(?:\s|$)/.test(text)) return slip(glued[0].length - 2, `There is no space after “${glued[1]}”.`, inserted(start + glued[0].length - 1, ' ', `Put a space after “${glued[1]}”`));
  const value = /^([ ]*(?:- +){0,9}(?:(?:[^\s"'#[{|>-][^:]*|"[^"]*"|'[^']*'):[ ]+)?)(\S.*)$/.exec(text);
  return value ? valueSlip(value[2], (message) => slip(value[1].length, message, message.includes(AFTER_BAR) ? afterBar(line, value[1].length) ?? inQuotes(line, value[1].length) : undefined)) : null;
}

function valueSlip(value: string, slip: (message: string) => Slip): Slip | null {
  const first = value[0];
  if (first === '|' || first === '>') {
    if (/^[|>][-+1-9]*\s*(?:#.*)?$/.test(value)) return null;
    return slip(`After “${first}” the text begins on the next line, indented.`);
  }
  if (first === '"' || first === "'") {
    if (/^"(?:[^"\\]|\\["\\/nt])*\\[^"\\/nt]/.test(value)) return slip(`A backslash “\\” means something of its own inside double quotation marks. ${AFTER_BAR}.`);
    const quoted = first === '"' ? /^"(?:[^"\\]|\\.)*"/.exec(value) : /^'(?:[^']|'')*'/.exec(value);
    const rest = quoted ? value.slice(quoted[0].length).trim() : '';
    return rest !== '' && !rest.startsWith('#') && !/^[,:\]}]/.test(rest) ? slip(`The text goes on after its closing quotation mark. ${AFTER_BAR}.`) : null;
  }
  if (value.startsWith('[[')) return slip(`Text that begins with “[[” is taken for a list. ${AFTER_BAR}.`);
  if (first === '{' || first === '[') return bracketSlip(value, first, slip);
  if (/^[`@%*&!,\]}]/.test(value) || /^[?-] /.test(value)) return slip(`Text cannot begin with “${first}” here. ${AFTER_BAR}.`);
  const colon = value.search(/:(?=\s|$)/);
  return colon >= 0 ? slip(`There is a colon inside this text (“${value.slice(0, colon + 1).split(/\s/).at(-1)}”), so the end of it is taken for something else. ${AFTER_BAR}.`) : null;
}

function bracketSlip(value: string, open: '{' | '[', slip: (message: string) => Slip): Slip | null {
  const close = open === '{' ? '}' : ']';
  const end = value.indexOf(close);
  if (end < 0) return slip(`“${open}” is not closed on this line with “${close}”. If this is text and not a list, ${AFTER_BAR[0].toLowerCase()}${AFTER_BAR.slice(1)}.`);
  const rest = value.slice(value.lastIndexOf(close) + 1).trim();
  if (rest !== '' && !rest.startsWith('#')) return slip(`Text that begins with “${open}” is taken for a list. ${AFTER_BAR}.`);
  const inside = value.slice(1, end);
  if (/(?:^|,)\s*(?:,|$)/.test(inside.replace(/,\s*$/, ''))) return slip('There is a comma too many in this list.');
  return slip(`Something inside “${open} ${close}” cannot be read. Part the items with commas, and leave a space after each colon.`);
}

/** Lines that can be read, and stand where they cannot belong. */
function badlyPlaced(source: string, before: Line | null, line: Line): Slip | null {
  const open = before && /:[ ]+[[{]/.test(before.text.slice(Math.max(before.text.lastIndexOf(']'), before.text.lastIndexOf('}')) + 1)) ? lineSlip(before) : null;
  if (open) return open;
  const indent = (text: string): number => text.length - text.trimStart().length;
  const at = line.start + indent(line.text);
  if (/^\s*#/.test(line.text)) return { offset: at, message: 'A remark ends the text after “|” above it, so the lines below it belong to nothing. Put it above the name that the text belongs to.', certain: true, mend: { title: 'Take out this remark', start: line.start, end: line.start + line.text.length + 1, text: '' } };
  const bar = /^[ ]*(?:- )?([^:]+):[ ]+[|>][-+0-9]*\s*$/.exec(before?.text ?? '');
  const to = bar ? indent(before?.text.replace(/^( *)- /, '$1  ') ?? '') + 2 : 0;
  if (before && bar && indent(line.text) <= indent(before.text.replace(/^( *)- /, '$1  '))) return { offset: at, message: `Lines after “${bar[1].trim()}: |” are indented further than “${bar[1].trim()}” itself; this one is not.`, certain: true, mend: indented(line, to, `Indent it under “${bar[1].trim()}”`) };
  const name = /^\s*([a-z][a-z-]*)(?:\s+=)?\s+(\S.*)$/.exec(line.text);
  if (name && KEY_NAMES.has(name[1])) return { offset: at, message: `There is no colon after “${name[1]}”: “${shortened(`${name[1]}: ${name[2]}`)}”.`, certain: false, mend: { title: `Put a colon after “${name[1]}”`, start: at, end: line.start + line.text.length, text: `${name[1]}: ${name[2]}` } };
  if (!/:(?:\s|$)/.test(line.text) && !/^\s*-(?:\s|$)/.test(line.text)) return { offset: at, message: `“${shortened(line.text.trim())}” stands by itself: it has no name and colon before it, and belongs to no “|” above it.`, certain: false };
  const after = lineAt(source, line.start + line.text.length + 1);
  const wrong = indent(after.text) > indent(line.text) && /:\s+[^|>\s]/.test(line.text) ? after : line;
  return { offset: wrong.start + indent(wrong.text), message: 'This line is not indented like the ones it belongs with. Give it as many spaces as they have.', certain: false, mend: indented(wrong, likeOthers(source, wrong), 'Indent it like the others') };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
}

/** What each complaint is about, so that a new code of the library does not go unnoticed by the compiler. */
const KIND: Readonly<Record<ErrorCode, 'indent' | 'key' | 'item' | 'value' | 'file'>> = {
  BAD_INDENT: 'indent', BLOCK_AS_IMPLICIT_KEY: 'indent', MULTILINE_IMPLICIT_KEY: 'key', MISSING_CHAR: 'item', UNEXPECTED_TOKEN: 'item', BLOCK_IN_FLOW: 'item',
  KEY_OVER_1024_CHARS: 'value', NON_STRING_KEY: 'value', DUPLICATE_KEY: 'value', TAB_AS_INDENT: 'indent', BAD_SCALAR_START: 'value', BAD_DQ_ESCAPE: 'value',
  ALIAS_PROPS: 'value', BAD_ALIAS: 'value', MULTIPLE_ANCHORS: 'value', MULTIPLE_TAGS: 'value', TAG_RESOLVE_FAILED: 'value', BAD_COLLECTION_TYPE: 'value',
  BAD_PROP_ORDER: 'value', BAD_DIRECTIVE: 'file', MULTIPLE_DOCS: 'file', RESOURCE_EXHAUSTION: 'file', IMPOSSIBLE: 'file',
};

const FALLBACK: Partial<Readonly<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: 'A tab stands here. Indent with spaces, two for each step.',
  DUPLICATE_KEY: 'This name stands here twice; only one can be meant.',
  KEY_OVER_1024_CHARS: 'The name before this colon is far too long to be one.',
  NON_STRING_KEY: 'What stands before a colon should be a plain word.',
  BAD_SCALAR_START: `Text cannot begin with this sign here. ${AFTER_BAR}.`,
  BAD_DQ_ESCAPE: `A backslash “\\” means something of its own inside double quotation marks. ${AFTER_BAR}.`,
  ALIAS_PROPS: `Here ${NO_ALIAS}.`,
  BAD_ALIAS: `Here ${NO_ALIAS}.`,
  MULTIPLE_ANCHORS: `Here ${NO_ALIAS}.`,
  MULTIPLE_TAGS: `Text cannot begin with “!” here. ${AFTER_BAR}.`,
  TAG_RESOLVE_FAILED: `Text cannot begin with “!” here. ${AFTER_BAR}.`,
  BAD_COLLECTION_TYPE: `Text cannot begin with “!” here. ${AFTER_BAR}.`,
  BAD_PROP_ORDER: `Text cannot begin with this sign here. ${AFTER_BAR}.`,
  BAD_INDENT: 'This line is not indented like the ones it belongs with. Give it as many spaces as they have.',
  BLOCK_AS_IMPLICIT_KEY: 'This line is not indented like the ones it belongs with. Give it as many spaces as they have.',
  BAD_DIRECTIVE: `A line cannot begin with “%” here. ${AFTER_BAR}.`,
};
