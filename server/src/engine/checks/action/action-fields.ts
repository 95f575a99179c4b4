/**
 * Lines that say who or when for the action above them: "Who: Priti", "By when: 3 June". It does not judge what they say.
 */
import type { Action } from './action-reading.js';
import { wordsFrom, type Words } from './action-said.js';

const FIELD = /^(?:(who|by whom|lead|owner|responsible|person responsible)|(when|by when|date|timescale|deadline|due|by)) ?(?::|[–—-]) ?/i;

/** The actions with the lines among them that only say who or when folded into the one before. `null` is such a line. */
export function withFields(lines: readonly { readonly action: Action | null; readonly words: Words }[]): readonly Action[] {
  const actions: Action[] = [];
  for (const { action, words } of lines) {
    const field = FIELD.exec(words.said);
    const above = actions.at(-1);
    if (!field) {
      if (action) actions.push(action);
    } else if (above) {
      const said = words.said.slice(field[0].length);
      const plain = words.plain.slice(field[0].length);
      actions[actions.length - 1] = field[1] === undefined ? { ...above, when: plain } : { ...above, who: plain, owner: wordsFrom(words, plain, said) };
    }
  }
  return actions;
}

export function isField({ said }: Words): boolean {
  return FIELD.test(said);
}
