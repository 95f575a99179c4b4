/** What must hold of every analysis: an edit changes nothing but work (over many edits: test/proof), and a fix nothing but the words it replaces. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import type { Finding, Fix } from '../../server/src/engine/finding.js';
import { learnPeople } from '../../server/src/engine/people/people.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { exampleNote, readExample } from '../../server/src/rulebook/laws.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';
import { exampleNotes, saidOf } from '../support/edits.js';

const RULES = createRuleSet(BUILT_IN, null);
const NOTES = exampleNotes();

describe('an edit', () => {
  it('may bring other rules or another context with it', () => {
    const other = createRuleSet({ ...BUILT_IN, rules: BUILT_IN.rules.map((rule, at) => (at % 2 === 0 ? rule : { ...rule, severity: 'off' })) }, null);
    for (const note of NOTES) {
      const first = analyse(note, RULES, CONTEXT);
      assert.deepEqual(saidOf(analyse(note, other, CONTEXT, first)), saidOf(analyse(note, other, CONTEXT)));
      const letter = { ...CONTEXT, type: 'letter' as const, template: true };
      assert.deepEqual(saidOf(analyse(note, RULES, letter, first)), saidOf(analyse(note, RULES, letter)));
      const strangers = { ...CONTEXT, people: { children: ['Mum'], family: [], professionals: ['Leo'], services: [] } };
      assert.deepEqual(saidOf(analyse(note, RULES, strangers, first)), saidOf(analyse(note, RULES, strangers)));
    }
  });
});

function applied(text: string, fix: Fix): string {
  return [...fix.edits].reverse().reduce((now, { start, end, text: words }) => now.slice(0, start) + words + now.slice(end), text);
}

/** Facts that no drop-in wording may change: numbers and dates, negations, what is in quotation marks. */
const FACTS = /\p{N}+(?:[.,:/-]\p{N}+)*|\b(?:not|no|never|nobody|none|nothing|without|neither|nor|cannot)\b|n['’]t\b|["“][^"“”]*["”]/giu;
/** What is wrong with a fix, or null. */
function faultOf(text: string, finding: Finding, fix: Fix, context: typeof CONTEXT): string | null {
  const after = applied(text, fix);
  const first = fix.edits[0].start;
  const last = fix.edits[fix.edits.length - 1];
  const grown = after.length - text.length;
  if (after.slice(0, first) !== text.slice(0, first) || after.slice(last.end + grown) !== text.slice(last.end)) return 'changes what stands round it';
  const lost = (text.match(FACTS) ?? []).filter((fact, _at, all) => count(all, fact) > count(after.match(FACTS) ?? [], fact));
  if (lost.length > 0) return `loses ${lost.join(', ')}`;
  const before = analyse(text, RULES, context);
  const names = learnPeople(before.note, context.people).members.flatMap(({ name }) => name.split(' '));
  // A fix for the whole record stands elsewhere than its title, and takes nothing.
  const isInsertion = fix.edits.every(({ start, end }) => start === end);
  const [taken, given] = [isInsertion ? [] : words(text.slice(finding.start, finding.end)), words(fix.edits.map((one) => one.text).join(' '))];
  const unnamed = names.filter((name) => taken.includes(name) && !given.includes(name));
  if (unnamed.length > 0) return `loses the name ${unnamed.join(', ')}`;
  const { findings } = analyse(after, RULES, context);
  const end = last.end + grown;
  const here = findings.filter((other) => other.start < end && other.end > first);
  const known = before.findings.filter((other) => other.start < last.end && other.end > first);
  if (here.some(({ rule }) => rule === finding.rule)) return 'is raised again';
  // A heading to be filled in brings its blank, and the blank is told.
  const fresh = here.find(({ rule }) => !known.some((other) => other.rule === rule) && !(isInsertion && rule === 'document/unfilled'));
  return fresh ? `is raised by ${fresh.rule}` : null;
}

function count(facts: readonly string[], fact: string): number {
  return facts.filter((other) => other.toLowerCase() === fact.toLowerCase()).length;
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Every text that shows what a rule does, with the record it stands in. */
function shown(): { text: string; context: typeof CONTEXT }[] {
  const examples = BUILT_IN.rules.flatMap((rule) => [...rule.examples.raise, ...rule.examples.leave].map((line) => {
    const { text, context } = exampleNote(rule, readExample(line).text);
    return { text, context };
  }));
  return [...examples, ...NOTES.map((text) => ({ text, context: CONTEXT }))];
}

describe('a fix', () => {
  it('keeps every fact, ends its finding and brings no other, in every example', () => {
    const faults = new Set<string>();
    let fixes = 0;
    for (const { text, context } of shown()) {
      for (const finding of analyse(text, RULES, context).findings) {
        for (const fix of finding.fixes) {
          fixes++;
          const fault = faultOf(text, finding, fix, context);
          if (fault) faults.add(`${finding.rule}: “${text.slice(finding.start, finding.end)}” → ${fix.edits.map((one) => `“${one.text}”`).join(', ')} ${fault}`);
        }
      }
    }
    assert.deepEqual([...faults], []);
    assert.ok(fixes > 20, `only ${fixes} fixes, too few to show anything`);
  });

  it('lies in the writer’s own words, free of markup, in order', () => {
    for (const { text, context } of shown()) {
      const { findings, note } = analyse(text, RULES, context);
      for (const { fixes } of findings) for (const { edits } of fixes) {
        edits.forEach(({ start, end }, at) => {
          assert.ok(at === 0 || start >= edits[at - 1].end);
          assert.equal(note.prose.slice(start, end), text.slice(start, end));
        });
      }
    }
  });
});
