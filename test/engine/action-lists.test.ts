/**
 * What lists, numbered paragraphs and prose ask for, in the shapes records have: each line that should be raised ends in
 * an arrow and what it does not say; every other line is to be left alone.
 */
import assert from 'node:assert/strict';
import type { NoteType } from '../../server/src/engine/rule.js';
import { marked } from '../support/marked.js';

function check(name: string, note: string, type: NoteType | null = null): void {
  it(name, () => assert.equal(marked(note.replace(/ ← [a-z ]+$/gmu, ''), type), note));
}

describe('lines that make what stands below them a list of actions', () => {
  for (const line of [
    'Outstanding, in no particular order', 'Still outstanding', 'What I need from you:', 'What I am asking of you both:', '## For the next worker', '## For whoever has this next', 'ACTION PLAN', '## Left to do', '## What remains', '## Loose ends', '## Needs doing', 'TO PICK UP',
    'Things we still need to do', '## Still to sort', 'It is recommended that:', 'We recommend:', '## Recommended', 'The things that need doing are these:', '## To follow up', '**Yet to be done**', 'Please could you:', 'Could the team please:', '## Remaining tasks',
    'We came up with these:\n\n- Zainab to ring the dentist on Monday\n- Mr Haile to fix the gate on 4 March',
  ]) {
    check(line.replace(/\n.*/su, ''), `Wanjiru came at four.\n\n${line}${line.includes('- ') ? '' : '\n'}\n- Chase the passport office ← when who\n- Safety planning ← what when who\n- Adaeze to see Kwame at college on 4 March\n`);
  }

  for (const line of ['## What the centre offers', '## Who is who', '## Left out of the plan', '## Done since June', '## Useful numbers', 'We talked about these and dropped them:', "What's on at the drop-in:", '## What Zainab hopes for', '## Documents seen', 'In the bag were:', '## What has worked before', '## Things that are going well', 'Handover: the Haile family.']) {
    check(`not ${line}`, `Wanjiru came at four.\n\n${line}\n\n- Dental clinic\n- Safety planning\n- Breakfast for anyone who turns up\n`);
  }

  check('a plain line in capitals is a heading and no action', 'ACTIONS\n\n- Yusuf to ring Thandiwe on Monday\n\nAOB\n\nNobody had any.\n\nNEXT MEETING: 8/1/26\n');
  check('the list ends and the record goes on', '## Actions\n\n- Yusuf to ring Thandiwe on Monday\n\nThings I would say over a cup of tea. The old flat was cold.\n\nMy manager Gill will meet you on the doorstep on the 1st at four.\n');
  check('a name opens a list of hers', 'For Oyinda to do:\n\n- Ring the landlord ← when\n- Passport form, by Friday\n');
});

describe('paragraphs numbered by hand', () => {
  check('are one action each, whatever sentence says who or when', '## 3. Recommendations\n\n3.1 Wanjiru to ask Kwame what he wants the court to know. By Friday 5 December.\n\n3.2 Bedtimes to improve. ← what when who\n\n3.3 Tenzin to go on with the sleep clinic. Next appointment 10/12, then monthly; Wanjiru gets the letters.\n\n3.4 Direct work. ← what when who\n\n3.5 Kwame: bus pass. WM. ← when\n\n3.6 Mr Haile has the boys every other weekend, as he has since August. No change.\n');
  check('also where the doer comes last', '## Decisions\n\n1.1 Dental check to be booked before half-term. Foster carer.\n\n1.2 Speech referral to be made – Ines is nearly three. Health visitor. ← when\n');
  check('with brackets', '## Actions\n\n1) Lina to ring the school. Monday.\n2) Chase housing. ← when who\n3) Cot to be bought. Grandad has offered. By Friday.\n');
  check('with letters and words', '## Actions agreed\n\n(a) Safia to see the flat with Bo on 3 May.\n\n(b) Chase housing. ← when who\n');
  check('with "Action 1"', '## Plan\n\nAction 1: Safia to see the flat with Bo on 3 May.\n\nAction 2: Chase housing. ← when who\n');
  check('under nothing that speaks of actions', '## Background\n\n2.1 The family moved in 2019. Contact went well.\n\n2.2 Direct work.\n');
  check('a reason in the second sentence asks for nothing', '## Actions\n\n4.1 Safia to ring Bo every Monday. He sleeps badly on Sundays and school begins at eight.\n');
});

describe('items that are only a noun, or leave it open', () => {
  for (const item of ['Life story.', 'Direct work', 'Attendance', 'Chase. Chase. Chase.', 'Support', 'Boundaries', 'Keep building relationship with grandad', 'All to ensure robust recording', 'Continue to support the family', 'Network to support bedtimes', 'Safety.', 'Progress this']) {
    const who = /^Continue|^Keep|^Chase|^All|^Network|^Progress/.test(item) ? 'what when who' : 'what when who';
    check(item, `## Actions\n\n- ${item} ← ${who}\n- Safia to see the flat with Bo on 3 May\n`);
  }
  for (const item of ['Mr Osei must evidence change', 'Parents to co-operate fully', 'Mum to step up', 'Mrs Osei must demonstrate commitment', 'School to continue to support Amari with transitions', 'Family to think about who else could help', 'Tunde to sort things out']) {
    check(item, `## Actions\n\n- ${item} ← what when\n- Safia to see the flat with Bo on 3 May\n`);
  }
  for (const item of ['Drug testing to be commissioned', 'Euphonium to be insured', 'Final letter to be written to Tiago', 'Someone to go with Dawid to the group', 'Find out whether the bus pass works', 'Chase school about the bus pass', 'Passport to be retrieved']) {
    check(item, `## Actions\n\n- ${item} ← when who\n- Safia to see the flat with Bo on 3 May\n`);
  }
  check('not done yet', '## Outstanding\n\n- Zuri – return interview not done from 12/9. TBC. ← when who\n- Eye test for Bo outstanding. To be chased. ← when who\n');
});

describe('items that ask for nothing', () => {
  for (const item of [
    'Nursery funding, all forms signed and in the post on 19/9', 'Laptop [Jomo – delivered 9 Sept]', 'Speech therapy, place offered and accepted. Starts 14 October', 'Visits: me, Thursday 25th, done', 'Passport – arrived in July', 'Stair gate: fitted', 'Bo’s glasses collected on Tuesday',
    'Letter to housing sent 3/9', 'School have been told', 'Referral made 2 May, accepted 9 May', 'Cot: bought and built', 'Chantelle intends to repaint the back bedroom', 'Tiago may go to the Monday group', 'Mrs Osei hopes to be back by Easter', 'Mr Osei would like a later bedtime',
    'If Abena is ill, Nana comes', 'The drop-in runs all year and anyone can turn up', 'Family time stays as it is', 'Vikram has Jaya every other weekend, as he has since August. No change', 'Thandiwe might ring the landlord herself', 'No further visits needed', 'The library lends laptops to anybody',
    'Chidi has been told about the Tuesday group. It is free and he may go', 'Not to do: parenting course',
  ]) {
    check(item, `## Actions\n\n- ${item}\n- Safia to see the flat with Bo on 3 May\n`);
  }
});

describe('prose under a heading for actions', () => {
  check('a bold lead-in opens one action', '## What we are going to do\n\n**Mornings.** Mr Boateng walks Caleb to school from Monday 17th. Caleb is not to carry Esi down the stairs any more, Kojo does that before he goes to bed.\n\n**Football.** Yaw, Saturdays at 9.30, first one 15 November.\n\n**Tablets.** Adjoa takes them with breakfast, every day. Kojo looks at the calendar.\n');
  check('one that says nothing is still raised', '## Actions\n\n**Mornings.** Bo to walk with Mr Boateng. ← when\n\n**Bedtimes.** To be improved. ← what when who\n');
  check('what is offered, hoped and left aside', '## What the services promised\n\n- Safia: pay the bus fares each Friday\n- Ify Okonjo, the nurse from the mother and baby team: see Adjoa at home on Tuesdays\n\nThe drop-in at the library runs all year and anyone can turn up; Adjoa said "maybe", and nobody is going to push.\n\nWe hope that by Easter nobody needs to sleep over. Harpreet might go back to the temple kitchen. Chantelle intends to repaint the room. Dion is thinking about the cadets.\n');
  check('told of a week in a letter', 'Dear Kofi,\n\n## What happens next\n\n1. On Thursday after school I’m bringing Biscuit to Joy’s, at 4 o’clock.\n2. Mr Amadi will have lunch with you every Wednesday.\n3. You can come, or send a drawing.\n4. Everton is going to put the bed up on Saturday.\n', 'letter');
  check('one who comes to it in the same breath', '## Actions\n\nLeila rings the landlord on Monday. Cot to be bought. ← when who\n');
});

describe('who does it', () => {
  for (const item of ['Ify Okonjo, the nurse: see Adjoa at home on Tuesdays', 'OB to ring the surgery on Monday', 'EP visit – Mrs Ainscough – 3 May', 'Ring the surgery on Monday. OB', 'You to ring the surgery on Monday', 'Me to ring the surgery on Monday', 'Housing to send a surveyor on 3 May', 'Letter for Tiago – me, by Friday', 'School, Miss Adair: keep the Friday check-in going', 'Passport appointment, 5 December, Fátima taking him', 'BR / Sofia: sit down together on Monday', 'This weekend Winston fits the lock', 'From Monday Tunde and Bola will eat together', 'Zoltán (neighbour) feeds the cat each evening', 'Bola’s sister has the baby on Fridays']) {
    check(item, `## Actions\n\n- ${item}\n`);
  }
  for (const item of ['Somebody to ring the surgery on Monday', 'Services to meet on Monday', 'Surgery to be rung on Monday', 'Ask Winston on Monday whether he has the key', 'Six sessions on sleep, Mila choosing the evening, to begin 13 October', 'All to read the list by 3 May']) {
    check(`nobody: ${item}`, `## Actions\n\n- ${item} ← who\n`);
  }
});

describe('a time that says which thing is meant', () => {
  for (const said of [
    'Zainab to get the police log of 14 January ← when', 'Zainab to find out what was said on 3 February ← when', 'Zainab to write up Tuesday’s visit ← when', 'Zainab to ask for the minutes of the meeting on 3 March ← when', 'Letter before proceedings to be sent ← when who',
    'Zainab to ask about the after-school club ← when', 'Find out if Kwame has a bus pass – Zainab ← when', 'Adaeze to use the weekly planner ← when', 'Zainab to correct the entry for July 2022 ← when',
    'Zainab to get the police log of 14 January by 3 March', 'Zainab to write up Tuesday’s visit by Friday', 'Zainab to see Kwame before Tuesday’s meeting', 'Adaeze to fetch him from the after-school club on Tuesdays', 'Zainab to send the letter before proceedings start',
  ]) check(said, `Wanjiru came at four with Zainab, her social worker.\n\n## Actions\n\n- ${said}\n- Zainab to see Kwame at college on 4 March\n`);
});

describe('headings of what is still to come', () => {
  check('until a meeting, which is no day for what stands there', '# Worries\n\nWanjiru came at four.\n\n## Until we meet again on 4 March\n\n- Zainab to see Kwame on Monday\n- Keep an eye on things ← what when who\n');
  check('"Where we got to" names nobody', 'Hi both,\n\n**Where we got to**\n\n- Zainab to see Kwame at college on 4 March\n- Contact the nursery about the form ← when who\n');
  check('somebody from somewhere does it', '# Visit\n\n## What we agreed\n\n- Miss Bell from Grove School takes Kwame to chess on Saturday 4 March.\n- Kwame to have support at school ← what when who\n- Adaeze to start putting Kwame first ← what when\n');
});
