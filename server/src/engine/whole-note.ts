/**
 * Runs the checks that read a whole note: what a record of its type should hold. What each looks for is its own
 * business (checks/).
 */
import { readsUnsure } from './checks/index.js';
import type { BlockDetail, NoteRaised, NoteView, Outline, SectionPart } from './checks/note-view.js';
import type { Finding, Span, Strength } from './finding.js';
import { knownSections, nothingKept, outlineOf, partsOf, someUpToDate, upToDate, type Kept, type KnownSection } from './known-parts.js';
import type { Block, Note } from './note/note.js';
import type { People } from './people/people.js';
import type { NoteType, Rule } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { readsType, severityOf } from './settle.js';

/** What the rules that read this type of note raise, and what they are glad of, in no order. */
export function wholeNote(view: NoteView, ruleSet: RuleSet): { readonly findings: readonly Finding[]; readonly strengths: readonly Strength[]; readonly over: readonly Over[] } {
  const findings: Finding[] = [];
  const strengths: Strength[] = [];
  const spoken: Over[] = [];
  const waiting: { readonly rule: Rule; readonly raised: NoteRaised }[] = [];
  for (const { rule: index, check } of ruleSet.noteChecks) {
    const rule = ruleSet.rules[index];
    if (rule.severity === 'off' || !(readsType(rule, view.type, view.template) || (view.type === null && rule.check && readsUnsure(rule.check)))) continue;
    for (const raised of check(view)) {
      const { start, end, over, strength, notBeside } = raised;
      if (over) for (const span of over) spoken.push({ ...span, category: rule.id.slice(0, rule.id.indexOf('/') + 1) });
      if (strength) strengths.push({ kind: strength, start, end });
      else if (notBeside) waiting.push({ rule, raised });
      else findings.push(findingOf(rule, raised, view));
    }
  }
  for (const { rule, raised } of waiting) {
    const taken = new Set(findings.filter((finding) => finding.rule === raised.notBeside).map(({ start }) => start));
    const free = [raised, ...(raised.or ?? [])].find(({ start }) => !taken.has(start));
    if (free) findings.push(findingOf(rule, free, view));
  }
  return { findings, strengths, over: spoken };
}

function findingOf(rule: Rule, { start, end, message, ask, about, fixes }: NoteRaised, view: NoteView): Finding {
  // A spread of what there may be would give each finding a shape of its own, which weighs more than what is in it.
  const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
    rule: rule.id, severity: severityOf(rule, false, view.template), message: message ?? rule.why, title: rule.title, start, end, fixes: fixes ?? [],
  };
  if (ask) finding.ask = ask;
  if (about) finding.about = about;
  return finding;
}

/** A place of which all has been said that rules of one category have to say. `category` ends in a slash. */
interface Over extends Span {
  readonly category: string;
}

/** The findings that say something more. */
export function besides(findings: readonly Finding[], over: readonly Over[]): readonly Finding[] {
  return over.length === 0 ? findings : findings.filter(({ rule, start: at }) => !over.some(({ category, start, end }) => at >= start && at < end && rule.startsWith(category)));
}

/** A block that has been read. */
export interface KnownBlock {
  readonly detail: BlockDetail;
  /** What checks made of it, by their names. */
  readonly made: Map<string, unknown>;
}

/** What checks made of a note when it was last read: what an edit leaves alone is not asked for again. */
export interface MadeOfNote {
  readonly blocks: Kept<KnownBlock>;
  readonly sections: Kept<KnownSection>;
  /** The sections as they were last, what stood under them, and the kind of note they were in. */
  known: { readonly sections: readonly KnownSection[]; readonly parts: readonly SectionPart[]; readonly kind: string };
  outline: Outline;
  /** What was made the last time of what checks said it is made of. */
  concluded: ReadonlyMap<string, Concluded>;
}

interface Concluded {
  readonly inputs: readonly unknown[];
  readonly made: unknown;
}

export function madeOfNothing(): MadeOfNote {
  return { blocks: nothingKept(), sections: nothingKept(), known: { sections: [], parts: [], kind: '' }, outline: outlineOf([], null), concluded: new Map() };
}

/** `read` says what is known of a block, and holds what checks make of it; `before` is added to. */
export function noteView(note: Note, type: NoteType | null, template: boolean, people: People, read: (block: Block) => KnownBlock, before: MadeOfNote): NoteView {
  const shared = new Map<string, unknown>();
  const concluded = new Map<string, Concluded>();
  const earlier = before.concluded;
  before.concluded = concluded;
  const ofBlock = <T>(block: Block, name: string, make: () => T): T => {
    const { made } = read(block);
    let value = made.get(name) as T | undefined;
    if (value === undefined && !made.has(name)) made.set(name, (value = make()));
    return value as T;
  };
  const once = <T>(key: string, make: () => T): T => {
    if (!shared.has(key)) shared.set(key, make());
    return shared.get(key) as T;
  };
  let blocks: readonly KnownBlock[] | null = null;
  const knownBlocks = (): readonly KnownBlock[] => (blocks ??= note.blocks.map(read));
  let outline: Outline | null = null;
  let parts: { readonly all: readonly SectionPart[]; readonly known: readonly KnownSection[] } | null = null;
  const knownParts = (): NonNullable<typeof parts> => {
    if (parts !== null) return parts;
    const all = partsOf(note, before.known.parts);
    const kind = `${type} ${template}`;
    const known = knownSections(note, all, knownBlocks(), before.known.kind === kind ? before.known.sections : []);
    before.known = { sections: known, parts: all, kind };
    return (parts = { all, known });
  };
  return {
    note,
    type,
    template,
    people,
    detail: (block) => read(block).detail,
    ofBlock,
    ofBlocks: (name, make) => upToDate(before.blocks, name, knownBlocks(), (at) => make(note.blocks[at], knownBlocks()[at].detail)),
    someBlocks: (name, make) => someUpToDate(before.blocks, name, knownBlocks(), (at) => make(note.blocks[at], knownBlocks()[at].detail)),
    ofSections: (name, make, goesBy) => upToDate(before.sections, name, knownParts().known, (at) => make(knownParts().all[at]), goesBy),
    someSections: (name, make, goesBy) => someUpToDate(before.sections, name, knownParts().known, (at) => make(knownParts().all[at]), goesBy),
    asRead: () => knownParts().known,
    parts: () => knownParts().all,
    outline: () => (outline ??= before.outline = outlineOf(note.sections, before.outline)),
    whileSame: <T>(name: string, inputs: readonly unknown[], make: () => T): T => {
      const known = concluded.get(name) ?? earlier.get(name);
      const kept = known !== undefined && known.inputs.length === inputs.length && known.inputs.every((input, at) => input === inputs[at]) ? known : { inputs, made: make() };
      concluded.set(name, kept);
      return kept.made as T;
    },
    once,
  };
}
