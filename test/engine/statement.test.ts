/** Danger statements: where they are found, and which of their four parts are missed. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { BUILT_IN } from '../support/built-in.js';

const RULES = createRuleSet(BUILT_IN, null);
const PEOPLE = { children: ['Leo', 'Ava'], family: ['Sana'], professionals: ['Priti Sahota'], services: [] };

/** The four rules that each look for one part. */
const PARTS = BUILT_IN.rules.filter(({ check }) => check?.kind === 'statement').map(({ id }) => id);

/** What is missing, as "part: first three words", in order. */
function missing(text: string, type: NoteType = 'danger-statement'): string[] {
  const { findings } = analyse(text, RULES, { type, template: false, people: PEOPLE, today: '2026-01-01' });
  return findings
    .filter(({ rule }) => PARTS.includes(rule))
    .map(({ rule, start, end }) => `${rule.slice('danger-statement/no-'.length)}: ${text.slice(start, end).split(/\s+/).slice(0, 3).join(' ')}`);
}

const WHOLE = 'Sana and Priti are worried because on 3 May Dad hit Leo with a belt. They fear that he will do it again and that Leo could be badly hurt.';

describe('danger statements', () => {
  it('are left alone when whole', () => {
    assert.deepEqual(missing(`## Danger statement 1\n\n${WHOLE}`), []);
    assert.deepEqual(missing(`## Danger statements\n\n1. ${WHOLE}\n2. ${WHOLE}`), []);
    assert.deepEqual(missing(`**Danger statement:** ${WHOLE}`, 'plan'), []);
  });

  it('may stand right under a title, before the goal', () => {
    const goal = '## Safety goal\n\nSana rings Leo every night until June.';
    assert.deepEqual(missing(`# Danger statement\n\n${WHOLE}\n\n${goal}`), []);
    assert.deepEqual(missing(`# Danger statement\n\nLeo is at risk of domestic abuse.\n\n${goal}`), ['no-who', 'no-past-harm', 'no-impact'].map((part) => `${part.slice(3)}: Leo is at`).sort());
  });

  it('miss who is worried where a worry is nobody’s', () => {
    const rest = 'that Dad, who hit Leo on 3 May, will do it again and that Leo could be hurt.';
    for (const opening of ['There are concerns', 'It is feared', 'There is worry', 'Concerns', 'The concern is']) {
      assert.deepEqual(missing(`## Danger statement\n\n${opening} ${rest}`), [`who: ${`${opening} ${rest}`.split(' ').slice(0, 3).join(' ')}`], opening);
    }
    assert.deepEqual(missing('## Danger statement\n\nDad hit Leo on 3 May and Leo is afraid of him. He will do it again and hurt Leo badly.'), ['who: Dad hit Leo']);
    for (const opening of ['School and I are very worried', 'We fear', 'Sana is concerned', 'Mrs Obi has concerns', 'Nan’s worry is', 'The whole network is worried']) {
      assert.deepEqual(missing(`## Danger statement\n\n${opening} ${rest}`), [], opening);
    }
  });

  describe('what has happened', () => {
    const told = (because: string): string[] => missing(`## Danger statement\n\nSana and I are worried ${because}. Leo could be hurt and be frightened.`);
    for (const because of [
      'because Dad hit Leo', 'because Mum left Leo alone', 'because Leo was found on the road', 'because Leo has stopped eating at school', 'because of what Dad did on 3 May',
      'because two men who beat Leo know the house', 'because Leo’s arm was broken', 'because Leo has been locked out',
    ]) it(`is told: ${because}`, () => assert.deepEqual(told(because), []));
    for (const because of [
      'because of domestic abuse', 'because Dad is violent', 'that Dad might hit him if he was drunk', 'because Mum has a history of drinking', 'because Leo has been exposed to arguments', 'about emotional harm', 'because there have been concerns about drinking',
    ]) it(`is not told: ${because}`, () => assert.deepEqual(told(because), ['past-harm: Sana and I']));
  });

  describe('what could happen', () => {
    const told = (then: string): string[] => missing(`## Danger statement\n\nSana and I are worried because Dad hit Leo on 3 May. ${then}`);
    for (const then of ['Leo could be hurt.', 'If nothing changes Leo will be hurt.', 'They may hurt Leo badly.', 'Leo is likely to be hurt.', 'We are worried that Leo would not wake.']) {
      it(`is told: ${then}`, () => assert.deepEqual(told(then), []));
    }
    for (const then of ['Leo was badly hurt and could not sit down.', 'Leo would not come in and was badly hurt.', 'Leo was badly hurt in May.', 'Dad may have badly hurt Leo.', 'It was Will who saw that Leo was badly hurt.']) {
      it(`is not told: ${then}`, () => assert.deepEqual(told(then), ['future: Sana and I']));
    }
  });

  it('miss the child where only adults or a category stand', () => {
    assert.deepEqual(missing('## Danger statement\n\nSana and I are worried because Dad punched Mum on 3 May. He may do it again and this will have a negative impact on Leo.'), ['impact: Sana and I']);
    assert.deepEqual(missing('## Danger statement\n\nSana and I are worried because Dad punched the wall on 3 May. He could break his hand.'), ['impact: Sana and I']);
    assert.deepEqual(missing('## Danger statement\n\nSana and I are worried because Dad punched Mum on 3 May and Mum was crying. He may do it again while Leo is in the flat.'), ['impact: Sana and I']);
  });

  it('stand under a heading with a number, up to what is wanted instead', () => {
    assert.deepEqual(missing('# Leo\n\n## Worry 2\n\nThere are concerns about how Mum is.\n\n### What we need to see\n\nSana rings on 3 June so that Leo is not hurt.'), ['future: There are concerns', 'impact: There are concerns', 'past-harm: There are concerns', 'who: There are concerns']);
  });

  it('are pointed at by their first sentence, and no more than a line', () => {
    const text = '## Danger statement\n\nThere are concerns that Leo could be hurt.\nDad hit him on 3 May.';
    const [finding] = analyse(text, RULES, { type: 'danger-statement', template: false, people: PEOPLE, today: '2026-01-01' }).findings.filter(({ rule }) => rule === 'danger-statement/no-who');
    assert.equal(text.slice(finding.start, finding.end), 'There are concerns that Leo could be hurt');
    assert.equal(finding.severity, 'suggestion');
  });

  describe('are found', () => {
    it('in a list after a stem, as one', () => {
      assert.deepEqual(missing('## Danger statements\n\nSana and I are worried about Leo because:\n\n- Dad hit him on 3 May\n- he hid in the shed all night.\n\nWe fear that Leo could be badly hurt.'), []);
    });
    it('in a list, one by one', () => {
      assert.deepEqual(missing(`## Danger statements\n\n- ${WHOLE}\n- Leo is at risk of neglect.`), ['past-harm: Leo is at', 'impact: Leo is at', 'who: Leo is at'].sort(byRule));
    });
    it('in the column of a table', () => {
      assert.deepEqual(missing(`# Map\n\n| Danger statement | Goal |\n|---|---|\n| ${WHOLE} | Leo is safe |\n| Leo may be hurt. | Tbc |`), ['past-harm: Leo may be', 'who: Leo may be'].sort(byRule));
    });
    it('in parts under headings of their own', () => {
      assert.deepEqual(missing('# Map\n\n## Danger statement\n\n### What has happened\n\nSana is worried because Dad hit Leo.\n\n### What could happen\n\nLeo could be hurt.'), []);
    });
    it('under the title where nothing else is a heading for them', () => {
      assert.deepEqual(missing('# Leo: danger statements\n\nWe met at Nan’s.\n\nSana is worried that Leo could be hurt by Dad.'), ['past-harm: Sana is worried']);
    });
  });

  it('are not sought in goals, in the rest of a record, or in a worry in passing', () => {
    assert.deepEqual(missing(`## Danger statement\n\n${WHOLE}\n\n## Safety goal\n\nDad will leave the room. Nan is worried that he could forget.`), []);
    assert.deepEqual(missing('## What we are worried about\n\nI am worried that Leo is tired. School are worried too.', 'assessment'), []);
    assert.deepEqual(missing('Sana is worried that Leo could be hurt by Dad when he comes home.', 'case-note'), []);
  });

  it('wait for a blank to be filled', () => assert.deepEqual(missing('## Danger statement\n\n[Names] are worried that [child] could be hurt.'), []));

  it('take any text', () => {
    for (const text of ['## Danger statement', '## Danger statement\n\n', '# Danger statements\n\n-\n-\n', `## Danger statement\n\n${'worried '.repeat(500)}`, '| Danger statement |\n|---|\n||']) assert.ok(Array.isArray(missing(text)));
  });
});

const ORDER = ['future', 'impact', 'past-harm', 'who'];
function byRule(a: string, b: string): number {
  return ORDER.indexOf(a.split(':')[0]) - ORDER.indexOf(b.split(':')[0]);
}
