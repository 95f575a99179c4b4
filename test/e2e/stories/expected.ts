/** What the stories expect of the built-in rules, in one place: the words in the workspace, and the rules that raise them. */

export const ENGAGEMENT = { rule: 'label/engagement', title: 'Blame for not taking part', words: 'failed to engage', why: /made it hard to take part/i };

/** Wording with a replacement that changes no fact. */
export const PLAIN = { words: 'utilise', instead: /\buse\b/ };

/** A rule of the team's own, as a rulebook would hold it. */
export const OURS = {
  rule: 'ours/biscuits',
  title: 'A meeting only we know',
  words: 'biscuit meeting',
  yaml: [
    '  ours/biscuits:',
    '    title: A meeting only we know',
    '    why: Families should not have to ask what a meeting is for.',
    '    entries:',
    '      - avoid: |',
    '          biscuit meeting',
    '        ask: What is decided there?',
    '    examples:',
    '      raise: |',
    '        We will hear after the [[biscuit meeting]].',
    '      leave: |',
    '        We will hear after the meeting.',
  ].join('\n'),
};
