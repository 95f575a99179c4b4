/**
 * What running text and clauses numbered by hand ask for, in records of no known kind: emails put on file, working
 * agreements, handovers, duty notes, closing summaries. A line that should be raised ends in an arrow and what it does
 * not say; every other line is to be left alone.
 */
import assert from 'node:assert/strict';
import type { NoteType } from '../../server/src/engine/rule.js';
import { marked } from '../support/marked.js';

function check(name: string, note: string, type: NoteType | null = null): void {
  it(name, () => assert.equal(marked(note.replace(/ ← [a-z ]+$/gmu, ''), type), note));
}

describe('tasks in an email put on file', () => {
  check('"could someone"', 'Hi all,\n\nTemi was quiet today and had no lunch with her. Could someone please ring her mum about the free school meals form? ← when who\n\nThanks,\nOlu\n');
  check('"can you" is asked of a reader', 'Hi Farida,\n\nCan you ring the nursery about Idris? ← when\n\nThanks\nBronwen\n');
  check('"School nurse to be asked"', 'Dear colleagues,\n\nThank you for coming on Tuesday. School nurse to be asked whether Temi has an eye test booked. ← when who\n\nKind regards\nOlu\n');
  check('somebody by a day', 'Hi all,\n\nQuick round-up. Farida will collect the letters from the surgery on Thursday 4 June. Bronwen to ring the landlord by Friday.\n\nBest wishes\nOlu\n');
  check('a task without its verb', 'Morning Olu,\n\nNothing new from Gran. Housing still needs chasing. ← when who\n\nFarida\n');
  check('thanks and pleasantries', 'Hi all,\n\nThank you so much for yesterday. It would be lovely to meet again some time. Let me know if anything is unclear.\n\nBest wishes\nOlu\n');
  check('what somebody said', 'Hi Olu,\n\nMum said she would ring the school herself. Idris said he wants to go back to football.\n\nFarida\n');
  check('what happened', 'Hi Olu,\n\nI rang the school and they have moved Idris to the other set. I asked the nurse to look at his arm and she did.\n\nFarida\n');
});

describe('a task that is all its paragraph says', () => {
  const TABLE = '| What | Who | By when |\n|---|---|---|\n| Ring the landlord | Farida | 4 June |\n';
  for (const said of [
    'Farida to see his bedroom. ← when', 'Chronology to be brought up to date. ← when who', 'Life story work for Temi to be considered. ← what when who', 'Early help needs exploring. ← what when who', 'Everyone to keep each other posted. ← what when who',
    'Someone from the drugs service will be in touch. ← what when', 'The FGC coordinator will hold a review. ← when',
  ]) check(`${said} Beside a table of tasks`, `# Supervision\n\n## Temi\n\nTemi (7) was at Gran’s with Farida Rahman, her social worker.\n\n${said}\n\n## Actions\n\n${TABLE}`, 'supervision');
  check('and what passes beside a table', `# Supervision\n\n## Temi\n\nTemi (7) was at Gran’s. Someone should ring the nursery. She slept well.\n\n## Actions\n\n${TABLE}`, 'supervision');
  check('behind "So:"', 'Gran rang about Temi at six.\n\nSo:\n\nI will ring the surgery on Thursday 4 June.\n\nThe uniform money. ← what when who\n\nThanks again.\n');
  check('asked of a colleague', 'Hi Olu,\n\nOlu, would you mind giving Gran a ring? ← when\n\nAny chance you could send off the form? ← when\n\nOlu, can somebody keep tabs on her? ← what when who\n\nWe’ll also need to get some direct work going. ← what when who\n\nFarida\n');
  check('in lines that each end as a sentence does', 'Hi both,\n\nPlan in outline\n\nFarida will ring Gran on Monday. She is in all day.\nLegal planning – book. ← what when who\nEverybody to keep communicating. ← what when who\nOlu to bring the form on Friday.\n');
  check('and the goodbye behind a list', 'Hi Olu,\n\nWhat’s outstanding:\n\n- CIN review needs booking ← when who\n- Olu to ring Gran on 4 June\n\nGood luck. Give me a shout if it goes wrong.\n');
  check('in lettered clauses of a report', '# Report\n\n## Proposals\n\n(a) Mother is to engage with the service forthwith. ← what when\n\n(b) Mr Bell will visit on Tuesday 3 February and see Temi.\n\n(c) Father shall avail himself of such help as may be identified. ← what when\n', 'report');
});

describe('what only looks like a task', () => {
  check('in an email', 'Hi Olu,\n\nRing me any time. Give him his due, he rang. Ask him about football and his face lights up. The flat leaves a little to be desired. Please find the drawing attached.\n\nFarida\n');
  check('below a list of tasks', '# Handover\n\n## Next steps\n\n- Farida to ring Gran on 4 June\n\nI am sorry to be leaving. Happy to talk it through. Nothing else to report. Temi used to hide. The review will be hard for her. You will like her. I will miss her. Do not bring leaflets. My number is on the door and I am glad to be rung.\n\nFarida has put the keys in the drawer.\n\nSupervisor’s signature: O. Bell\nNext: 14/02/2026\n');
  check('a name under what is to be done', '# Review\n\n## Actions\n\nFarida will drive Temi to football on 4 June. OB\n');
  for (const said of [
    'Idris seemed to be settled in his bed.', 'She wants the boys to be seen by their own doctor.', 'Happy to help.', 'Lovely to see you.', 'Nothing to be done today.', 'Gran is a person to be trusted.', 'Mum felt she had to be asked twice.', 'It was good to be invited.',
    'Could someone be in two places at once?', 'The garden needs cleaning up one day.', 'Her hair needs washing, Gran says.', 'The letter to be signed was on the table.', 'The form that has to be sent is a long one.', 'Too tired to be cross.', 'Temi chose a book to be read aloud.', 'A child to be proud of.',
    'Can you ring me when you are home?', 'You need to be careful on the ice.', 'a. was how she wrote her name.', 'This will need to be looked at if he comes back.', 'Families need to be listened to.', 'They offered the flat to be painted.', 'Everyone hopes the bail to be lifted.',
  ]) check(said, `Temi (7) was at Gran’s.\n\n${said}\n`);
});

describe('what is left to nobody behind a task', () => {
  check('in a report', '# Statement\n\n## Proposals\n\n1. I will ask the bereavement service by 26 September for a place. Life story work will be undertaken in due course. Consideration will also be given to support. ← what when who\n2. Farida will write to the court by 3 June. The court will be told by Farida what she finds, on 4 June.\n', 'report');
  check('in a list under a name', '# Handover\n\n## Temi\n\n- chase the nursery about the form ← when who\n- someone to tell Gran ← when who\n- bus pass, Olu to send off by 10 June\n');
});

describe('what is left to do, in the words of a visit', () => {
  for (const said of [
    'I will ring the school about the trip money. ← when', 'Gran is going to look out the birth certificate. ← when', 'Gran has offered to send me the rota. ← when', 'We agreed that Farida will ask about the bus pass. ← when',
    'I need to chase the charity about the cooker. ← when', 'Their dad needs to fill in the form for his licence. ← when', 'On money, we really must get a grip on the rent. ← what when', 'Let’s get this one moving. ← what when',
    'Someone has to explain the plan to Gran. ← when who', 'It would help if somebody could find out where he works. ← when who', 'The health visitor needs to be asked about the check. ← when who', 'The car seat should be checked. ← when who',
    'The lock needs fixing before Friday 5 June. ← who', 'The nursery application wants finishing. ← when who', 'The hospital letter about Temi should go on the file. ← when who', 'His old address must come off the system. ← when who',
    'Explore wider family. ← what when who', 'Keep under review. ← what when who', 'Continue to support the foster carers. ← what when who', 'Ring the surgery about the inhaler. ← when who', 'Farida is taking the cost to the resources meeting. ← when',
    'The landlord’s letter is still to be chased. ← when who', 'The eye test has to be rebooked. ← when who', 'This needs a referral to the speech clinic. ← when who', 'There is still a letter to be written to the landlord. ← when who',
    'Could someone your end tell me if the therapist ever saw him? ← when who', 'Family members to be kept in the loop. ← what when who', 'Please ask the nursery for his drawings. ← when',
  ]) check(said, `Temi (7) was at Gran’s with Farida Rahman, her social worker.\n\n${said}\n`);
});

describe('what is told, and leaves nothing to do', () => {
  for (const said of [
    'Gran will tell anyone who listens that this is down to warm milk.', 'Gran will always be somebody he can come back to.', 'He has to take two buses.', 'Gran needs to feel that somebody listens.', 'He will be nine on Saturday.', 'She said she would ring the nursery.',
    'If Gran is ill, Farida will fetch him.', 'Farida will fetch him whenever Gran is ill.', 'Gran may ring the advice line.', 'Gran would like to ring the landlord herself.', 'Perhaps Farida will ask about it.', 'Nobody needs to ring the school.', 'I do not need to visit again.',
    'Children should be heard.', 'The school should have been told about the fight.', 'The report said the fence needed mending.', 'The advice centre will help anyone with debts.', 'Gran asked to be rung on the landline.', 'The family were told to ring the council.',
    '“I will ring the landlord,” said Gran.', 'Consider a strategy discussion.', 'Contact the children have had with their dad was short.', 'Record drops of rain fell on the way.', 'Temi is going to be a barber.', 'Gran is asking for help.', 'I know who to ring.', 'Temi wants to ring his dad.', 'The gate needs a coat of paint.', 'There is a lot to be proud of.', 'Please contact me on the duty line.', 'Ring the bell twice or the dog barks.',
  ]) check(said, `Temi (7) was at Gran’s with Farida Rahman, her social worker.\n\n${said}\n`);
});

describe('clauses of a working agreement', () => {
  check('1.1', '# Working agreement\n\n1. Home\n\n1.1 You will keep the stair gate shut. ← when\n\n1.2 Dad will fit a lock to the shed by Saturday 6 June.\n\n2. Us\n\n2.1 Visits to be made. ← when who\n\n2.2 Farida will come every Tuesday at four.\n');
  check('1.1 without lines between', 'Working agreement between the Okoro family and Farida\n\n1.1 Mrs Okoro will take Temi to the optician. ← when\n1.2 Farida will bring the form on Thursday 4 June.\n1.3 To engage with services. ← what when who\n');
  check('letters', '# What we agreed\n\na. Mum agrees to ring the health visitor. ← when\nb. Dad will sleep at his brother’s until 12 June.\nc. Boiler to be mended by 5 June. ← who\n');
  check('letters in brackets, with what holds if something happens', '# Agreement\n\nThis is what we said on 3 June.\n\n(a) Mum will keep her phone charged. ← when\n\n(b) Dad agrees not to come to the flat. ← when\n\n(c) If Dad comes, Mum will ring 999.\n\n(d) Farida visits every Tuesday.\n\nYou can ring the duty line at any hour.\n');
  check('roman', '# Agreement\n\n(i) Gran will collect Idris from school every Friday.\n(ii) Bank statements to be brought. ← when who\n(iii) Farida will ring each Monday at six.\n');
  check('told what the family is, in numbered paragraphs', '# Statement\n\n1. Background\n\n1.1 The family came to Leeds in 2019.\n\n1.2 Mr Okoro works nights at the bakery.\n\n1.3 Temi was seen by the optician in March.\n');
  check('what the service will be like', '# Our service\n\n1.1 The centre is open from nine to five.\n\n1.2 Families can drop in without an appointment.\n\n1.3 Staff are trained in first aid.\n');
  check('bottom lines', '# What cannot change\n\n1.1 Nobody who has been drinking drives the children, because of the crash in May.\n\n1.2 Temi and Idris are never alone with Mr Bell, because of what he did to Temi.\n');
});

describe('handovers and duty notes', () => {
  check('chase', 'Duty, 3 June. Mum and Temi (7) rang at ten, upset about the letter. Told her Farida is back tomorrow. Chase school re Temi. ← what when who\n');
  check('to be', 'Handover. Temi is seven and lives with Gran. Passport application to be sent off. Gran has the photographs. ← when who\n');
  check('needs', 'Duty note. Police rang at 14.20. Nobody hurt. Someone needs to ring Mum back about the lock. ← when who\n');
  check('who and when', 'Duty note. Police rang at 14.20. Farida will ring Mum at nine tomorrow. Olu to see Idris in school on Thursday.\n');
  check('a person and no day', 'Handover for Bronwen. The boys are settled at Gran’s. You will need to ring the surgery about Idris’s inhaler. ← when\n');
  check('a condition', 'Duty note. Mum sounded well. If she rings again, put her through to Farida. If Dad comes to the door, Gran will ring 999.\n');
  check('an offer', 'Duty note. I offered to come on Thursday and Mum said she would think about it. The food bank would deliver if she wanted.\n');
  check('an intention of the family', 'Handover. Mum hopes to go back to college. She is thinking of asking her sister to mind the baby. Idris wants to learn the drums.\n');
  check('history', 'Handover. In 2021 the plan was for Gran to have the boys at weekends. School were to refer to speech therapy and did so that June.\n');
});

describe('closing summaries', () => {
  check('what is left', 'Closing summary. We started with three worries and two have gone. The nursery will go on with Idris’s talking and listening group every Wednesday.\n');
  check('advice', 'Closing summary. We are ending today with everybody’s agreement. School should have been asked sooner.\n');
  check('what the family knows', 'Closing summary. Mum knows she can ring the duty line. Dad will always be welcome at the centre. The door is open.\n');
  check('to be copied', 'Closing summary. Mum read this and agreed it. Copy of this to be sent to the GP. ← when who\n');
  check('the family’s own way on', 'Closing summary. Mum will ring Auntie Bisi first when she feels low, as she did in April.\n');
});

describe('management oversight', () => {
  check('a label', 'Management oversight, 3 June. I read the record and talked with Farida. Actions from today: Farida to see Temi on her own by 10 June. Genogram to be updated. ← when who\n');
  check('a direction', 'Management oversight. Farida knows the boys well. Birth certificate to be ordered. ← when who\n');
  check('vague', 'Management oversight. I met with Farida and the visits are in time. Farida to continue to support the family. ← what when\n');
  check('what was weighed', 'Management oversight. We considered whether to hold a strategy discussion and decided against it, because the bruise has an account that fits. I am content with the plan.\n');
  check('dictated', 'right so visit went fine kids in bed when I left. Need to ring Gran about Saturday. ← when who\n');
});

describe('a note of a visit', () => {
  check('ages in brackets', 'I went to see Noor (6) and Shabana, her mum, at four, to talk about the nights.\n', 'case-note');
});

describe('letters', () => {
  check('a promise to a child with its day', 'Dear Temi,\n\nThank you for showing me your drawing. I will come to see you on Thursday 4 June after school. Gran will bring your bike on Saturday.\n\nFrom Farida\n');
  check('what a child is told', 'Dear Idris,\n\nYou are going to live with Gran for now. Mum will see you at the centre. Nobody is cross with you. You can ring me.\n\nFrom Farida\n');
  check('thanks to a parent', 'Dear Mrs Okoro,\n\nThank you for seeing me. You told me you will miss the group. You can always ring us.\n\nYours sincerely\nFarida Rahman\n');
  check('a parent’s letter with clauses', 'Dear Mrs Okoro,\n\nThis is what we agreed on Monday.\n\n1.1 You will ring the surgery for Temi’s inhaler. ← when\n\n1.2 I will bring the form on Thursday 4 June.\n\n1.3 Beds to be ordered. ← when who\n\nYours sincerely\nFarida Rahman\n');
  check('how the service works', 'Dear Mr Bell,\n\nThe group meets in the church hall. A worker will greet you at the door. Tea is free and you will be asked to sign the book.\n\nYours sincerely\nFarida Rahman\n');
});
