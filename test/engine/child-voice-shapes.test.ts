/** A child's voice in the shapes that records give it: in sections, labels, lines and tables, by several children at once. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { BUILT_IN } from '../support/built-in.js';

const RULES = createRuleSet(BUILT_IN, null);
const PEOPLE = { children: [], family: [], professionals: [], services: [] };

/** The words under which a child is not heard. */
function unheard(text: string, type: NoteType | null): string[] {
  return analyse(text, RULES, { type, template: false, people: PEOPLE, today: '2026-01-01' }).findings.filter(({ rule }) => rule === 'childs-voice/missing').map(({ start, end }) => text.slice(start, end));
}

type Shape = readonly [what: string, children: string, body: string, unheard: readonly string[], type?: NoteType | null];

function check(shapes: readonly Shape[]): void {
  for (const [what, children, body, expected, type = 'review'] of shapes) {
    it(what, () => assert.deepEqual(unheard(`---\nchild: ${children}\n---\n\n# Record\n\n${body}\n`, type), expected));
  }
}

const BESIDE = '## Efua\n\nEfua told me that she wants to go back to judo.';

describe('a child’s own section, beside one who is heard', () => {
  check([
    ['a label in a section that they share', 'Efua Mensah, Kofi Mensah', '## Efua and Kofi\n\nEfua told me that she wants to go back to judo.\n\nKofi: health check not yet back. Mum reports no worries.', ['Kofi:']],
    ['a label after which the other is heard too', 'Efua Mensah, Kofi Mensah', '## Efua and Kofi\n\nEfua told me that she wants to go back to judo.\n\nKofi: said “I want my own bed.”', []],
    ['a baby who is seen', 'Efua Mensah, Kofi Mensah', `${BESIDE}\n\n## Kofi (5 weeks)\n\nKofi woke while I was there. He rooted, and quietened as soon as Esi picked him up; his eyes stayed on her face.`, []],
    ['a baby who is weighed', 'Efua Mensah, Kofi Mensah', `${BESIDE}\n\n## Kofi (5 weeks)\n\nKofi’s weight is on the 25th centile. Jabs are due. The health visitor has no concerns.`, ['Kofi (5 weeks)']],
    ['a toddler by an age in words, praised', 'Efua Mensah, Ayumi Mensah', `${BESIDE}\n\n## Ayumi, two\n\nAyumi is a delightful little girl who is meeting her milestones. Nursery say she is popular.`, ['Ayumi, two']],
    ['a toddler by an age in words, seen', 'Efua Mensah, Ayumi Mensah', `${BESIDE}\n\n## Ayumi, two\n\nI sat on the carpet. Ayumi brought me three books, one after the other, and leaned her back on my knee.`, []],
    ['a class, and a mother who speaks for her', 'Efua Mensah, Dina Mensah', `## Children’s views\n\n### Efua (Year 9)\n\nEfua told me that she wants to go back to judo.\n\n### Dina (Year 3)\n\nDina’s wishes and feelings were shared by mum, who feels that Dina is coping well and wants things to go back to normal.`, ['Dina (Year 3)']],
    ['a nursery, and a toy farm', 'Efua Mensah, Ato Mensah', `## Children’s views\n\n### Efua (Year 9)\n\nEfua told me that she wants to go back to judo.\n\n### Ato (nursery)\n\nHis keyworker watched him with the toy farm. He put each dog in the bin, closed the lid and sat on it.`, []],
    ['levels and attendance', 'Efua Mensah, Adaora Mensah', `${BESIDE}\n\n## Adaora, 7\n\nAdaora attends St Mary’s, where she is working at the level expected. Attendance is 96%.`, ['Adaora, 7']],
    ['one who was not asked, and sat in a car once', 'Efua Mensah, Kofi Mensah', '## Why we met\n\nKofi sat in the car in the cold.\n\n## Efua (13)\n\nEfua said: “I want somebody to ask me at night.”\n\n## Kofi (6)\n\nKofi was in the other room and it was not felt that he needed to be involved at his age.', ['Kofi (6)'], 'family-plan'],
    ['one who was not asked, and is seen twice elsewhere', 'Efua Mensah, Kofi Mensah', `## The visit\n\nKofi hid behind the curtain. Later Kofi brought me his shoe.\n\n${BESIDE}\n\n## Kofi (6)\n\nKofi’s views were not sought given his age.`, []],
    ['one who only missed appointments', 'Efua Mensah, Kofi Mensah', `${BESIDE}\n\n## Kofi\n\nKofi is in Reception. He has missed two appointments. His views were not sought given his age.`, ['Kofi']],
    ['one who misses her mum', 'Efua Mensah, Kofi Mensah', `${BESIDE}\n\n## Kofi\n\nKofi misses his mum at night.`, []],
    ['one with whom the other did something', 'Efua Mensah, Kofi Mensah', '## Efua\n\nShe had made a bed of coats and put Kofi on the inside. She told me, “You do the chain and you don’t do the door.”\n\n## Kofi\n\nKofi is not yet talking. Jabs up to date.', ['Kofi']],
    ['facts in one section, words in another', 'Efua Mensah, Adaora Mensah', `${BESIDE}\n\n## Adaora, 7\n\nAdaora attends St Mary’s. Attendance is 96%.\n\n## The visit\n\nOn the stairs Adaora told me that the bath is cold.`, []],
  ]);
});

describe('sections for each child, in a record whose kind is not sure', () => {
  check([
    ['one of them told by her mother', 'Efua Mensah, Kofi Mensah', `${BESIDE}\n\n## Kofi\n\nMother reports that Kofi is happy and is sleeping well.`, ['Kofi'], null],
    ['each heard', 'Efua Mensah, Kofi Mensah', `${BESIDE}\n\n## Kofi\n\nKofi put his cup in the bin and laughed.`, [], null],
    ['none heard: facts about each', 'Efua Mensah, Kofi Mensah', '## Efua\n\nYear 7 at Hill School. Attendance 94%.\n\n## Kofi\n\nReception at Hill School. Attendance 88%.', [], null],
  ]);
});

describe('a child who is named at the top by an age', () => {
  const found = (top: string, body: string): string[] => unheard(`# Child’s plan (draft 3, for review 9 July)\n\n${top}\n\n${body}\n\n## Home\n\nThe boiler is mended.`, null);
  it('is known by “Name:”', () => assert.deepEqual(found('Name: Tesfay Haile, 17, speaks Tigrinya', '## Tesfay’s views\n\nN/A'), ['Tesfay’s views']));
  it('is known in a line of the family', () => assert.deepEqual(found('Family: Jo Hill (31), Tyler 11, Blu 2', '## Tyler’s views\n\nN/A'), ['Tyler’s views']));
  it('is no number of anything else', () => assert.deepEqual(found('Address: Flat 4, Block 9', '## Block’s views\n\nN/A'), []));
});

describe('what stands where a child’s words should', () => {
  check([
    ['“N/A” under “What Efua wants”', 'Efua Mensah', '## What Efua wants\n\nN/A', ['What Efua wants'], 'plan'],
    ['“N/A” under “My views”', 'Efua Mensah', '## My views\n\nN/A', ['My views'], 'plan'],
    ['targets that are reached', 'Efua Mensah, Kofi Mensah', `${BESIDE}\n\n## Kofi\n\nKofi is in Year 4. He is reaching his targets.`, ['Kofi']],
    ['nobody asked, and a day', 'Efua Mensah, Kofi Mensah', '## Wishes and feelings\n\nNeither child was asked, and that was my mistake. I am seeing both on Thursday after school.', []],
    ['words of a grown-up of whom children were told', 'Efua Mensah', '## Kin\n\nMrs Boateng raised seven children. She cannot bear what her son did and said, “God forgive me.”\n\n## Child’s wishes and feelings\n\nEfua is five and too young to give a view.', ['Child’s wishes and feelings']],
    ['an animal that is lined up', 'Efua Mensah', '## Wishes and feelings\n\nEfua lined up the farm with the pig outside the fence.', []],
  ]);
  it('is heard by what they asked when they were shown something', () => {
    assert.deepEqual(unheard('---\nchild: Efua Mensah\n---\n\n# Home visit\n\nSeen: Efua, Esi.\n\nThe house was clean. Esi had been to the shop and put the bags on the side while we talked about the rent and the boiler and the letter from the council about it. Efua showed me her den and asked if I had brought the form.', 'case-note'), []);
  });
});

describe('a line for each child', () => {
  check([
    ['one of them at school', 'Tariq Aziz, Salma Aziz', 'CHILD’S VOICE\nTariq: came in for ten minutes. He said school is “long”.\nSalma: N/A, at school', ['Salma:'], null],
    ['each heard, one by what she did', 'Tariq Aziz, Salma Aziz', 'CHILD’S VOICE\nTariq: said school is “long”.\nSalma: crawled to the door and banged on it until her brother came.', [], null],
    ['in a list', 'Tariq Aziz, Salma Aziz', '## Children’s views\n\n- **Tariq:** wants the top bunk and says the new school is “massive”\n- **Salma:** too young to give a view', ['Salma:']],
    ['in a list, with a plan to hear one', 'Tariq Aziz, Salma Aziz', '## Children’s views\n\n- **Tariq:** wants the top bunk\n- **Salma:** was asleep both times. I will see her awake on Tuesday at 9, before her bottle.', []],
    ['not a place for views at all', 'Tariq Aziz, Salma Aziz', `## Children’s views\n\nTariq wants the top bunk. Salma hid behind the curtain and giggled.\n\n## School\n\nTariq: Year 9, Hill School\nSalma: N/A`, []],
    ['rows of a table', 'Tariq Aziz, Salma Aziz', '| Child | Child’s views |\n|---|---|\n| Tariq (9) | Wants to go back to judo, he told me twice |\n| Salma (6) | Mum feels that she is fine |', ['Salma (6)']],
  ]);
});

describe('a heading for the child’s voice', () => {
  check([
    ['of a pupil, by the carer', 'Noor Haddad', '## 1. Pupil voice\n\nCarer reports Noor enjoys school and has lots of friends. The school would like her to be ambitious.', ['1. Pupil voice'], null],
    ['of a pupil, by the teacher', 'Noor Haddad', '## Pupil’s views\n\nClass teacher feels Noor is settled and making good progress.', ['Pupil’s views'], null],
    ['of a pupil, in the first person', 'Noor Haddad', '## Pupil voice\n\nI like art and Mr Bello. I don’t like it when I get taken out of lessons.', [], null],
    ['of a learner who scored', 'Noor Haddad', '## Pupil voice\n\nNoor gave maths 3 out of 10 and drew a rain cloud beside it.', [], null],
    ['in capitals, with a mother’s report', 'Priya Nair', 'EARLY HELP REVIEW\n\nVOICE OF THE CHILD\n\nMum says Priya is loving school and sleeping well.\n\nACTIONS\n\nPriya told me that she hates the bus.', [], null],
    ['in capitals, empty of her', 'Priya Nair', 'EARLY HELP REVIEW\n\nVOICE OF THE CHILD\n\nMum says Priya is loving school and sleeping well.\n\nHOME\n\nThe boiler is mended.', ['VOICE OF THE CHILD'], null],
    ['in capitals, with her in it', 'Priya Nair', 'VOICE OF THE CHILD\n\nPriya showed me her loom bands, and Nan’s is “the quiet house”.', [], null],
    ['seen regularly', 'Tiago Silva', '## Voice of the child\n\nTiago has been seen regularly throughout the work. No concerns raised.', ['Voice of the child'], 'chronology'],
    ['in bold, with a mother’s report', 'Priya Nair', '**Voice of the child**\n\nMum says Priya is loving school.\n\n**Home**\n\nThe boiler is mended.', ['Voice of the child']],
    ['in bold, with her in it', 'Priya Nair', '**Voice of the child**\n\nPriya told me that Nan’s is quiet.\n\n**Home**\n\nThe boiler is mended.', []],
    ['a tick', 'Tiago Silva', 'Child seen: Yes\nChild’s wishes and feelings: Yes\nChild’s bedroom seen: Yes', ['Child’s wishes and feelings:']],
    ['the last review', 'Tiago Silva', '**Child’s views:** As per previous review.', ['Child’s views:']],
    ['one voice for all, by carers', 'Ana Silva, Tiago Silva', '## Children’s views\n\nThe children are happy with their current arrangements, according to carers.', ['Children’s views']],
    ['a questionnaire that she filled in', 'Lakshmi Rao', '## Wishes and feelings\n\nOn the form Lakshmi ticked “sometimes” for feeling safe, and typed that the mornings are the worst.', []],
    ['a questionnaire of which there is a number', 'Lakshmi Rao', '## Wishes and feelings\n\nSDQ score 17. Boxall profile completed by class teacher.', ['Wishes and feelings']],
    ['a drawing', 'Theo Banda', '## Child’s voice\n\nTheo drew a house with two doors. He put his dad at one, his mum at the other, and himself on the path.', []],
    ['an advocate who speaks for her', 'Shirin Karimi', '## Young person’s views\n\nHer advocate, Bronagh, read out what Shirin had asked her to say: the Tuesday calls should stop.', []],
    ['an advocate who is offered', 'Shirin Karimi', '## Young person’s views\n\nAn advocate has been offered and a form completed.', ['Young person’s views']],
    ['an interpreter', 'Filmon Tesfay', '## Young person’s views\n\nThrough the Tigrinya interpreter, Mr Haile, Filmon said that he prays for his brother every night.', []],
    ['no interpreter yet', 'Filmon Tesfay', '## Young person’s views\n\nThe interpreter did not come and I could not ask him. Mr Haile is booked for Monday and we will go together.', []],
    ['symbols', 'Hamza Malik', '## Hamza’s voice\n\nHamza does not use words. When the taxi was named he took the symbol for “finished” off his board and pushed it at me.', []],
    ['a talker', 'Hamza Malik', '## Hamza’s voice\n\nOn his eye-gaze screen Hamza chose home, dog, and not bus.', []],
    ['no words, and no more', 'Hamza Malik', '## Hamza’s voice\n\nHamza is non-verbal with complex needs, so his views could not be sought.', ['Hamza’s voice']],
    ['a wish not to talk, kept', 'Jermaine Clarke', '## Young person’s views\n\nJermaine put his headphones on when I asked. That is his right. I left my number and will be at football on Thursday.', []],
    ['a wish not to talk, judged', 'Jermaine Clarke', '## Young person’s views\n\nJermaine refused to engage with the worker.', ['Young person’s views']],
    ['somebody out, and a day to see her', 'Mei Lin', '## Child’s voice\n\nMei was at her gran’s both times I called. I will see her at school on 9 March with Miss Odum.', []],
    ['grown-up words alone', 'Bao Tran', '## Child’s voice\n\nBao expressed that he feels emotionally safe and that his needs are being met.', ['Child’s voice']],
    ['a grown-up word, and what he made of it', 'Bao Tran', '## Child’s voice\n\nBao said that stability is “a thing on a form”. He wants a door that shuts.', []],
    ['facts of school and what she enjoys', 'Mei Lin', '## Child’s views\n\nMei is in Year 3 and her attendance is good. She is a popular girl who enjoys dance and has lots of friends.', ['Child’s views']],
    ['facts, and why she likes it', 'Mei Lin', '## Child’s views\n\nMei is in Year 3. She likes dance because nobody talks there.', []],
    ['work told by its tools', 'Mei Lin', '## Wishes and feelings\n\nMei completed the feelings booklet and drew a picture of her family. She engaged well and enjoyed the session. It has been uploaded to her file.', ['Wishes and feelings']],
    ['a drawing, and who is not in it', 'Mei Lin', '## Wishes and feelings\n\nMei drew a picture of her family. Dad is outside the fence.', []],
    ['a drawing with something of her own', 'Mei Lin', '## Wishes and feelings\n\nMei engaged well and drew her house with no door.', []],
    ['carers who report, and one who is quoted', 'Mei Lin', '## Mei’s views\n\nFoster carers, Lorna and Keith, feel that Mei has settled. They think she would like to stay. Keith said, “She’s one of us now.”', ['Mei’s views']],
    ['telly, and upstairs', 'Mei Lin', '## Child’s voice\n\nMei came in from school, had a snack and went upstairs to play.', ['Child’s voice']],
    ['telly when somebody came', 'Mei Lin', '## Child’s voice\n\nMei was watching television when I arrived. She said hello.', ['Child’s voice']],
    ['home from school, and under the table', 'Mei Lin', '## Child’s voice\n\nMei came in from school and went straight under the table.', []],
    ['one who is asked after in the middle', 'Mei Lin', '## Child’s voice\n\nThree things, she told Miss Orr to tell me: the taxi, the toast, the lock.', []],
    ['according to her', 'Mei Lin', '## Child’s voice\n\nThe taxi is the worst bit, according to Mei.', []],
    ['one of two, the other nowhere', 'Mei Lin, Bo Lin', '## Children’s views\n\nMei told me that she hates the taxi. She wants to walk.', ['Children’s views']],
    ['one of two, and both meant', 'Mei Lin, Bo Lin', '## Children’s views\n\nMei told me that they hate the taxi.', []],
    ['one of two, the other still to be seen', 'Mei Lin, Bo Lin', '## Children’s views\n\nMei wants to walk. I have not met Bo yet and I am seeing him at nursery on 4 May.', []],
    ['in supervision, facts', 'Mei Lin', '## Child’s voice\n\nMei is in Year 4, attendance 94%.', ['Child’s voice'], 'supervision'],
    ['in supervision, no place for it', 'Mei Lin', '## Mei\n\nWe talked about how hard it is to hear her with the television on.', [], 'supervision'],
    ['in a note of no visit, its label', 'Mei Lin', '**Arrival.** Kim came on time.\n\n**Child’s views:** Not sought.', ['Child’s views:'], 'case-note'],
    ['a message copied out, where no place is made', 'Mei Lin', `${'The rent is paid and the boiler is mended, and the landlord came about the damp. '.repeat(4)}\n\nFrom Mei, by text:\n\n> tell them im fine where i am`, []],
    ['what he is able to do', 'Bao Tran', '## Child’s voice\n\nBao is able to express his wishes and feelings.', ['Child’s voice']],
    ['a mother’s view, and then her own', 'Efe Okon', '## Child’s voice\n\nMum feels that Efe is anxious. Efe herself told me that she is not anxious, she is bored.', []],
    ['a father’s view, and a wish told by him', 'Efe Okon', '## Child’s voice\n\nDad reports that Efe wants to live with him and enjoys the weekends.', ['Child’s voice']],
    ['nobody named, in marks', 'Efe Okon', '## Child’s voice\n\n“It’s alright. Wish it was warmer.”', []],
    ['a letter is no place for it', 'Efe Okon', 'Dear Efe,\n\n## Your voice\n\nMum says you are fine.', [], 'letter'],
  ]);
});

describe('a record that the young person wrote', () => {
  const own = 'I am Linh, I am 17, and I typed most of it. Things my adviser typed are in brackets.\n\n## About me now\n\nI live with Carol and Pete. I make very good spring rolls. I speak to Mum on Sundays.';
  check([
    ['is theirs throughout', 'Tran Ngoc Linh', `${own}\n\n## What I want in the end\n\nA flat with a window that opens over something green. A nail bar with Bac Hoa. These are dreams, and Yusra says dreams go here.`, [], 'plan'],
    ['under every heading', 'Tran Ngoc Linh', `${own}\n\n## My views\n\nFull British papers. Mr Aldous does the letters.`, [], 'plan'],
    ['and not by its headings alone', 'Xavier Moss', '## About me\n\nXavier is 17 and is in supported lodgings.\n\n## What I want\n\nXavier would benefit from a routine. His adviser feels he is coping well.', ['What I want'], 'plan'],
    ['and not where the worker writes “I”', 'Xavier Moss', '## Visit\n\nI am Xavier’s social worker and I visited twice. I spoke to his nan.\n\n## What I want\n\nNan feels he is coping well.', ['What I want'], 'plan'],
  ]);
});
