/** The actions of a note: which words are one, and whether they say who, when and what. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { saysWhen } from '../../server/src/engine/checks/action/when.js';
import { missing, PEOPLE, RECORD, RULES } from '../support/actions-missing.js';
import { BUILT_IN } from '../support/built-in.js';

const listed = (...items: string[]): string => `## Actions\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;

describe('who an action names', () => {
  for (const item of [
    'Priti to ring the school on Monday', 'I will ring the school on Monday', 'HV to weigh Ava on Monday', 'Mum and Nan will paint his room on Monday', 'Health visitor and GP to meet on Monday',
    'Ring the school on Monday - SW', 'Ring the school (Priti, 14/01)', 'Ring the school by Monday – P. Sahota', 'SW: ring the school on Monday', 'Rota: Sana to write it up on Monday', 'By Monday Sana will ring the school',
    'Idris (uncle) to fetch Leo on Monday', 'Form to be signed by Priti on Monday', 'Nan rings Leo every night', 'Uncle Femi — sorts the boiler on Monday', 'Next network meeting 12/6 at 10, Sana to send invitations by 5/6', 'Bea and Olu take Leo to football on Saturdays', 'Tracey: change the locks on Monday', 'Leo not to be spoken to before Monday', 'Harbour Homes manager, Ray Duckett, to write to Leo by Monday',
  ]) {
    it(item, () => assert.deepEqual(missing(listed(item)), {}));
  }
  for (const item of [
    'Ring the school on Monday', 'Form to be signed on Monday', 'Dad to be told on Monday', 'Someone to tell Leo on Monday', 'All professionals to meet on Monday', 'Everyone to learn the rota by Monday',
    'Ask Mum to sign the form on Monday', 'Explain to the children what is happening on Monday', 'Nursery place form on Monday', 'Visits to take place every Monday', 'Lock for the back gate to be fitted by Monday', 'Contingency search to run alongside the visits by Monday', 'Sana to be told on Monday: he goes or they do', 'Visit on Monday, Leo to be spoken to by himself', 'The number of the car outside Sana’s to go to the police on Monday',
  ]) {
    it(`nobody: ${item}`, () => assert.deepEqual(missing(listed(item)), { [item]: 'who' }));
  }
});

describe('a time in an action', () => {
  for (const text of [
    'by 14/01/25', '2025-01-14', 'on Tuesday', 'within 10 days', 'each Friday', 'from tonight', 'before the review', '12 Sept', 'twice a week', 'the 14th', 'after school on Friday', 'until the hearing', 'by the next core group',
    'this week', 'w/c 7 July', 'Mon to Thurs', 'every other weekend', 'in May', 'by Christmas', 'before she starts school', 'when he cries', 'day or night', 'the same day', 'at 15:30', 'by 7am', 'when she wants a drink', 'any hour',
  ]) {
    it(text, () => assert.equal(saysWhen(text), true));
  }
  for (const text of ['at 9 with the keys', 'at ten on the dot', 'at half past four', 'until quarter to six', 'at noon']) it(text, () => assert.equal(saysWhen(text), true));
  for (const text of ['at 9 Dock Street', 'at ten schools', 'when instructed', 'when she gets the chance', 'when it feels right', 'when things calm down', 'when the waiting list opens', 'ongoing', 'as soon as possible', 'when available', 'when possible', 'at 8', 'Mum may ring', 'Sec 20', 'x 2', 'in due course', 'each other', 'march him home', 'tbc', '', 'look after herself', 'once surname known', 'when back from leave', 'when she wants to', 'as soon as capacity allows', 'when we can', 'Christmas arrangements']) {
    it(`none: ${text}`, () => assert.equal(saysWhen(text), false));
  }
});

describe('what an action says will be done', () => {
  for (const item of [
    'Mum to improve the home', 'Dad to engage with services', 'School to look at reintegration', 'Sana to think about counselling', 'Priti to consider short breaks', 'Priti to see how things are going with Leo', 'Priti to scope placements', 'School to continue to offer a listening ear', 'Dad to work on his anger', 'Mum to keep Leo safe', 'Direct work - Priti', 'Priti to put support in place',
    'Boundaries - Mum', 'Be there for Leo - Mum', 'Nan to be more consistent', 'Dad to attend relevant course', 'Priti to monitor',
  ]) {
    it(`vague: ${item}`, () => assert.deepEqual(missing(listed(`${item} by Monday`)), { [`${item} by Monday`]: 'what' }));
  }
  for (const item of [
    'Mum to clear the stairs', 'Priti to look at the rent letters and ring the council', 'Dad to engage with the Tuesday group by going at 2pm', 'Priti to think about who could interpret and book them', 'Sana to put Leo’s name on the list',
    'School to keep the key', 'Priti to chase the dentist', 'Priti – letter of thanks to Dad', 'Priti to make sure that the glasses are mended', 'Lifts to the open day - Nan', 'Sana to drive Leo there', 'Bed for Leo - Sana', 'Priti to keep the chart by the door, and show it to Leo', 'Dad to refrain from giving him cash', 'Leo: hearing test, and ask whether the wait can be shorter', 'Speech and language referral - school nurse',
  ]) {
    it(item, () => assert.deepEqual(missing(listed(`${item} by Monday`)), {}));
  }
});

describe('where actions stand', () => {
  const task = 'Chase the form';
  const all = { [task]: 'when who' };

  it('under many headings, and under none of these', () => {
    for (const heading of ['Next steps', '8. Actions', 'PLAN', "What we'll do", 'What happens next?', 'Agreed actions', 'Plan (in our words)', 'Progress and actions', 'Recommendations', 'Way forward', 'Outcome / plan', 'Not done', 'What I never got round to', 'For Monday', 'Over to you', 'Meanwhile', 'What we’ll be doing meanwhile', 'Forms to send', 'Key priorities', 'Undertakings', 'Where to from here']) {
      assert.deepEqual(missing(`## ${heading}\n\n- ${task}\n`), all, heading);
    }
    for (const heading of ['Background', 'Contingency plan', 'Safety goals', 'What Leo wants', 'Actions from last time', 'Actions taken', 'Why there is a plan', 'If the plan wobbles', 'The bottom line']) {
      assert.deepEqual(missing(`## ${heading}\n\n- ${task}\n`), {}, heading);
    }
  });

  it('under a title that is a line in bold, or a plain one', () => {
    assert.deepEqual(missing(`**Actions**\n\n- ${task}\n`), all);
    assert.deepEqual(missing(`Dad rang.\n\nPLAN\n\n- ${task}\n`), all);
    assert.deepEqual(missing(`We talked.\n\nActions agreed:\n- ${task}\n`), all);
    assert.deepEqual(missing('Actions\nChase the form\nPriti to ring Mum on Monday\n'), { [task]: 'when who' });
    assert.deepEqual(missing('# Meeting\n\nNew actions:\n\n1 Chase the form\n2 Priti to ring Mum on Monday\n'), { '1 Chase the form': 'when who' });
  });

  it('in a paragraph that a label opens, sentence by sentence', () => {
    assert.deepEqual(missing('**Plan:** Chase the form. Priti to ring Mum on Monday; form to be sent. Leo waved.\n'), { 'Chase the form.': 'when who', 'form to be sent.': 'when who' });
    assert.deepEqual(missing('Dad is to be told. He will come, he said. Forms to be sent.\n'), { 'Forms to be sent.': 'when who' });
  });

  it('in a subsection, whose heading may say who or by when', () => {
    assert.deepEqual(missing(`## Actions\n\n### Health\n\n- ${task}\n`), all);
    assert.deepEqual(missing(`## Actions\n\n### Sana\n\n- ${task}\n`), { [task]: 'when' });
    assert.deepEqual(missing(`## Actions\n\n### By Friday\n\n- ${task}\n`), { [task]: 'who' });
    assert.deepEqual(missing(`## Actions\n\n**Amina**\n\n- ${task}\n`), { [task]: 'when' });
  });

  it('in lists within lists', () => {
    assert.deepEqual(missing(`## Actions\n\n- Sana will:\n  - chase the form\n- By Friday:\n  - ${task}\n`), { 'chase the form': 'when', [task]: 'who' });
    assert.deepEqual(missing('## Actions\n\n- Priti to see Leo on Monday and:\n  - ask about sleep\n  - bedtime\n- Priti to ring Mum on Friday\n  - re form\n'), {});
    assert.deepEqual(missing(`## Actions\n\n${Array.from({ length: 12 }, (_, i) => `${i + 1}. Form ${i + 1} to be sent\n`).join('')}`), Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`Form ${i + 1} to be sent`, 'when who'])));
  });

  it('with lines below that say who and when', () => {
    assert.deepEqual(missing(`## Actions\n\n1. ${task}\n   - Who: Sana\n   - When: ASAP\n2. Dentist appointment\n   - Who: all\n   - By when: 3 June\n`), { [task]: 'when', 'Dentist appointment': 'who' });
    assert.deepEqual(missing(`Action: ${task}\nWho: Sana\nBy when: 3 June\n`), {});
  });

  it('in passing prose, where the note has no place for them', () => {
    const prose = 'Sana is tired. Sana to ring the dentist. Need to chase the nursery. Ask the school about Mondays. Thank you for the cake.';
    assert.deepEqual(missing(`## Visit\n\n${prose}`), { 'Sana to ring the dentist.': 'when', 'Need to chase the nursery.': 'when who', 'Ask the school about Mondays.': 'when who' });
    assert.deepEqual(missing(`## Visit\n\n${prose}\n\n## Actions\n\n- Priti to ring Sana on Monday`), {});
    assert.deepEqual(missing(prose, { ...RECORD, type: 'letter' }), {});
    assert.deepEqual(missing('## Health\n\nBoth children to be seen by a dentist.', { ...RECORD, type: 'plan' }), { 'Both children to be seen by a dentist.': 'when who' });
    for (const said of ['Sana to ring us if he comes.', 'Sana to.', 'To be continued.', 'Ring box found.', 'Contact with Sana went well.']) assert.deepEqual(missing(`## Visit\n\n${said}`), {}, said);
  });

  it('where a bullet is put as a task, whatever stands above', () => {
    assert.deepEqual(missing('## Health\n\n- Leo sleeps well\n- Mum to register with a dentist\n- Something to look forward to\n- He is too young to be asked\n'), { 'Mum to register with a dentist': 'when' });
  });

  it('not in what has happened, is done, is asked, quoted, or holds only if something happens', () => {
    assert.deepEqual(missing(listed('Referred to Young Carers', 'Priti rang the school', 'If Dad turns up, ring 999', 'Which of these would Leo pick first of all?', '[x] Chase the form', '"I want to live at Nan’s"', 'NFA', 'Next visit: 3 June', 'Plan to continue', 'Leo to stay with Nan', 'Tbc')), {});
    assert.deepEqual(missing('## Actions\n\n> Chase the form\n'), {});
  });
});

describe('tables of actions', () => {
  const table = (header: string, ...rows: string[]): string => `${header}\n${header.replace(/[^|]+/g, '---')}\n${rows.join('\n')}\n`;

  it('have their columns in any order and by many names', () => {
    assert.deepEqual(missing(table('| By when | Lead | Task |', '| | all | Chase the form |')), { 'Chase the form': 'when who' });
    assert.deepEqual(missing(table('| Need | How we will do it | By whom | Timescale |', '| Sleep | Chase the form | TBC | ongoing |')), { 'Chase the form': 'when who' });
    assert.deepEqual(missing(table('| Area | What needs to happen | Who | By |', '| Sleep | Buy a bed | Sana | 3 June |')), {});
    assert.deepEqual(missing(table('| Action | Who / when |', '| Chase the form | Priti, 3 June |', '| Ring the school | Priti |')), { 'Ring the school': 'when' });
    assert.deepEqual(missing(table('| No. | We agreed | Person | Done by |', '| 1 | Chase the form | | waiting list |')), { 'Chase the form': 'when who' });
    assert.deepEqual(missing(table('| Task | By | Date |', '| Chase the form | Sana | asap |', '| Ring the school | | 3 June |')), { 'Chase the form': 'when', 'Ring the school': 'who' });
    assert.deepEqual(missing(table('| What needs to change | What we will do | Who by | When by |', '| Sleep | Chase the form | | tba |')), { 'Chase the form': 'when who' });
    assert.deepEqual(missing(table('| Who | Job | Days | Who checks |', '| Nani | Sit with Leo at tea | | Mum |', '| All of us | Walk Leo home | Mon–Fri | Sana |')), { 'Sit with Leo at tea': 'when', 'Walk Leo home': 'who' });
    assert.deepEqual(missing(table('| Task | Owner |', '| Chase the form | Sana |')), { 'Chase the form': 'when' });
  });

  it('are read for what each cell says', () => {
    const said = (who: string, when: string): Record<string, string> => missing(table('| What | Who | When |', `| Chase the form | ${who} | ${when} |`));
    for (const who of ['Sana', 'parents', 'School', 'SW', 'I', 'Zeb / carers', 'Everyone named here, and Priti will book it', 'Education']) assert.deepEqual(said(who, '3 June'), {}, who);
    for (const who of ['', 'All', 'everyone', 'TBC', 'all professionals', '-']) assert.deepEqual(said(who, '3 June'), { 'Chase the form': 'who' }, who);
    for (const when of ['12/6', 'from tonight', 'each Friday', 'first day of term', 'Q3', 'ongoing, weekly', 'after the scan']) assert.deepEqual(said('Sana', when), {}, when);
    for (const when of ['', 'Ongoing', 'on-going', 'ASAP', 'tbc', 'in due course', 'next available', 'N/A', 'always']) assert.deepEqual(said('Sana', when), { 'Chase the form': 'when' }, when);
  });

  it('are not tables of what happened, of scores, or of facts', () => {
    assert.deepEqual(missing(table('| Date | What | Who |', '| 3/6 | Call | |')), {});
    assert.deepEqual(missing(table('| Person | Number | What they said |', '| Sana | | nothing |')), {});
    assert.deepEqual(missing(table('| Date | Action | By |', '| | Call | |'), { ...RECORD, type: 'chronology' }), {});
  });

  it('may have blanks in a template, and nowhere else', () => {
    const blank = `## Actions\n\n${table('| What | Who | When |', '| Chase the form | | |', '| [what] | [who] | [date] |', '| Ring the school | [who] | ____ |')}`;
    assert.deepEqual(missing(blank, { ...RECORD, template: 'template' }), {});
    assert.deepEqual(missing(blank), { 'Chase the form': 'when who' });
  });
});

describe('what is recommended, and what is told of somebody', () => {
  it('is an action in the manner of a court as well', () => {
    assert.deepEqual(missing('## Recommendations\n\n8.1 That work be undertaken with the parents.\n\n8.2 That Sana ring the school by 3 June.'), { '8.1 That work be undertaken with the parents.': 'what when who' });
  });

  it('is no action in the prose of a report, and is one in its lists', () => {
    const said = '## Recommendations\n\nForm to be signed.';
    assert.deepEqual(missing(said, { ...RECORD, type: 'report' }), {});
    assert.deepEqual(missing(said.replace('Form', '- Form'), { ...RECORD, type: 'report' }), { 'Form to be signed.': 'when who' });
  });

  it('is none where somebody is told what was decided about them, or what was done', () => {
    for (const said of ['## Outcome\n\nConference. Sana to be informed.', '## What we said\n\nSana asked to be rung before we decide.', '## Reason for plan\n\nSana professed not to know.', '## Actions\n\n- Dad will be tested on Mondays']) assert.deepEqual(missing(said), {}, said);
  });

  it('is theirs who will be made to do it, or whose name stands after a comma', () => {
    for (const item of ['Dad will be made to ring on Monday', 'Incident form, K. Barlow, before Monday', 'Police to be asked for news, SW, 6 May']) assert.deepEqual(missing(listed(item)), {}, item);
  });
});

describe('what is no action', () => {
  for (const said of ['Leo had toast and rang me to say so.', 'Sana rang twice to ask for help.', 'Sana said that the workers may bring pudding.', 'That should be looked at.', 'She is not to take him home.', 'Consider a strategy meeting.']) {
    it(`in prose: ${said}`, () => assert.deepEqual(missing(`## What was decided\n\n${said}`), {}));
  }

  it('is a name on the last line, or what is told to the reader of a letter', () => {
    assert.deepEqual(missing('## Actions\n\n- Priti to ring the school on Monday\n\nD. Lofthouse, duty'), {});
    assert.deepEqual(missing('Dear Leo\n\n## What happens next\n\nRing me. You can also have an advocate.', { ...RECORD, type: 'review' }), {});
  });

  it('is what stands under the title of a plan that has parts of its own', () => {
    assert.deepEqual(missing('# Family plan\n\nInterpreter: Mr Ionescu\n\n## Actions\n\n- Priti to ring the school on Monday'), {});
  });
});

describe('an action in a table', () => {
  it('is in the column that says who does what', () => {
    assert.deepEqual(missing('| What will be different | Who does what | By when |\n|---|---|---|\n| She has a place | Priti rings the college | 3 June |'), {});
  });
  it('needs nobody before its verb where a column says who', () => {
    assert.deepEqual(missing('## Actions\n\n| Who | What | When |\n|---|---|---|\n| Sana | Sleeps at Nan’s | Every night until 3 August |'), {});
  });
});

describe('a paragraph’s own number', () => {
  it('is no date', () => assert.deepEqual(missing('## 6. Recommendations\n\n6.3 A form to be drawn up.'), { '6.3 A form to be drawn up.': 'when who' }));
});

describe('what is to be done in passing', () => {
  it('stops counting everywhere when the note makes a place for tasks, and counts again when that is gone', () => {
    const context = { type: null, template: false, people: PEOPLE, today: '2026-01-01' };
    const passing = '# Handover\n\nCould someone please ring her mum about the form?\n\n# Home\n\nAll quiet.\n';
    let last = analyse(passing, RULES, context);
    for (const text of [`${passing}\n${listed('Chase the form')}`, passing]) {
      last = analyse(text, RULES, context, last);
      assert.deepEqual(last.findings, analyse(text, RULES, context).findings);
    }
    assert.equal(last.findings.filter(({ rule }) => rule.startsWith('plan/')).length, 2);
  });
});

describe('what is said about an action', () => {
  it('is a question, with the action’s own words', () => {
    const { findings } = analyse(listed('Chase the form'), RULES, { type: null, template: false, people: PEOPLE, today: '2026-01-01' });
    const messages = findings.filter(({ rule }) => rule.startsWith('plan/')).map(({ message }) => message);
    assert.deepEqual(messages, ['No date here: “Chase the form”. By when, so that the family can count on it?', 'Nobody is named here: “Chase the form”. Who will do this, so that the family knows whom to ask?']);
  });

  it('asks its question once, and is short of the other rows', () => {
    const { findings } = analyse(listed('Nan to chase the form', 'Mum to fetch the key'), RULES, { type: null, template: false, people: PEOPLE, today: '2026-01-01' });
    assert.deepEqual(findings.map(({ message, ask }) => [message, ask]), [
      ['No date here: “Nan to chase the form”. By when, so that the family can count on it?', 'By when, so that the family can count on it?'],
      ['No date here: “Mum to fetch the key”.', 'By when, so that the family can count on it?'],
    ]);
  });

  it('goes by the same headings in all three rules', () => {
    const keys = ['action-headings', 'decision-headings', 'not-headings'];
    const [first, ...others] = BUILT_IN.rules.filter(({ check }) => check?.kind === 'action').map(({ check }) => keys.map((key) => check?.[key]));
    assert.equal(others.length, 2);
    for (const other of others) assert.deepEqual(other, first);
  });
});

describe('what leaves an action open, however it is dressed', () => {
  for (const item of ['Sana will need to show commitment by Friday', 'Sana to continue to build relationship with Ava until Friday', 'Agencies such as Priti to share relevant information by Friday', 'Priti to reflect on how best to work with Sana by Friday', 'Sana to take on board what was discussed by Friday', 'Sana to remain vigilant until Friday']) {
    it(item, () => assert.deepEqual(missing(listed(item)), { [item]: 'what' }));
  }
  for (const item of ['Priti to do two bedtime sessions with Sana by Friday', 'Priti, Ava’s worker, is fixing the cot on Sunday 17 May', 'Sana to stay overnight on Friday']) {
    it(`plain: ${item}`, () => assert.deepEqual(missing(listed(item)), {}));
  }
  it('how somebody takes it is no action', () => assert.deepEqual(missing(listed('Sana happy with this', 'Dentist: done, no fillings', 'Priti to monitor by Friday')), { 'Priti to monitor by Friday': 'what' }));
  it('what was agreed last time has had its day', () => assert.deepEqual(missing('## Plan\n\n| Action from last time | Who | By when | Done? |\n|---|---|---|---|\n| Stairgate | | | Yes |\n'), {}));
  it('advice in prose under a heading for actions is one', () => assert.deepEqual(missing('## Next steps\n\nSana should address her alcohol use by Friday.\n'), { 'Sana should address her alcohol use by Friday.': 'what' }));
  it('the first line under "Actions:" is read', () => assert.deepEqual(missing('The house was cold.\n\nActions:\n(1) Priti to monitor by Friday\n(2) Sana to monitor by Friday\n'), { '(1) Priti to monitor by Friday': 'what', '(2) Sana to monitor by Friday': 'what' }));
});
