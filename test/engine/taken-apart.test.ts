/** Good examples with one part of a statement, goal, scale, task, plan or voice taken out: that part is asked for, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { BUILT_IN } from '../support/built-in.js';
import { CONTEXT } from '../support/check.js';

const RULES = createRuleSet(BUILT_IN, null);
const STRUCTURE = /^(?:document|family-plan|safety-goal|scaling|childs-voice|danger-statement|plan)\//;

function structure(text: string, type: NoteType | null = null): string[] {
  return analyse(text, RULES, { ...CONTEXT, type }).findings.map(({ rule }) => rule).filter((rule) => STRUCTURE.test(rule));
}

/** What stands under a heading, up to the next one of its level. */
function under(heading: string): RegExp {
  return new RegExp(`(?<=\n## ${heading}\n\n)[^]*?(?=\n\n## |$)`);
}

interface Taken {
  readonly part: string;
  /** What is taken out, and what then stands there. */
  readonly out: readonly (readonly [from: string | RegExp, to: string])[];
  readonly rule: string;
}

const BOLT = '- Rhodri will fit a bolt high on the back door by Friday 13 March.';
const PAST = /(?<=are worried because )on 4 and 22[^]*?(?= They are worried)/;
const DISAGREED: Taken['out'][number] = [/Gethin agrees with what is written[^]*?night shift\./, 'Gethin does not agree.'];

const TAKEN: Readonly<Record<string, readonly Taken[]>> = {
  'danger-statement': [
    { part: 'who is worried', out: [['Cerys, Mamgu, Parminder and Joe are worried because', 'There are concerns because'], ['They are worried that if', 'It is feared that if']], rule: 'danger-statement/no-who' },
    { part: 'what has happened', out: [[PAST, 'of Iolo.'], DISAGREED], rule: 'danger-statement/no-past-harm' },
    { part: 'who did it', out: [[PAST, 'on 22 February Iolo was burned on the hand and was left outside.'], ['if Gethin is alone with Iolo when he has drunk vodka, ', ''], DISAGREED], rule: 'danger-statement/no-doer' },
    { part: 'what they fear', out: [[/ They are worried that if Gethin[^]*?(?=\n\nGethin agrees)/, '']], rule: 'danger-statement/no-future' },
    { part: 'what it would be like for the child', out: [[PAST, 'on 4 and 22 February Gethin drank vodka while he was looking after Iolo.'], [/Iolo could drown[^.]*/, 'it could happen again']], rule: 'danger-statement/no-impact' },
    { part: 'plain words for it', out: [['Iolo could drown, be hit by a car,', 'Iolo could drown, suffer significant harm,']], rule: 'danger-statement/plain-words' },
    { part: 'a goal', out: [[/\n\n## Safety goal\n\n[^]*?(?=\n\n## )/, ''], [/What we want to see|and what we want instead/g, 'from here']], rule: 'danger-statement/pair' },
    { part: 'a scale', out: [[/\n\n## Where we are today\n\n[^]*?(?=\n\n## )/, '']], rule: 'danger-statement/pair' },
    { part: 'what will be there, in a goal', out: [[under('Safety goal'), 'Until the end of September there will be no drinking by Gethin.\n\nIolo will notice no drinking.']], rule: 'safety-goal/only-absence' },
    { part: 'what the child will notice, in a goal', out: [[under('Safety goal'), 'Until the end of September Mamgu or Uncle Rhodri is in the house by 4pm on Gethin\'s days.']], rule: 'safety-goal/no-child' },
    { part: 'for how long, in a goal', out: [[under('Safety goal'), 'Iolo has a grown-up with him who wakes when he calls, and Iolo will hear "I\'m here, cariad".']], rule: 'safety-goal/no-time' },
    { part: 'one end of a scale', out: [[' 0 means "Iolo will be out by the water again this week".', '']], rule: 'scaling/no-ends' },
    { part: 'numbers of the family', out: [[/\| Cerys \| 4[^]*?(?=\| Joe)/, '']], rule: 'scaling/only-ours' },
    { part: 'a number that is on the scale', out: [['| Cerys | 4 |', '| Cerys | 14 |']], rule: 'scaling/out-of-range' },
    { part: 'what one higher would be', out: [[' What would be one higher? |', ' Notes |'], ['Four Saturdays like that', 'A quiet week']], rule: 'scaling/no-step' },
    { part: 'who does it', out: [[BOLT, '- Fit a bolt high on the back door by Friday 13 March.']], rule: 'plan/no-who' },
    { part: 'by when', out: [[BOLT, '- Rhodri will fit a bolt high on the back door.']], rule: 'plan/no-when' },
    { part: 'what will be done', out: [[BOLT, '- Rhodri will offer support by Friday 13 March.']], rule: 'plan/vague' },
  ],
  'case-note-again': [
    { part: 'by when', out: [['- Bev will have Jaydon on Friday and Saturday nights until 28 March, because Jaydon asked for that.', '- Bev will have Jaydon to stay, because Jaydon asked for that.']], rule: 'plan/no-when' },
  ],
  'assessment-again': [
    { part: 'one grown-up\'s view, and what was tried', out: [[under('Darren'), 'Darren has a van and fits kitchens. The van is outside from six in the evening.'], ['Ewa, Darren and Zuzanna each read this', 'Ewa and Zuzanna each read this']], rule: 'document/adult-unheard' },
    { part: 'one child\'s voice', out: [[under('Zuzanna'), 'Zuzanna is in Year 6. Her teacher says that she is quiet.']], rule: 'childs-voice/missing' },
    { part: 'how a child with few words was seen to be', out: [[under('Filip'), 'Filip is four and is too young to give his views.']], rule: 'childs-voice/missing' },
  ],
  'plan-again': [
    { part: 'one grown-up\'s view', out: [[/Patrick agrees about the pan[^\n]*/, ''], [' Patrick thinks that Mondays are hard and will come.', ''], ['I stay at my brother\'s when I have had a drink, and text Bríd that I am there', 'Stay at his brother\'s when he has had a drink'], ['Patrick tells the meeting in May how it went', 'The alcohol clinic counts the sessions']], rule: 'document/adult-unheard' },
    { part: 'the voice of one of two', out: [[/ Cian built a house with no kitchen[^]*?evenings first\./, '']], rule: 'childs-voice/missing' },
    { part: 'help beside what is asked of the family', out: [['| Joel | Monday 27 April |', '| Bríd | Monday 27 April |'], ['| Adaeze | 2 May |', '| Noreen | 2 May |'], ['council about the damp with Noreen', 'council about the damp'], ['| Joel | 24 April |', '| Patrick | 24 April |'], [', and Joel will drive us', '']], rule: 'plan/family-carries' },
    { part: 'help beside one ask of the family', out: [['Take Cian to the dentist, and Joel will drive us', 'Attend each dental appointment']], rule: 'plan/ask-alone' },
    { part: 'what is asked of the one who did harm', out: [[/\| Cian sleeps through[^\n]*\n/, ''], ['Meet Patrick after work on Mondays, and go with him to the first session at the alcohol clinic', 'Meet Noreen after work on Mondays'], ['pulled Noreen by the hair and threw a pan', 'threw a pan'], ['| Adaeze | 2 May |', '| Noreen | 2 May |']], rule: 'plan/harm-unasked' },
    { part: 'who helps first if it goes wrong', out: [[under('If it goes wrong'), 'If Patrick comes home drunk again, legal advice will be sought.']], rule: 'plan/only-threat' },
  ],
  'review-again': [{ part: 'the child\'s voice', out: [[/## How Mehmet wanted[^]*?(?=## What Mehmet said)/, ''], [under('What Mehmet said'), 'Mehmet was invited and is happy and settled.'], [/ On 2 April he walked[^\n]*/, '']], rule: 'childs-voice/missing' }],
  'family-plan': [{ part: 'the children\'s voice', out: [[under('What Tendai and Rudo want'), 'Their wishes and feelings were considered.'], [' Rudo thought they were going to die.', ''], [' and the children want to be with her', '']], rule: 'childs-voice/missing' }],
  'report': [{ part: 'one grown-up\'s view', out: [[/ Victor wrote to me:[^\n]*/, '']], rule: 'document/adult-unheard' }, { part: 'the child\'s voice', out: [[under('Blessing'), 'Blessing has lived with her aunt, Joy, since 12 December. She is a loud and careful child.'], [' and because that is what Blessing wants', ''], [' Blessing got between them and he pushed her on to the glass.', '']], rule: 'childs-voice/missing' }],
};

for (const [example, parts] of Object.entries(TAKEN)) {
  describe(`the good ${example}, without`, () => {
    const whole = readFileSync(`examples/${example}.md`, 'utf8');
    for (const { part, out, rule } of parts) {
      it(part, () => {
        const text = out.reduce((now, [from, to]) => {
          const next = now.replace(from, () => to);
          assert.notEqual(next, now, String(from));
          return next;
        }, whole);
        assert.deepEqual(structure(text), [rule]);
      });
    }
  });
}

describe('a record in balance, without', () => {
  const WORRY = 'On 3 May Dad hit Leo and hurt his arm. I am worried that Leo is at risk of harm, and neglect is a concern.';
  const STRENGTH = 'Sana is proud of him and has kept every promise; she is warm, kind and patient, and he does well with her.';
  const OFFER = 'I have booked a taxi for Sana.';
  const CP = 'Child protection plan.';
  const raised = (...parts: string[]): string[] => structure(`# Leo\n\n${parts.join('\n\n')}`, 'assessment').filter((rule) => rule.startsWith('document/no-'));

  it('nothing', () => assert.deepEqual(raised(CP, WORRY, STRENGTH, OFFER), []));
  it('strengths', () => assert.deepEqual(raised(CP, WORRY, OFFER), ['document/no-strengths']));
  it('help', () => assert.deepEqual(raised(CP, WORRY, STRENGTH.replace('has kept', 'keeps')), ['document/no-offer']));
  it('worries', () => assert.deepEqual(raised(CP, STRENGTH, OFFER), ['document/no-worry']));
  it('time with the child alone, at a visit that has to be made', () => {
    const visit = (alone: string): string[] => structure(`# Stat visit to Leo\n\nI saw Leo at home. ${alone}`, 'case-note').filter((rule) => rule === 'document/seen-alone');
    assert.deepEqual(visit('We talked on his own.'), []);
    assert.deepEqual(visit('Mum was there.'), ['document/seen-alone']);
  });
});
