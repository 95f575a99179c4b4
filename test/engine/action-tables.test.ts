/** Tables and labelled fields of actions: which column is which, which rows are done, and what stands above for them all. */
import assert from 'node:assert/strict';
import { missing } from '../support/actions-missing.js';

/** Lines of a table under its first, which are its headers. */
const table = (header: string, ...rows: string[]): string => `${header}\n${header.replace(/[^|]+/g, '---')}\n${rows.join('\n')}\n`;

/** `text` stands under a heading for actions. */
type Case = readonly [title: string, text: string, missing: Record<string, string>];

function all(cases: readonly Case[]): void {
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(missing(`## Actions\n\n${text}`), expected));
}

describe('a table with a column for each person', () => {
  all([
    ['asks for words under any of them', table('| Job | Mum | Nan | School |', '| Bedtimes | reads to Leo at 7 each night | Sundays, when Mum works | |', '| Swimming kit | | | |', '| Hearing | – | – | books the test by 3 June |'), { 'Swimming kit': 'what when who' }],
    ['may date them all in a header', table('| What we will do by 3 June | Sana | Priti |', '| Forms for the nursery | fills them in | posts them |'), {}],
    ['may have a row for each time', table('| | Sana will | Priti will |', '| This week | ring the dentist | write to the landlord |', '| By 3 June | buy a stairgate | |'), {}],
    ['may have nothing else', table('| Sana will | Priti will |', '| ring the dentist on Monday | write to the landlord about the damp |'), { 'write to the landlord about the damp': 'when' }],
    ['may have ticks', table('| Job | Sana | Priti | By |', '| Ring the dentist about Ava | ✓ | | 3 June |', '| Fill in the nursery form | | | 4 June |'), { 'Fill in the nursery form': 'who' }],
    ['may have one for the others', table('| Step | Sana | Someone else |', '| A swing for the garden | | Uncle Femi builds it at half term |', '| Paint for the bedroom | | TBC |'), { 'Paint for the bedroom': 'when who' }],
    ['is no table of scores', table('| | Sana | Priti |', '| Today’s number | 4 | 6 |', '| Last time | 3 | 5 |'), {}],
    ['has names nobody has told of', table('| Task | Amina | Tomasz |', '| School run for Leo | Mondays and Tuesdays | the other days of the week |', '| Shopping for Nan | | |'), { 'Shopping for Nan': 'when who' }],
  ]);

  it('is no table of views, where the heading says nothing', () => {
    assert.deepEqual(missing(`## What we talked about\n\n${table('| Question | Sana | Priti |', '| What worries us | the stairs | |', '| Food | | not much in |')}`), {});
  });
  it('is one where the headers say so', () => {
    assert.deepEqual(missing(`## School\n\n${table('| Step | Sana | Priti |', '| Uniform from the shop in town | | by 3 June |', '| Dinner money | | |')}`), { 'Dinner money': 'what when who' });
  });
});

describe('rows that are done', () => {
  all([
    ['are told in a column of their own', table('| Action | Who | By when | Done? |', '| Ring dentist | | | Yes, 14 January |', '| Write to the landlord about damp | | | No |', '| Fix the gate at the front | | | Y |', '| Sort lift | | | |'), { 'Write to the landlord about damp': 'when who', 'Sort lift': 'what when who' }],
    ['are told by their status', table('| Task | Owner | Due | Status |', '| Bed | | | Completed |', '| Write to the landlord about damp | Sana | | In progress |', '| Fix the boiler at the flat | | 3 June | Outstanding |', '| Passport | | | Came 28 November |'), { 'Write to the landlord about damp': 'when', 'Fix the boiler at the flat': 'who' }],
    ['may be ticked before', table('| ✓ | Job | Who | When |', '| ✓ | Dentist | | |', '| | Order a new bed for Ava | | 3 June |'), { 'Order a new bed for Ava': 'who' }],
    ['may say so where the date would be, or in the task', table('| What | Who | When |', '| Dentist | | done |', '| Bed – done | | |', '| Clinic (completed 3/6) | | |', '| Write to the landlord about damp | Sana | to be confirmed |'), { 'Write to the landlord about damp': 'when' }],
    ['half done are not', table('| What | Who | When | How far we have got |', '| Order a new bed for Ava | Sana | | partly done |', '| Order a new desk for Ava | Sana | | not met |'), { 'Order a new bed for Ava': 'when', 'Order a new desk for Ava': 'when' }],
    ['and those of last time are history', table('| What we agreed | What happened |', '| Sana to ring the dentist | She rang on 3 June, and Leo was seen |', '| Leo to join a club | Not yet |'), {}],
  ]);

  it('stand under a heading that looks back', () => {
    const old = table('| Action | Who | When |', '| Dentist | | |');
    for (const heading of ['Actions from last time', 'Review of our last plan', 'What was promised in March, and what happened', 'Previous actions']) assert.deepEqual(missing(`## ${heading}\n\n${old}`), {}, heading);
    assert.deepEqual(missing(`## Review\n\n${table('| We said | Did it happen? |', '| Nan to sleep over | Most weeks |')}`), {});
    assert.deepEqual(missing(`## Targets\n\n${table('| Target | Met? |', '| Staff to be trained | Not met |', '| Quiet table | Met |')}`), {});
  });
});

describe('what stands above a table holds for it', () => {
  const paint = table('| What | Who |', '| Paint the bedroom for Ava | Sana |');
  const dated = table('| What | When |', '| Paint the bedroom for Ava | 3 June |');
  all([
    ['as a date for everything', `All of this is to be done by Friday 5 June unless we say otherwise.\n\n${paint}`, {}],
    ['as a date for all actions', `All actions by the next core group on 4 May unless stated.\n\n${table('| What | Who | When |', '| Paint the bedroom for Ava | Sana | |')}`, {}],
    ['as a date for a list as well', 'Everything here is to be finished by Friday 12 June, unless another day is given.\n\n- Sana to ring the dentist\n', {}],
    ['as a line that opens it', `By the next core group on 4 May:\n\n${paint}`, {}],
    ['as somebody for everything', `Priti will do all of these.\n\n${dated}`, {}],
    ['as somebody who opens it', `Sana will:\n\n${dated}`, {}],
    ['and not where it is said of something else', `All children to be seen by 3 June.\n\n${paint}`, { 'All children to be seen by 3 June.': 'who', 'Paint the bedroom for Ava': 'when' }],
    ['as its heading', `### By 3 June\n\n${paint}\n### Sana\n\n${dated}\n### Health\n\n${dated}`, { 'Paint the bedroom for Ava': 'who' }],
    ['as one of its headers', table('| What Sana will do | When |', '| Paint the bedroom for Ava | 3 June |') + '\n' + table('| Action (by 3 June) | Who |', '| Paint the bedroom for Ava | Sana |'), {}],
  ]);
});

describe('cells that say more than their header asks', () => {
  all([
    ['the task itself', table('| Action | Notes |', '| Sana to ring the dentist by 3 June | number on the fridge |', '| Ring the school about lunch | |'), { 'Ring the school about lunch': 'when who' }],
    ['who and when in one', table('| What | Who (and by when) |', '| Ring the dentist for Leo | Sana, 3 June |', '| Ring the school about lunch | Sana |'), { 'Ring the school about lunch': 'when' }],
    ['the day beside the name', table('| What | Who | When |', '| Ring the dentist for Leo | Sana on Monday | |'), {}],
    ['the name beside the day', table('| What | Who | When |', '| Ring the dentist for Leo | | Sana, by 3 June |', '| Ring the school about lunch | | on Sana’s birthday, 4 June |'), { 'Ring the school about lunch': 'who' }],
    ['the day among the notes', table('| Task | Owner | Notes |', '| Ring the dentist for Leo | Sana | booked for 2/12/25 at 9.20 |', '| Ring the school about lunch | Sana | she knows the number |'), { 'Ring the school about lunch': 'when' }],
    ['times that are no dates', table('| What | Who | When |', ...['Thursday period 2', 'after the Christmas break', 'first week of the Easter holidays', 'three calls by half term', 'any night until the trial'].map((when) => `| Ring the dentist for Leo | Sana | ${when} |`)), {}],
    ['a time in the task and none in its column', table('| What | Who |', ...['after the break', 'any night until the trial', 'in the Easter holidays', 'by the end of Year 6'].map((when) => `| Ring the dentist for Leo, ${when} | Sana |`)), {}],
  ]);
});

describe('who checks or helps is not who does it', () => {
  all([
    ['where only a checker is named', table('| What | Who checks | When |', '| Sana to ring the dentist | Priti | 3 June |', '| Ring the school about lunch | Priti | 3 June |'), { 'Ring the school about lunch': 'who' }],
    ['where a helper stands first', table('| What | Who is helping | Who | When |', '| Ring the school about lunch | Priti | | 3 June |', '| Ring the dentist for Leo | | Sana | 3 June |'), { 'Ring the school about lunch': 'who' }],
    ['where a reviewer does', table('| Reviewed by | Task | Who | When |', '| Priti | Ring the school about lunch | | 3 June |', '| 4 June | Ring the dentist for Leo | Sana | |'), { 'Ring the school about lunch': 'who', 'Ring the dentist for Leo': 'when' }],
  ]);
});

describe('rows that go on with the one above', () => {
  all([
    ['of the same person', table('| Who | What | When |', '| Sana | Ring the dentist for Leo | 3 June |', '| | Buy a stairgate for the landing | 5 June |', '| Priti | Ring the school about lunch | 3 June |', '| | Order a new bed for Ava | 4 June |', '| | Drugs work | |'), { 'Drugs work': 'what when who' }],
    ['or of nobody, where others have a name', table('| Who | What | When |', '| Sana | Ring the dentist for Leo | 3 June |', '| Priti | Ring the school about lunch | 3 June |', '| | Order a new bed for Ava | 4 June |'), { 'Order a new bed for Ava': 'who' }],
    ['about the same need', table('| Need | Action | Who | When |', '| Sleep | Order a new bed for Ava | Sana | 3 June |', '| | Wash the curtains in her room | Priti | |', '| | | | 4 June |'), {}],
    ['in the middle of a sentence', table('| What | Who | When |', '| Ring the dentist about Leo’s tooth and | Sana | 3 June |', '| ask for a Monday | | |'), {}],
    ['by a ditto', table('| What | Who | When |', '| Ring the dentist for Leo | Sana | 3 June |', '| Fetch the forms from school | " | ditto |', '| Take them back to school | as above | as above |'), {}],
    ['whose end the line cut off', table('| What | Who | When |', '| Ring the dentist about', '| Leo’s tooth | Sana | 3 June |'), {}],
  ]);
});

describe('columns in any order, told by their headers or by what stands in them', () => {
  all([
    ['no header over the tasks', table('| | By whom | Date |', '| Pack his things, and take the easel | Sana | 3 June |', '| Ask Nan | | |'), { 'Ask Nan': 'when who' }],
    ['whom it is about, beside a blank', table('| What | Who | When |', '| Leo: talk to his form tutor | | 3 June |'), { 'Leo: talk to his form tutor': 'who' }],
    ['all, where somebody goes', table('| What | Who | When |', '| Leo to Brownies | All | 3 June |'), { 'Leo to Brownies': 'who' }],
    ['what will be better first', table('| What will be better for Leo | How we get there | Who | By |', '| He sleeps | Order a new bed from town | Sana | 3 June |'), {}],
    ['a goal first', table('| Goal | First step | Lead | Target date |', '| Leo reads | Join the library in town | | 3 June |'), { 'Join the library in town': 'who' }],
    ['a worry first', table('| Worry | Plan | Person | Timescale |', '| Damp | Surveyor to visit the flat | Sana | ongoing |'), { 'Surveyor to visit the flat': 'when' }],
    ['a topic only', table('| What | Who | When |', '| Life story | | |'), { 'Life story': 'what when who' }],
    ['no headers', table('| | | |', '| Ring the dentist for Leo | Sana | 3 June |', '| Buy a stairgate for the landing | Priti | ongoing |'), { 'Buy a stairgate for the landing': 'when' }],
    ['headers of the family’s own', table('| Area | Our words | Us lot | Calendar |', '| Teeth | Ring the dentist for Leo | Sana | 3 June |', '| Home | Buy a stairgate for the landing | Priti | |', '| Play | Fetch the swing from Nan’s shed | Sana | 5 June |'), { 'Buy a stairgate for the landing': 'when' }],
  ]);
});

describe('tables that ask for nothing', () => {
  all([
    ['of rooms', table('| Room | Colour | Size |', '| Bedroom | Blue | 3 metres |'), {}],
    ['of people', table('| Name | Role | Phone |', '| Priti Sahota | social worker | 07700 900123 |', '| Sana | Mum | |'), {}],
    ['of days', table('| | Monday | Tuesday |', '| Morning | Nan | Sana |', '| Tea | Sana | |'), {}],
    ['of an outcome and a task', table('| Outcome | Action | Who | By when |', '| Improved attendance | Ring the school about lunch | Sana | 3 June |'), {}],
    ['of meetings', table('| Meeting | Date | Who comes |', '| Core group | 4 May | |', '| Review | | everyone |'), {}],
    ['of what things cost', table('| Item | Cost | Who pays | When |', '| School shoes for Leo | £30 | Sana | 3 June |'), {}],
    ['of what each said', table('| Who | What they said | What we think |', '| Sana | I am tired | |', '| | I want a dog | she is lonely |'), {}],
    ['of signatures', table('| Name | Signed | Date |', '| Sana | | |', '| Priti Sahota | | 3 June |'), {}],
  ]);
});

describe('labelled fields', () => {
  all([
    ['in a paragraph', '**Goal 1: Sleep.** Success looks like: Leo sleeps. What: Sana reads to Leo in bed. Who: Sana. When: each night from 3 June.\n\n**Goal 2: School.** Success looks like: improved school. What: support. Who: all. By: ongoing.\n', { 'Goal 2: School': 'what when who' }],
    ['left blank', '**Goal 3: Calm.** Success looks like: Leo to regulate. What: . Who: . By: July 2026.\n', { 'Goal 3: Calm': 'what who' }],
    ['in a line of a list', '- Action: buy a stairgate for the landing. Who: Sana. By: 3 June.\n- Action: buy a swing for the garden | Lead: | Deadline: tbc\n', { 'buy a swing for the garden': 'when who' }],
    ['on lines', 'Action: Ring the dentist for Leo\nLead: Sana\nDeadline: ASAP\n', { 'Ring the dentist for Leo': 'when' }],
    ['in a list of their own', '### Sleep\n\n- What: read to Leo in bed\n- Who: Sana\n- When: nightly\n', {}],
    ['that are done', 'What: ring the dentist. Who: . When: . Done: yes, 3 June.\n', {}],
    ['behind the task', '- Ring the dentist for Leo. Who: Sana. When: 3 June.\n- Buy a stairgate for the landing. Who: Sana. When: in due course.\n', { 'Buy a stairgate for the landing.': 'when' }],
    ['several in a block', 'Action 1: ring the dentist for Leo. Who: Sana. When: 3 June. Action 2: buy a stairgate for the landing. Who: . When: 4 June.\n', { 'buy a stairgate for the landing': 'who' }],
  ]);

  it('ask for nothing under other headings', () => {
    assert.deepEqual(missing('## About the visit\n\nWho: Sana, Leo. When: 3 June. Where: at home.\n'), {});
    assert.deepEqual(missing('## What we did last time\n\nWhat: reading. Who: . When: .\n'), {});
  });
});
