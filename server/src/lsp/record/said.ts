/**
 * What an overview holds, in words: for outline, lines over headings and panel alike. Plain, exact, and no verdict: a
 * part that is not there yet is named, and nobody is told off.
 */
import type { ActionSeen, StatementPartName, StatementSeen } from '../../engine/overview/overview.js';
import type { ChildHeard } from '../../engine/overview/heard.js';

const PARTS: Readonly<Record<StatementPartName, string>> = {
  who: 'who is worried',
  past: 'what has happened',
  future: 'what could happen',
  impact: 'what it would mean for the child',
};

/** “It says who is worried and what could happen. Still to say: what has happened” */
export function partsText({ parts }: StatementSeen): string {
  const said = parts.filter(({ present }) => present).map(({ part }) => PARTS[part]);
  const open = parts.filter(({ present }) => !present).map(({ part }) => PARTS[part]);
  if (open.length === 0) return `All parts are here: ${said.join(' · ')}`;
  return [said.length > 0 ? `Here: ${said.join(' · ')}` : '', `Still to say: ${open.join(' · ')}`].filter(Boolean).join('. ');
}

/** “Maya’s own words ×3 · Leo not yet heard”; '' where nothing sure can be said. */
export function voicesText(children: readonly ChildHeard[]): string {
  return children.flatMap((child): string[] => heardText(child) ?? []).join(' · ');
}

function heardText({ name, words, signs, own, heard }: ChildHeard): string[] | null {
  if (words.length > 0) return [`${name}’s own words ×${words.length}`];
  if (signs.length > 0) return [`${name} in the writer’s words ×${signs.length}${own === 'not-yet' ? ', no own words yet' : ''}`];
  return heard === 'not-yet' ? [`${name} not yet heard`] : heard === 'yes' ? [`${name} is heard elsewhere`] : null;
}

/** “7 actions: 5 for Mum, 1 for the school, 1 with no date” */
export function actionsText(actions: readonly ActionSeen[]): string {
  const counts = [...byOwner(actions)].map(([owner, theirs]) => `${theirs.length} ${owner === NOBODY ? 'with nobody named' : `for ${owner}`}`);
  const undated = actions.filter(({ dated }) => !dated).length;
  const all = [...(counts.length > MOST_OWNERS ? [...counts.slice(0, MOST_OWNERS), 'more for others'] : counts), ...(undated > 0 ? [`${undated} with no date`] : [])];
  return `${actions.length} ${actions.length === 1 ? 'action' : 'actions'}: ${all.join(', ')}`;
}

const MOST_OWNERS = 5;

/** Of one action: “Joel Whitlock · no date yet”. */
export function whoseText(action: ActionSeen): string {
  return [ownerText(action), ...(action.dated ? [] : ['no date yet'])].filter((text) => text !== NOBODY).join(' · ') || 'nobody named yet';
}

/** By owner, those with most first, those of nobody ('') last. */
export function byOwner(actions: readonly ActionSeen[]): ReadonlyMap<string, readonly ActionSeen[]> {
  const owners = new Map<string, { readonly name: string; readonly actions: ActionSeen[] }>();
  for (const action of actions) {
    const name = ownerText(action);
    const known = owners.get(name.toLowerCase()) ?? { name, actions: [] };
    known.actions.push(action);
    owners.set(name.toLowerCase(), known);
  }
  const last = (name: string): number => (name === NOBODY ? 1 : 0);
  return new Map([...owners.values()].sort((a, b) => last(a.name) - last(b.name) || b.actions.length - a.actions.length).map(({ name, actions: theirs }) => [name, theirs]));
}

/** For an action whose words name nobody. */
const NOBODY = '';

function ownerText({ owners, owned }: ActionSeen): string {
  if (owners.length === 0) return owned ? 'somebody named above' : NOBODY;
  const names = owners.map((name) => (/^i$/i.test(name) ? 'the writer' : PRONOUN.test(name) ? `“${name}”` : name));
  return names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

const PRONOUN = /^(?:we|you|he|she|they)$/i;
