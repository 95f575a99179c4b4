/**
 * Whether a scale from 0 to 10 says what its ends mean, whose each number is, and what one step up would be. It does not
 * judge the numbers, but for those that no such scale has.
 */
import type { Span } from '../../finding.js';
import type { CheckSpec } from '../../rule.js';
import type { Block } from '../../note/note.js';
import { CHILD, FAMILY } from '../../people/people.js';
import { cueReader, findCue, textOf, type Cues } from '../cue-phrases.js';
import { saying, type NoteCheck, type NoteView } from '../note-view.js';
import type { ReadOnce } from '../read-once.js';
import { foundUnder, underHeadings, underKeys, type Headed, type Place, type UnderKeys } from './under-headings.js';

export const SCALE_KEYS = ['part', 'headings', 'words', 'say', 'ask'] as const;

export function scaleCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  let cues: ScaleCues | null = null;
  const part = textOf(spec['part']);
  const ask = textOf(spec['ask']);
  const keys = underKeys(spec['headings'], readOnce);
  const scalesKey = `scales ${keys.under}`;
  const name = `scale ${readOnce.nameOf(spec)}`;
  return (view) => {
    if (view.template) return [];
    const { headings, words } = (cues ??= readScaleCues(spec));
    const ends = part === 'ends' ? ENDS.map((end) => view.someBlocks(end.name, ({ content }) => (end.pattern.test(content.prose) ? true : null))) : [];
    const place = foundUnder(view, headings, keys, name, ends, () => {
      const scales = view.once(scalesKey, () => scalesIn(view, headings, keys));
      const [first] = scales;
      return first ? missing(part, first, scales.flatMap((scale) => scale.blocks), view, words, ends) : null;
    });
    return place === null ? [] : [{ ...place, ...saying(textOf(spec['say']), ask) }];
  };
}

interface ScaleCues {
  readonly headings: Cues;
  readonly words: Cues;
}

function readScaleCues(spec: CheckSpec): ScaleCues {
  const read = cueReader(spec);
  return { headings: read(spec['headings']), words: read(spec['words']) };
}

/** A heading such as "Today" over other numbers is no scale. */
function scalesIn(view: NoteView, headings: Cues, keys: UnderKeys): readonly Headed[] {
  const scales = underHeadings(view, headings, keys).filter(({ blocks }) => blocks.some((block) => scoresOf(block, view).length > 0));
  return scales.some((scale) => isScale(scale, view)) ? scales : [];
}

/** Where to say that a part is missing; null where it is not. `ends` are those of any scale, by block. */
function missing(part: string, first: Headed, blocks: readonly Block[], view: NoteView, words: Cues, ends: readonly ReadonlyMap<number, true>[]): Place | null {
  switch (part) {
    case 'range': return numbersIn(blocks, view).find(({ value }) => value < 0 || value > 10 || (value * 2) % 1 !== 0) ?? null;
    case 'ends': return ends.every(({ size }) => size > 0) ? null : first;
    case 'people': return isFamilys(blocks, view) ? null : first;
    default: return blocks.some((block) => findCue(words, view.detail(block).tokens) >= 0) || headersOf(blocks, view).some((block) => findCue(words, view.detail(block).tokens) >= 0) ? null : first;
  }
}

/** "0 means …", "10 is that …", "where 0 = …": an end with words to it. */
const MEANS = String.raw`(?:means?|that|is|being|was|would|=|equals|[:–—]|where|if|["“‘])`;
const ENDS = [
  { name: 'scale end 0', pattern: new RegExp(String.raw`(?:^|[\s*_(“"])(?:0|zero|nought)["”*_]*\s*\(?${MEANS}`, 'iu') },
  { name: 'scale end 10', pattern: new RegExp(String.raw`(?:^|[\s*_(“"])(?:10|ten)["”*_]*\s*\(?${MEANS}`, 'iu') },
] as const;

function isScale({ blocks, start, end }: Headed, { note, ofBlock }: NoteView): boolean {
  return SCALE.test(note.text.slice(start, end)) || blocks.some((block) => ofBlock(block, 'scale said', () => SCALE.test(block.content.prose))) || blocks.some(({ content: { cell } }) => cell !== null && /\b(?:number|score|scale|rating)\b/i.test(cell.header));
}

const SCALE = /\bscal(?:e|es|ed|ing)\b|\b(?:0|zero) ?(?:to|-|–) ?(?:10|ten)\b|\/ ?10\b|\bout of (?:10|ten)\b|\b10 (?:means|is|being)\b|\b10 =/i;

interface Scored extends Span {
  readonly value: number;
}

/** Numbers that somebody gave: a cell of its own, after a name and a colon, before "/10" or "out of 10", after "scaled at". */
function numbersIn(blocks: readonly Block[], view: NoteView): readonly (Scored & Place)[] {
  return blocks.flatMap((block) => scoresOf(block, view).map(({ start, end, value }) => ({ section: block.section, start: block.start + start, end: block.start + end, value })));
}

/** Of one block, at offsets of its prose. */
function scoresOf(block: Block, view: NoteView): readonly Scored[] {
  return view.ofBlock(block, 'scale numbers', () => {
    const { prose, cell } = block.content;
    if (!/\d/.test(prose)) return [];
    const pattern = cell ? /^[\s*_\u2060]*(-?\d{1,3}(?:\.\d+)?)(?:\s*(?:\/|out of)\s*10)?(?![\d/.:])/gu : /(?=[-\d])(?:(?<=:[\s*_]*|\bscal(?:e|es|ed|ing) (?:at|as|it at|this at|herself at|himself at|safety at|him at|her at)?\s*(?:an? )?)(-?\d{1,3}(?:\.\d)?)(?![\d/:.]\d|\s*(?:is|means|being|=|to|weeks?|days?|months?)\b)|(?<![\d/.])(-?\d{1,3}(?:\.\d)?)(?=\s*(?:\/\s*10|out of (?:10|ten))\b)|(?<=^[\s*_\u2060]*\p{Lu}[\p{L}’' ]{1,30} )(\d{1,2})(?=[.,;]|\s*$)|(?<=\b(?:says?|said|gives? it|gave it|puts? it at|is at|scored) (?:an? )?)(\d{1,2})(?=[.,;)]|\s*$))/gu;
    return [...prose.matchAll(pattern)].map((match) => {
      const text = match[1] ?? match[2] ?? match[3] ?? match[4];
      const from = match.index + match[0].indexOf(text);
      return { start: from, end: from + text.length, value: Number(text) };
    });
  });
}

/** Somebody of the family gave a number, or was asked for one. */
function isFamilys(blocks: readonly Block[], view: NoteView): boolean {
  const scored = new Set(blocks.filter((block) => scoresOf(block, view).length > 0));
  const tables = new Set([...scored].flatMap((block) => (block.content.cell === null ? [] : [tableOf(block)])));
  return blocks.some((block) => (scored.has(block) || (block.content.cell?.column === 0 && tables.has(tableOf(block)))) && view.detail(block).people.some(({ groups, possessive }) => !possessive && (groups & (FAMILY | CHILD)) !== 0));
}

function tableOf({ section, content: { cell } }: Block): string {
  return `${section} ${cell?.table ?? ''}`;
}

/** The header cells over a table. */
function headersOf(blocks: readonly Block[], view: NoteView): readonly Block[] {
  const parts = view.parts();
  return [...new Set(blocks.map(({ section }) => section))].flatMap((section) => parts[section].blocks.filter(({ content }) => content.kind === 'header-cell'));
}
