/**
 * Whole pieces of a rules file to fill in: rules of a team's own, and what can be changed in one that ships. Texts of
 * snippets (`${1:…}`); where they go it does not know.
 */

export interface Piece {
  readonly label: string;
  /** Further lines are indented as the first one is. */
  readonly text: string;
  readonly detail: string;
}

/** Sentences stand after “|”, where a colon or a quotation mark does no harm. A rule that only asks is first: it can change no fact. The first example repeats the phrase as it is typed, so that it is right from the start. */
export const NEW_RULES: readonly Piece[] = [
  { label: 'new rule: words to ask about', text: newRule('ask: |\n        ${5:What is decided there, and who will be in the room?}', ['A meeting only we know', 'Families should not have to ask what a meeting is for.', 'cluster meeting', 'We will hear after the [[$4]].', 'We will hear on 4 May, when the schools meet.']), detail: 'phrases, a question for the writer, and a sentence each way' },
  { label: 'new rule: words to replace', text: newRule('replace: ${5:family meeting}', ['A meeting by its plain name', 'Nobody outside the office knows this word.', 'huddle', 'We will talk about it at the [[$4]].', 'We will talk about it when the family meets.']), detail: 'phrases, what to write instead, and a sentence each way' },
];

/** What stands after the id of a rule that ships, in place of a severity. */
export const CHANGES: readonly Piece[] = [
  { label: 'leave some words alone', text: '\n  allow: |\n    ${1:words this rule should not raise}', detail: 'the rest of the rule stays as it is' },
  { label: 'find more words', text: '\n  add:\n    - avoid: |\n        ${1:the phrase}\n      ask: ${2:What could the writer ask?}', detail: 'raised with the rule’s own' },
  { label: 'read only some kinds of record', text: '\n  types: [${1:letter}]', detail: 'letters, plans, …' },
];

/** The same for a rule that somebody has chosen, with what silences it or makes it heard. */
export const WAYS_TO_CHANGE = [
  { label: 'switch it off', detail: 'nothing of it is raised in these records', text: ' off', of: 'on' },
  { label: 'switch it on', detail: 'as a suggestion', text: ' suggestion', of: 'off' },
  ...CHANGES.map((piece) => ({ ...piece, of: 'on' as const })),
  { label: 'make it a warning', detail: 'where words hide harm', text: ' warning', of: 'both' },
] as const;

/** For editors that fill nothing in: the piece with what it suggests. */
export function plainly(snippet: string): string {
  const suggested = new Map([...snippet.matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, stop, text]) => [stop, text]));
  return snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$(\d)/g, (_, stop: string) => suggested.get(stop) ?? '');
}

function newRule(answer: string, [title, why, phrase, raise, leave]: readonly string[]): string {
  return `ours/\${1:our-word}:\n  title: \${2:${title}}\n  why: |\n    \${3:${why}}\n  entries:\n    - avoid: |\n        \${4:${phrase}}\n      ${answer}\n  examples:\n    raise: |\n      \${6:${raise}}\n    leave: |\n      \${7:${leave}}`;
}
