/**
 * What kind of record a note is: its front matter says, else the rulebook's globs, its file name, its first heading,
 * the headings of its sections. It does not know what a record of a kind should hold.
 */
import type { Note } from './note/note.js';
import { NOTE_TYPES, type NoteType } from './rule.js';

/** A kind of record, and how far it is to be trusted. */
export interface RecordType {
  readonly type: NoteType | null;
  /** Whether something may be said to be missing from such a record. Where it is false only words are read. */
  readonly sure: boolean;
}

/** `settings` is what globs say, `name` the file's name without folders or ''. Never throws. */
export function recordType(note: Note, settings: NoteType | null, name: string): RecordType {
  const values = note.frontMatter?.values;
  const said = values?.get('type')?.[0]?.toLowerCase() ?? '';
  const given = NOTE_TYPES.find((type) => type === said.replace(/[ _]/g, '-')) ?? settings ?? (said === '' ? null : named(said)?.type ?? null);
  if (given !== null) return { type: given, sure: true };
  const byName = name === '' ? null : named(name.replace(/\.[^.]*$/, '').replace(/[-_.]+/g, ' '));
  const byTitle = named(note.sections.find(({ level }) => level > 0)?.heading ?? '') ?? (opensAsLetter(note) ? { type: 'letter', full: false } as const : null);
  const best = byName ?? byTitle;
  if (best === null) return { type: bySections(note), sure: false };
  const told = byName !== null && byTitle !== null;
  // A bare "plan" or "review" may be anybody's, unless the record says which child it is about.
  const full = best.full || (told && byTitle.full) || CHILD_KEYS.some((key) => (values?.get(key)?.length ?? 0) > 0);
  return { type: best.type, sure: full && (!told || byName.type === byTitle.type) };
}

const CHILD_KEYS = ['child', 'children', 'young-person'];

interface Named {
  readonly type: NoteType;
  /** Named as only such records are. */
  readonly full: boolean;
}

/** The kind that a title or a file's name gives: the last it names before "of", "for", a dash … "Review of Leo's plan" is a review. */
function named(title: string): Named | null {
  // "Child's plan (draft 3, for review 9 July)" is a plan.
  const text = title.toLowerCase().replace(/(?<=\S\s*)\([^()]*\)/g, ' ').replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > LONGEST_TITLE) return null;
  const whole = OPENINGS.find(([, opening]) => opening.test(text));
  if (whole) return { type: whole[0], full: true };
  for (const segment of text.split(/ (?:of|for|about|to|from|with|by|on|at|before|after) |[:,(;]\s|\s[–—-]\s|\s\/\s/)) {
    let found: { readonly kind: Named; readonly end: number } | null = null;
    for (const [list, full] of [[FULL_NAMES, true], [SHORT_NAMES, false]] as const) {
      for (const [type, pattern] of list) {
        const match = pattern.exec(segment);
        if (match && (found === null || match.index + match[0].length > found.end)) found = { kind: { type, full }, end: match.index + match[0].length };
      }
    }
    if (found !== null) return NOT_RECORDS.test(segment) ? null : found.kind;
  }
  return null;
}

const LONGEST_TITLE = 160;
const CHILDS_PLAN = '(?:children in need|child in need|cin|child protection|cp|care|pathway|placement)';

const OPENINGS: readonly (readonly [NoteType, RegExp])[] = [
  ['danger-statement', /^what (?:we are|we're|we’re|people are) worried about\b/],
  ['referral', /^(?:request|asking) for (?:a service|services|help|support|early help)\b/],
  ['report', /^(?:social work(?:er['’]?s)? )?report (?:to|for) (?:the )?(?:\w+ ){0,4}(?:court|conference|panel|meeting|hearing|iro)\b/],
  ['review', new RegExp(`^(?:minutes of (?:the )?)?review of (?:\\S+ ){1,5}(?:${CHILDS_PLAN} )?plans?\\b`)],
];

const FULL_NAMES: readonly (readonly [NoteType, RegExp])[] = [
  ['family-plan', /\bfamily(?:['’]s)? plan\b|\bfamily group conference(?: plan)?\b|\bfgc(?: plan)?\b/],
  ['danger-statement', /\b(?:danger|worry) statements?\b/],
  ['supervision', /\b(?:reflective |case |group )?supervision(?: (?:record|note|notes|discussion))?\b(?! order)|\b1:1 case discussion\b|\bcase discussion\b/],
  ['chronology', /\bchronology\b/],
  ['assessment', /\b(?:child (?:and|&) family|children (?:and|&) family|c ?& ?f|single|social work|core|initial|pre[- ]?birth|viability|parenting|sibling) assessment\b/],
  ['review', new RegExp(`\\b(?:${CHILDS_PLAN}(?: plan)?|lac|cla|looked after(?: child(?:ren)?)?|children? looked after) review\\b`)],
  ['plan', new RegExp(`\\b${CHILDS_PLAN} plan\\b`)],
  ['case-note', /\bcase (?:notes?|recording|record)\b|\b(?:home|stat|statutory|unannounced|announced|duty) (?:visit|hv)\b|\bkey ?worker note\b/],
  ['report', /\b(?:court|conference|social work|section 7|section 37|icpc|rcpc) report\b/],
];

/** Bare words, at the end of what names the record: "Ebony's plan", "Review 2". */
const SHORT_NAMES: readonly (readonly [NoteType, RegExp])[] = ([
  ['letter', 'letter'],
  ['assessment', 'assessment'],
  ['plan', 'plan'],
  ['review', 'review'],
  ['case-note', '(?:visit|hv|phone call|telephone call|daily record)'],
  ['referral', 'referral'],
  ['report', 'report'],
] as const).map(([type, word]) => [type, new RegExp(`\\b${word}(?=$| \\d| (?:pt|part|minutes|notes?|update|record|form)\\b)`)]);

/** Kinds of paper that share a word with a record and owe nobody what it does. */
const NOT_RECORDS = /\b(?:risk|tenancy|mock|code|peer|performance|literature|service|business|project|lesson|test|release|annual|financial|audit|impact|education|ehc|payment|floor) (?:assessment|plan|review|report)\b|\b(?:assessment|plan|review|report) (?:template|guidance|policy|checklist)\b/;

function opensAsLetter({ blocks, sections }: Note): boolean {
  return sections.every(({ level }) => level === 0) && blocks.slice(0, 4).some(({ content: { prose } }) => /^\s*dear \p{L}/iu.test(prose));
}

/** Two headings that only one kind of record has. */
function bySections({ sections }: Note): NoteType | null {
  const found = SECTIONS.filter(([, pattern]) => {
    const headings = new Set<string>();
    for (const { heading } of sections) if (heading.length < LONGEST_TITLE) for (const match of heading.toLowerCase().matchAll(pattern)) headings.add(match[0]);
    return headings.size > 1;
  });
  return found.length === 1 ? found[0][0] : null;
}

const SECTIONS: readonly (readonly [NoteType, RegExp])[] = [
  ['family-plan', /\bprivate family time\b|\bbottom lines?\b|\bfamily(?:['’]s)? plan\b|\bwho came\b|\bquestions? (?:for|we answered|the family)/g],
  ['danger-statement', /\b(?:danger|worry) statements?\b|\bsafety goals?\b|\bscaling\b/g],
  ['assessment', /\b(?:child|children)['’]?s? development(?:al needs)?\b|\bparenting capacity\b|\bfamily and environment(?:al factors)?\b|\breason for (?:the )?assessment\b/g],
  ['supervision', /\breflections?\b|\bcase discussion\b|\bworker['’]?s? wellbeing\b/g],
];
