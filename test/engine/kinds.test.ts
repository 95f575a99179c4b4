/** What is said of what a check of many words found, by the kind of words they are. */
import assert from 'node:assert/strict';
import { check } from '../support/check.js';
import { messageFor } from '../../server/src/engine/message.js';

const RULE = `
title: A verdict
why: It judges.
check:
  kind: verdict
  is: (lazy|late|sly|a liar|lazy and late)
  ask: What was done?
  kinds:
    honesty:
      words: (sly|liar)
      why: It asks for doubt.
      ask: What was found?
    effort:
      words: |
        lazy
      why: It puts it down to will.
      ask: What made it hard?
      try: "[name] did [what]"
    both:
      words: lazy and late
      ask: Which of the two?
`;

function saidOf(marked: string): Readonly<Record<'message' | 'why' | 'ask' | 'try', string | undefined>> {
  const [{ message, why, ask, try: idea }] = check(marked, RULE).findings;
  return { message, why, ask, try: idea };
}

describe('kinds of words', () => {
  it('have a reason, a question and an idea of their own', () => {
    assert.deepEqual(saidOf('Mum [[is lazy]].'), { message: '“is lazy”: it puts it down to will. What made it hard?', why: 'It puts it down to will.', ask: 'What made it hard?', try: '[name] did [what]' });
  });
  it('are told apart by what stands first', () => {
    assert.equal(saidOf('Mum [[is sly]].').ask, 'What was found?');
    assert.equal(saidOf('Mum [[is sly and lazy]].').ask, 'What was found?');
  });
  it('are told apart by the longest phrase', () => assert.equal(saidOf('Mum [[is lazy and late]].').ask, 'Which of the two?'));
  it('leave the reason to the rule where they have none', () => {
    assert.deepEqual(saidOf('Mum [[is lazy and late]].'), { message: '“is lazy and late”: it judges. Which of the two?', why: undefined, ask: 'Which of the two?', try: undefined });
  });
  it('leave what is of none to the rule', () => {
    assert.deepEqual(saidOf('Mum [[is late]].'), { message: '“is late”: it judges. What was done?', why: undefined, ask: 'What was done?', try: undefined });
  });
});

describe('entries with a reason of their own', () => {
  const rule = { why: 'It sums up.' } as Parameters<typeof messageFor>[0];
  const entry = { ask: 'When?', try: null, replace: null, safe: false, message: null };
  it('say it in place of the rule’s', () => assert.equal(messageFor(rule, { ...entry, why: 'It counts.' }, 'x', 1), '“x”: it counts. When?'));
  it('and say the rule’s where they have none', () => assert.equal(messageFor(rule, entry, 'x', 1), '“x”: it sums up. When?'));
});
