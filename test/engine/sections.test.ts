/** What each kind of record should hold: whole records have no such finding, and lack of one part gives that one alone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse, type Analysis } from '../../server/src/engine/analyse.js';
import type { Finding } from '../../server/src/engine/finding.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import { decodeRule } from '../../server/src/rulebook/decode/rule.js';
import { openYaml } from '../../server/src/rulebook/yaml/yaml.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';
import { WHOLE_RECORDS } from './whole-records.js';

const STRUCTURE = /^(?:document|family-plan|safety-goal|scaling|childs-voice|danger-statement|plan)\//;
const RULES = createRuleSet(BUILT_IN, null);
/** With what is off until a team chooses it, as if chosen. */
const ALL = createRuleSet({ ...BUILT_IN, rules: BUILT_IN.rules.map((rule) => (rule.id === 'plan/extras' ? { ...rule, severity: 'suggestion' } : rule)) }, null);

function structure({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ rule }) => STRUCTURE.test(rule));
}

function read(text: string, type: NoteType | null = null, template: 'template' | 'record' = 'record'): readonly Finding[] {
  return structure(analyse(text, ALL, { ...CONTEXT, type, template: template === 'template' }));
}

function applied(text: string, finding: Finding): string {
  return [...finding.fixes[0].edits].reverse().reduce((now, { start, end, text: words }) => now.slice(0, start) + words + now.slice(end), text);
}

describe('examples that are written well', () => {
  for (const name of ['case-note-again', 'assessment-again', 'plan-again', 'family-plan', 'danger-statement', 'review-again', 'supervision-again', 'chronology', 'referral', 'report', 'letter']) {
    it(`${name} holds every part`, () => {
      const analysis = analyse(readFileSync(`examples/${name}.md`, 'utf8'), RULES, CONTEXT);
      assert.deepEqual(structure(analysis).map(({ rule, message }) => `${rule}: ${message}`), []);
    });
  }
});

for (const { type, parts } of WHOLE_RECORDS) {
  describe(`a ${type}`, () => {
    const texts = parts.map(({ text }) => text);

    it('with every part has nothing said about it', () => assert.deepEqual(read(texts.join('\n\n'), type).map(({ rule, message }) => `${rule}: ${message}`), []));

    parts.forEach(({ rule, missing }, at) => {
      if (rule === null) return;
      it(`without one says: ${missing}`, () => {
        const text = texts.filter((_, other) => other !== at).join('\n\n');
        const found = read(text, type);
        assert.deepEqual(found.map((finding) => finding.rule), [rule], found.map(({ message }) => message).join('\n'));
        assert.ok(found[0].message.includes(missing), found[0].message);
      });
    });
  });
}

describe('a fix', () => {
  const plan = WHOLE_RECORDS.find(({ type }) => type === 'plan')!.parts.map(({ text }) => text);
  const lacking = (heading: string): string => plan.filter((text) => !text.startsWith(`## ${heading}`)).join('\n\n');

  it('puts the heading where the record has its place, and leaves the rest as it is', () => {
    const text = `${lacking('If it goes wrong')}\n\n\n`;
    const [finding] = read(text, 'plan');
    assert.equal(finding.fixes[0].title, 'Add “If it goes wrong”');
    const [{ start, end, text: added }] = finding.fixes[0].edits;
    assert.equal(start, end);
    const after = applied(text, finding);
    assert.equal(after.slice(0, start) + after.slice(start + added.length), text);
    assert.match(after, /on Friday 12 June\.\n\n## If it goes wrong\n\n\[The first sign,/);
    assert.deepEqual(read(after, 'plan').map(({ rule }) => rule), ['document/unfilled']);
  });

  it('writes a heading as its neighbours are written', () => {
    const bold = lacking('If it goes wrong').replace(/^## (.*)$/gm, '**$1**');
    assert.match(applied(bold, read(bold, 'plan')[0]), /\n\n\*\*If it goes wrong\*\*\n\n\[/);
  });

  it('fills a heading that is empty', () => {
    for (const nothing of ['', 'N/A', 'TBC', '-']) {
      const text = plan.map((part) => (part.startsWith('## If it goes wrong') ? `## If it goes wrong\n\n${nothing}` : part)).join('\n\n');
      const [finding, ...more] = read(text, 'plan');
      assert.deepEqual([finding?.rule, more.length], ['plan/parts', 0], nothing);
      assert.equal(applied(text, finding).match(/^## If it goes wrong$/gm)?.length, 1);
    }
  });

  it('fills one in bold as well, which is no more than a heading', () => {
    const text = plan.map((part) => (part.startsWith('## If it goes wrong') ? '## If it goes wrong' : part)).join('\n\n').replace(/^## (.*)$/gm, '**$1**');
    const [finding, ...more] = read(text, 'plan');
    assert.deepEqual([finding?.rule, more.length], ['plan/parts', 0]);
    assert.match(applied(text, finding), /\n\n\*\*If it goes wrong\*\*\n\n\[The first sign,/);
  });
});

describe('a part', () => {
  const plan = WHOLE_RECORDS.find(({ type }) => type === 'plan')!.parts.map(({ text }) => text);
  const withContingency = (said: string): string => plan.map((part) => (part.startsWith('## If it goes wrong') ? said : part)).join('\n\n');

  for (const said of ['**Contingency:** Sana comes.', '## 7. CONTINGENCY PLAN\n\nSana comes.', 'Plan B: Sana comes.', '| Contingency | Sana comes. |\n|---|---|\n| Phone | 01632 960001 |', 'If Leo is not home by nine, Sana rings Dad.', '## When it all goes pear-shaped\n\nSana comes.']) {
    it(`may be said as ${JSON.stringify(said)}`, () => assert.deepEqual(read(withContingency(said), 'plan'), []));
  }

  it('may have its date in another cell of the row', () => {
    const reviewed = (when: string): readonly string[] => read(plan.map((part) => (part.startsWith('## When we look') ? `| What | Who | By |\n|---|---|---|\n| Look at this plan again together | Priti Sahota | ${when} |` : part)).join('\n\n'), 'plan').filter(({ rule }) => rule === 'plan/parts').map(({ message }) => message);
    assert.deepEqual(reviewed('24 February'), []);
    assert.match(reviewed('soon')[0], /looked at again/);
  });

  it('is not said by whoever has something to do', () => {
    const views = plan.filter((part) => !part.startsWith('## What Mum and Dad think'));
    for (const table of ['| What | Who | By when |\n|---|---|---|\n| Ring Sana | Mum | 3 June |', '| Who | What | By when |\n|---|---|---|\n| Mum | Ring Sana | 3 June |']) {
      assert.match(read([...views, table].join('\n\n'), 'plan').map(({ message }) => message).join(), /what the adults in the family think/);
    }
  });

  it('is said by what somebody says, and not by what is done to them', () => {
    const views = plan.filter((part) => !part.startsWith('## What Mum and Dad think'));
    const lacks = (words: string): boolean => read([...views, words].join('\n\n'), 'plan').some(({ message }) => message.includes('what the adults in the family think'));
    for (const words of ['Mum says it is fair.', 'Dad has told us that it is too soon.', 'Mum is worried that it is too soon.', 'Dad does not agree.']) assert.ok(!lacks(words), words);
    for (const words of ['Mum was told about it.', 'Dad is known to services.', 'Mum was asked to sign.', 'Dad has been seen.']) assert.ok(lacks(words), words);
  });

  it('that needs a reason is not said without one, wherever it stands', () => {
    const family = WHOLE_RECORDS.find(({ type }) => type === 'family-plan')!.parts.map(({ text }) => text).filter((text) => !text.startsWith('## The bottom line'));
    const lacks = (words: string): boolean => read([...family, words].join('\n\n'), 'family-plan').some(({ message }) => message.includes('the bottom line and the reason'));
    assert.ok(lacks('The family was given the bottom line.'));
    assert.ok(!lacks('The bottom line is that Dad sleeps elsewhere, because he hurt Leo.'));
  });

  it('is not asked of a record that is only begun, nor of one whose kind is not sure', () => {
    assert.deepEqual(read('# Plan for Leo\n\nWe met on Monday.', 'plan'), []);
    assert.deepEqual(read(plan.slice(1).join('\n\n')).filter(({ rule }) => rule !== 'document/unsure-type'), []);
  });

  it('is asked of a template that says which kind it is of', () => {
    const template = '# [Name]\'s plan\n\n## Why we have a plan\n\n[What happened]\n\n## What we will each do\n\n| What | Who | By when |\n|---|---|---|\n| ____ | <name> | {{date}} |\n';
    assert.deepEqual(read(template, 'plan', 'template').filter(({ rule }) => rule === 'plan/parts').map(({ message }) => message), [
      'This plan does not say yet what happens first if it goes wrong or when it will be looked at again.',
    ]);
    assert.deepEqual(read(template, null, 'template').filter(({ rule }) => rule.endsWith('parts')), []);
  });
});

/** Enough words for a record that is more than begun, none of which says anything. */
const PADDING = 'Blue green red '.repeat(25);

for (const rule of BUILT_IN.rules.filter(({ check }) => check?.kind === 'section')) {
  describe(`${rule.id}, by itself`, () => {
    const alone = createRuleSet({ ...BUILT_IN, rules: BUILT_IN.rules.map((other) => ({ ...other, severity: other === rule ? 'suggestion' : 'off' })) }, null);
    const parts = Object.values(rule.check?.['parts'] ?? {}) as unknown as readonly Readonly<Record<string, string>>[];
    const record = (held: typeof parts): string => ['# Leo', 'Leo was hurt.', PADDING, ...held.map(({ heading }) => `## ${heading}\n\nTuesday 2 June 2026, since it is fine.`)].join('\n\n');
    const said = (held: typeof parts): readonly string[] => analyse(record(held), alone, { ...CONTEXT, type: rule.types[0] }).findings.map(({ message }) => message);

    it('says nothing of a record with every heading it offers', () => assert.deepEqual(said(parts), []));

    // The words of parts that are always asked for may stand anywhere; those are tried on whole records, above.
    if (rule.severity !== 'off') return;
    for (const part of parts) {
      it(`misses ${part['say']}`, () => {
        const [message, ...more] = said(parts.filter((other) => other !== part));
        assert.deepEqual([message?.includes(part['say']), more], [true, []], message);
      });
    }
  });
}

describe('a rule of parts', () => {
  it('is told where a part has a key that means nothing', () => {
    const yaml = openYaml('parts.yml', 'title: Parts\nwhy: They matter.\ncheck:\n  kind: section\n  say: No {missing}.\n  parts:\n    why:\n      say: why\n      heading: Why\n      phrase: because\nexamples:\n  raise: "[[x]]"\n  leave: y\n');
    decodeRule(yaml, yaml.root, { text: 'ours/parts', offset: 0, line: 1, column: 1 }, 'ours', {});
    assert.deepEqual(yaml.problems.map(({ line, message }) => `${line}: ${message}`), ['10: There is no “phrase” in the part “why”; did you mean “phrases”?']);
  });
});
