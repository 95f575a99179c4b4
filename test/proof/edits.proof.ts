/** Reading on after an edit against reading afresh, over records as they are written and over what no one would write. */
import assert from 'node:assert/strict';
import { analyse, type Context } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';
import { edited, exampleNotes, saidOf, shuffled, TYPED } from '../support/edits.js';
import { numbers, randomText, type Next } from '../support/random.js';
import type { Proof, Told } from './proof.js';

const EDITS = 1_000_000;
const EDITS_OF_A_NOTE = 50;
/** How often it is told how far it is. */
const STRETCH = 50_000;
const NOBODY: Context['people'] = { children: [], family: [], professionals: [], services: [] };

export const proof: Proof = {
  title: 'The same after any edit',
  promise: 'After every edit the findings are exactly those of reading the whole note afresh, whatever is typed, deleted, moved, undone or pasted.',
  run: async (told) => everyEdit(told),
};

function everyEdit({ of, figure }: Told): void {
  const rules = createRuleSet(BUILT_IN, null);
  const next = numbers(23);
  const examples = exampleNotes();
  const most = of(EDITS);
  const seen = { notes: 0, edits: 0, changed: 0, findings: 0 };
  while (seen.edits < most) {
    let text = begun(seen.notes, examples, next);
    const context = { ...CONTEXT, template: next(6) === 0, people: next(2) === 0 ? CONTEXT.people : NOBODY };
    const edit = next(3) === 0 ? typist(text, next) : (now: string): string => edited(now, next);
    let analysis = analyse(text, rules, context);
    const texts = [text];
    let said = JSON.stringify(saidOf(analysis));
    for (let k = 0; k < EDITS_OF_A_NOTE; k++) {
      const before = text;
      text = next(30) === 0 ? texts[next(texts.length)] : edit(text); // an undo goes back, at times far
      texts.push(text);
      const afresh = saidOf(analyse(text, rules, context));
      const after = analyse(text, rules, context, analysis);
      const shouldSay = JSON.stringify(afresh);
      if (JSON.stringify(saidOf(after)) !== shouldSay) assert.deepEqual(saidOf(after), afresh, `${JSON.stringify(before)} → ${JSON.stringify(text)}`);
      if (next(20) > 0) analysis = after; // else the next edit is read on from an earlier text
      if (++seen.edits % STRETCH === 0) figure('edits, each read both ways', seen.edits);
      if (shouldSay !== said) seen.changed++;
      seen.findings += after.findings.length;
      said = shouldSay;
    }
    seen.notes++;
  }
  figure('notes', seen.notes);
  figure('edits, each read both ways', seen.edits);
  figure('of them, edits that changed what is said', seen.changed);
  figure('findings compared', seen.findings);
  figure('differences', 0);
}

/** Now and then a whole example; else paragraphs of them, or no record at all. */
function begun(note: number, examples: readonly string[], next: Next): string {
  if (note % 60 === 0) return examples[next(examples.length)];
  return note % 4 === 0 ? randomText(next, TYPED, 30) : shuffled(examples, next);
}

/** Somebody at the keyboard: characters one after the other, some taken back, a jump now and then. */
function typist(text: string, next: Next): (now: string) => string {
  let at = next(text.length + 1);
  let left = '';
  return (now) => {
    at = Math.min(at, now.length);
    if (next(25) === 0) at = next(now.length + 1);
    if (next(8) === 0 && at > 0) return now.slice(0, --at) + now.slice(at + 1);
    if (left === '') left = TYPED[next(TYPED.length)];
    const [character] = left;
    left = left.slice(character.length);
    at += character.length;
    return now.slice(0, at - character.length) + character + now.slice(at - character.length);
  };
}
