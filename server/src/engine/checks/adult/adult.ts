/**
 * Whether each grown-up who cares for the child is heard in a record that should carry their view: said, thought,
 * asked for, or why not and what was tried. Only of parents, step-parents and partners, and only where the record knows
 * them well enough to tell who is who. In doubt it says nothing. What one block shows is in facts.ts.
 */
import type { CheckSpec } from '../../rule.js';
import { cueReader, findCue, textOf } from '../cue-phrases.js';
import { isShorter, saying, type NoteCheck, type NoteView, type Outline } from '../note-view.js';
import type { Span } from '../../finding.js';
import type { Block } from '../../note/note.js';
import { placeOf } from '../../note/place.js';
import type { ReadOnce } from '../read-once.js';
import { adultFacts, isHim, isPart, readAdultCues, type AdultCues, type AdultFacts, type Named } from './facts.js';

export const ADULT_KEYS = ['headings', 'not-headings', 'verbs', 'views', 'reasons', 'say', 'ask'] as const;

/** Records with fewer words are only begun. */
const BEGUN = 60;

export function adultCheck(spec: CheckSpec, readOnce: ReadOnce): NoteCheck {
  const name = readOnce.nameOf(spec);
  const keys = { facts: `adults in blocks ${name}`, read: `adults ${name}` };
  let cues: AdultCues | null = null;
  return (view) => {
    if (view.type === null || view.template || isShorter(view, BEGUN)) return [];
    const known = (cues ??= readAdultCues(spec, cueReader(spec)));
    const shownIn = (block: Block): AdultFacts | null => view.ofBlock(block, keys.facts, () => adultFacts(block, view.detail(block), known));
    // Where in its block somebody is named matters only to where they are pointed to.
    const facts = view.someBlocks(keys.facts, (block) => {
      const shown = shownIn(block);
      return shown && { ...shown, named: shown.named.map(({ part, name: called, unclear }) => ({ part, name: called, unclear })) };
    });
    const outline = view.outline();
    const { adults, heard } = view.whileSame(keys.read, [outline, facts, ...sectionsOf(facts, view)], () => read(facts, sectionsOf(facts, view), outline, known));
    const silent = adults.filter((adult) => !adult.keys.some((one) => heard.has(one)));
    if (adults.length < 2 || silent.length === 0) return [];
    // Somebody heard whom nothing ties to a part may be the one who seems to be missing.
    const loose = new Set([...heard].filter((one) => !adults.some((adult) => adult.keys.length > 1 && adult.keys.includes(one))));
    if (silent.some((adult) => adult.keys.length === 1 && [...loose].some((one) => isPart(one) !== isPart(adult.keys[0])))) return [];
    const place = viewsHeading(view, known);
    // Where nobody at all is heard and there is no place for it, the record lacks a part.
    if (silent.length === adults.length && place === null) return [];
    const names = listed(silent.map((adult) => adult.name));
    const fill = (text: string): string => text.replaceAll('{adult}', () => names);
    return [{ ...(place ?? placeIn(view.note.blocks[silent[0].block], silent[0].keys[0], shownIn)), about: names, ...saying(fill(textOf(spec['say'])), fill(textOf(spec['ask']))) }];
  };
}

interface Adult {
  /** As the record has them; by name where it gives one. */
  readonly name: string;
  /** Their part ("dad") and first forms of their name. */
  readonly keys: readonly string[];
  /** The block that first speaks of them. */
  readonly block: number;
}

/** Where a block names somebody by their part. */
function placeIn(block: Block, part: string, shownIn: (block: Block) => AdultFacts | null): Span {
  const { from, to } = shownIn(block)?.named.find((one) => one.part === part) ?? { from: 0, to: 0 };
  return { start: block.start + from, end: block.start + to };
}

/** What a block shows, wherever it does. */
type Shown = Omit<AdultFacts, 'named'> & { readonly named: readonly Omit<Named, 'from' | 'to'>[] };

/** The sections of the blocks that tell of grown-ups, in the order of these. */
function sectionsOf(facts: ReadonlyMap<number, Shown>, { note }: NoteView): readonly number[] {
  return [...facts.keys()].map((at) => note.blocks[at].section);
}

/** Those who care for the child, as far as the record speaks of them more than once; and everybody heard. */
function read(facts: ReadonlyMap<number, Shown>, sections: readonly number[], { words }: Outline, { headings }: AdultCues): { readonly adults: readonly Adult[]; readonly heard: ReadonlySet<string> } {
  const viewed = words.map((heading) => findCue(headings, heading) >= 0);
  const heard = new Set<string>();
  const known = new Map<string, { name: string; named: number; first: Set<string>; names: Set<string>; block: number }>();
  /** Who may be meant where "he" or "she" says something. */
  const spokenOf: { readonly one: string; readonly fact: Shown }[] = [];
  let everybody = false;
  const doubtful = new Set<string>();
  let before: readonly string[] = [];
  let headed: { readonly section: number; readonly whom: readonly string[] } = { section: -1, whom: [] };
  [...facts].forEach(([at, fact], nth) => {
    const section = sections[nth];
    for (const one of fact.heard) heard.add(one);
    everybody ||= fact.everybody;
    // "He says": of whoever was named here, or right before.
    const near = fact.goesOn ? [...fact.mentions, ...before] : fact.mentions;
    for (const one of near) if (fact.he || fact.she) spokenOf.push({ one, fact });
    if (fact.stands === 'first-cell' && viewed[section]) for (const one of fact.mentions) heard.add(one);
    // Under "Dad" whoever wants something is he.
    if (fact.stands === 'heading') headed = { section, whom: fact.mentions.length === 1 ? fact.mentions : [] };
    else if (headed.section === section && (fact.opens || fact.he || fact.she || fact.excuses)) for (const one of headed.whom) heard.add(one);
    for (const { part, name, unclear } of fact.named) {
      if (unclear) doubtful.add(part);
      const adult = known.get(part) ?? { name, named: 0, first: new Set<string>(), names: new Set<string>(), block: at };
      known.set(part, adult);
      adult.named += 1;
    }
    for (const { part, forms, name } of fact.links) {
      const adult = known.get(part);
      if (!adult) continue;
      adult.first.add(forms[0]);
      for (const form of forms) adult.names.add(form);
      if (name !== '') adult.name = name;
    }
    before = fact.mentions;
  });
  const tied = [...known.values()].flatMap(({ first }) => [...first]);
  const all = [...known.values()].flatMap(({ names }) => [...names]);
  // A surname of two of them tells neither.
  const shared = new Set(all.filter((one, at) => all.indexOf(one) !== at));
  const adults = [...known].flatMap(([part, { name, named, first, names, block }]): Adult[] => {
    // "Mum, Sean, Dad" is a list.
    if ((doubtful.has(part) && first.size === 0) || first.size > 1 || [...first].some((one) => tied.indexOf(one) !== tied.lastIndexOf(one))) return [];
    const spoken = named + [...facts.values()].filter(({ mentions }) => mentions.some((one) => names.has(one))).length;
    // "Partner" alone may be anybody's.
    return spoken < 2 || (part === 'partner' && names.size === 0) ? [] : [{ name, keys: [part, ...[...names].filter((one) => !shared.has(one))], block }];
  });
  for (const { one, fact } of spokenOf) {
    const him = isHim(adults.find(({ keys }) => keys.includes(one))?.keys[0] ?? one);
    if ((fact.he && him !== false) || (fact.she && him !== true)) heard.add(one);
  }
  if (everybody) for (const { keys } of adults) heard.add(keys[0]);
  return { adults, heard };
}

/** The heading under which grown-ups' views stand. */
function viewsHeading(view: NoteView, { headings, notHeadings }: AdultCues): Span | null {
  const words = view.outline().words;
  const at = words.findIndex((heading, section) => section > 0 && heading.count > 0 && findCue(headings, heading) >= 0 && findCue(notHeadings, heading) < 0);
  const block = at < 0 ? undefined : view.parts()[at].blocks[0];
  return !block || view.parts()[at].blocks.length < 2 ? null : placeOf(block);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
