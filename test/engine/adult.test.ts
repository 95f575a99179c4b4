/** Each grown-up who cares for a child is heard, or it says what was tried: where the rule speaks, and where it keeps quiet. */
import assert from 'node:assert/strict';
import { check } from '../support/check.js';

const FACTS = 'School rang us on 4 May because Leo had come in hungry three days running, and was wearing the same wet coat each time. The flat is on the third floor. It has two rooms, and a kitchen with a window that does not shut. The lift has been broken since March, and the bins are full. Leo sleeps on the settee, under two coats and a curtain. The cooker works. The fridge held milk and half a loaf on both days. The landlord lives in Leeds. The rent is four months behind, and the gas was cut off on 12 April, so that the water is cold as well.';
const MUM = 'Mum told us that the money had stopped.';
const DAD = 'Dad works nights at the depot and keeps the bank card in his van. Dad sleeps until three.';
const record = (...views: readonly string[]): string => `# Assessment with Leo's family\n\n## Why we did this\n\n${FACTS}\n\n${DAD}\n\nMum walks Leo to school.\n\n## What the parents say\n\n${views.join('\n\n')}\n`;
const raised = (...views: readonly string[]): void => {
  check(record(...views).replace('## What the parents say', '## [[What the parents say]]'), 'document/adult-unheard', { type: 'assessment' });
};
const left = (...views: readonly string[]): void => {
  check(record(...views), 'document/adult-unheard', { type: 'assessment' });
};

describe('a grown-up of whom others tell everything', () => {
  it('is missed at the heading for views, by name', () => {
    raised(MUM, 'The bank card is in the van.');
    const { findings: [finding] } = check(record(MUM).replace('## What the parents say', '## [[What the parents say]]'), 'document/adult-unheard', { type: 'assessment' });
    assert.match(finding.message, /^It is hard to hear Dad in this record\./);
    assert.equal(finding.about, 'Dad');
  });
  it('is missed where they are first named, if there is no such heading', () => {
    check(record(MUM).replace('## What the parents say', '## Money').replace('Dad works', '[[Dad]] works'), 'document/adult-unheard', { type: 'assessment' });
  });
  it('is called by the name that the record gives', () => {
    const { findings: [finding] } = check(record(MUM).replace('Dad works', 'Dad (Sean) works').replace('Dad sleeps', 'Sean sleeps').replace('## What the parents say', '## [[What the parents say]]'), 'document/adult-unheard', { type: 'assessment', people: { children: ['Leo'], family: ['Sean'], professionals: [], services: [] } });
    assert.equal(finding.about, 'Sean');
  });
  it('is heard by what they say, think or want, in whatever order', () => {
    left(MUM, 'Dad thinks that it was April.');
    left(MUM, '"It was April," said Dad.');
    left(MUM, 'Dad: "I sleep in the day so that I can work."');
    left(MUM, 'Dad is ashamed of the fridge.');
    left(MUM, 'In Dad\'s view it was April.');
    left('Both of the parents say that it was April.');
  });
  it('is heard as "he", where he was named right before', () => left(MUM, 'Dad was in the van. He said that it was April.'));
  it('is no gap where it says what was tried, or why not', () => {
    left(MUM, 'Letters to Dad on 6 and 13 May are unanswered.');
    left(MUM, 'I rang Dad on 6 and 13 May.');
    left(MUM, 'It would not be safe to ask Dad yet.');
    left(MUM, 'Dad died in March.');
  });
  it('may be somebody who is heard by a name that the record does not tie to them', () => left(MUM, 'Sana said that it was April. Dee thinks so too.'));
  it('is not a mother\'s father', () => check(record(MUM).replaceAll('Dad', 'Her dad'), 'document/adult-unheard', { type: 'assessment' }));
  it('is not missed in a record that has only begun, or that is of another kind', () => {
    check(`# Assessment\n\n${DAD}\n\n## What the parents say\n\n${MUM}\n`, 'document/adult-unheard', { type: 'assessment' });
    check(record(MUM), 'document/adult-unheard', { type: 'case-note' });
  });
  it('is left to what a record has to have, where nobody is heard and there is no place for it', () => check(record('').replace(/## What the parents say\s*$/, ''), 'document/adult-unheard', { type: 'assessment' }));
});
