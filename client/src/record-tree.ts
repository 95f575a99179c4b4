/**
 * What a record holds, put in words as the lines of a tree: what is good first, then children, people, the balance,
 * statements, actions, what to look at, what was left as it is, and figures. A part with nothing in it is left out.
 */
import { l10n } from 'vscode';
import { capital, goodThing } from './summary.js';
import type { Passage, PlainRange, RecordFacts } from './record-facts.js';

/** A line of the tree. */
export interface Branch {
  /** The same for the same thing, so that what was opened stays open. */
  readonly id: string;
  readonly label: string;
  /** After the label, smaller. */
  readonly beside?: string;
  /** The whole of it, where the line is too short. */
  readonly more?: string;
  /** Name of an icon of the editor's. */
  readonly icon?: string;
  /** Where choosing it goes. */
  readonly place?: PlainRange;
  readonly branches?: readonly Branch[];
  readonly opened?: true;
}

export function recordTree(facts: RecordFacts): readonly Branch[] {
  const { good, findings, aside } = facts;
  return [
    group('good', l10n.t('Good to see'), 'heart', good.map((one) => ({ ...leaf(one), label: capital(goodThing(one)), beside: one.text })), 'opened'),
    group('children', l10n.t('Each child’s voice'), 'comment', facts.children.map(childBranch), 'opened'),
    group('people', l10n.t('People'), 'organization', facts.people.map(({ name, who, at }) => ({ id: name, label: name, beside: whoText(who), ...(at ? { place: { start: at, end: at } } : {}) }))),
    balance(facts),
    group('statements', l10n.t('Danger statements'), 'shield', facts.statements.map((one) => ({ ...leaf(one), branches: one.parts.map(({ part, present }) => ({ id: part, label: partText(part), beside: present ? l10n.t('it says so') : l10n.t('not yet'), icon: present ? 'check' : 'circle-outline', place: one.range })) }))),
    group('actions', l10n.t('Actions'), 'checklist', facts.actions.map(({ owner, actions }) => ({
      id: owner, label: owner || l10n.t('Nobody named yet'), beside: String(actions.length), branches: actions.map((one) => ({ ...leaf(one), ...(one.dated ? {} : { beside: l10n.t('no date yet') }) })),
    })), undefined, String(facts.actions.reduce((sum, { actions }) => sum + actions.length, 0))),
    group('findings', l10n.t('To look at'), 'search', findings.map(({ title, places }) => ({ id: title, label: title, beside: String(places.length), branches: places.map((one) => ({ ...leaf(one), more: one.message })) })), undefined, String(findings.reduce((sum, { places }) => sum + places.length, 0))),
    group('aside', l10n.t('Left as it is'), 'pass', aside.map(asideBranch)),
    figures(facts),
  ].filter((branch): branch is Branch => branch !== null);
}

function group(id: string, label: string, icon: string, branches: readonly Branch[], opened?: 'opened', beside = String(branches.length)): Branch | null {
  return branches.length === 0 ? null : { id, label, icon, beside, branches: told(branches), ...(opened ? { opened: true } : {}) };
}

/** Two lines that say the same are told apart by their order. */
function told(branches: readonly Branch[]): readonly Branch[] {
  const seen = new Map<string, number>();
  return branches.map((branch) => {
    const count = seen.get(branch.id) ?? 0;
    seen.set(branch.id, count + 1);
    return { ...branch, id: count === 0 ? branch.id : `${branch.id} ${count}`, ...(branch.branches ? { branches: told(branch.branches) } : {}) };
  });
}

function leaf({ text, range }: Passage): Branch {
  return { id: text, label: text, more: l10n.t('{0} (line {1})', text, range.start.line + 1), place: range };
}

function childBranch({ name, own, heard, words, signs }: RecordFacts['children'][number]): Branch {
  const beside = words.length > 0 ? l10n.t('own words ×{0}', words.length) : signs.length > 0 && own === 'not-yet' ? l10n.t('no own words yet') : signs.length > 0 ? l10n.t('in the writer’s words ×{0}', signs.length) : heard === 'not-yet' ? l10n.t('not yet heard') : l10n.t('not by name yet');
  const branches = [
    ...words.map((one) => ({ ...leaf(one), icon: 'quote' })),
    ...(signs.length > 0 ? [{ id: 'signs', label: l10n.t('Told, made or seen'), beside: String(signs.length), branches: signs.map(leaf) }] : []),
  ];
  return { id: name, label: name, beside, ...(branches.length > 0 ? { branches } : {}) };
}

function balance({ goingWell, worries }: RecordFacts): Branch | null {
  if (goingWell.length + worries.length === 0) return null;
  const side = (id: string, label: string, passages: readonly Passage[]): Branch => ({ id, label, beside: String(passages.length), ...(passages.length > 0 ? { branches: told(passages.map(leaf)) } : {}) });
  return { id: 'balance', label: l10n.t('Going well, and worries'), icon: 'law', beside: l10n.t('{0} and {1}', goingWell.length, worries.length), branches: [side('well', l10n.t('Going well'), goingWell), side('worries', l10n.t('Worries'), worries)] };
}

function asideBranch({ title, standing, count, reason, by, until, place }: RecordFacts['aside'][number]): Branch {
  const stands = standing === 'gone' ? l10n.t('the words are no longer there') : standing === 'expired' ? l10n.t('its last day has passed') : '';
  const details = [count > 1 ? `×${count}` : '', stands, reason ?? l10n.t('no reason was given'), by ?? '', until && standing === 'here' ? l10n.t('until {0}', until) : ''].filter(Boolean).join(' · ');
  return { id: `${title} ${reason ?? ''}`, label: title, beside: details, icon: standing === 'here' ? 'pass' : 'history', more: place ? `${place.text}\n${details}` : details, ...(place ? { place: place.range } : {}) };
}

function figures({ figures: { words, sentences, longest } }: RecordFacts): Branch | null {
  if (words === 0) return null;
  const lines: readonly Branch[] = [
    { id: 'words', label: l10n.t('{0} words in {1} sentences', words, sentences) },
    ...(longest ? [{ id: 'longest', label: l10n.t('The longest sentence has {0} words', longest.words), more: longest.text, place: longest.range }] : []),
  ];
  return { id: 'figures', label: l10n.t('How long it is to read'), icon: 'book', branches: lines };
}

function whoText(who: RecordFacts['people'][number]['who']): string {
  switch (who) {
    case 'child': return l10n.t('child');
    case 'family': return l10n.t('family');
    case 'professional': return l10n.t('professional');
    case 'service': return l10n.t('service');
    case 'other': return l10n.t('somebody else');
  }
}

function partText(part: string): string {
  switch (part) {
    case 'who': return l10n.t('Who is worried');
    case 'past': return l10n.t('What has happened');
    case 'future': return l10n.t('What could happen');
    default: return l10n.t('What it would mean for the child');
  }
}
