/** Whether each child is heard: what counts, what only looks like it, and where its absence is told. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { BUILT_IN } from '../support/built-in.js';

const RULES = createRuleSet(BUILT_IN, null);
const NOBODY = { children: [], family: [], professionals: [], services: [] };

function findings(text: string, type: NoteType = 'assessment') {
  return analyse(text, RULES, { type, template: false, people: NOBODY, today: '2026-01-01' }).findings.filter(({ rule }) => rule === 'childs-voice/missing');
}

/** The words under which a child is not heard. */
function unheard(text: string, type: NoteType = 'assessment'): string[] {
  return findings(text, type).map(({ start, end }) => text.slice(start, end));
}

function record(child: string, body: string): string {
  return `---\nchild: ${child}\n---\n\n${body}`;
}

function inSection(words: string, heading = 'Child’s voice'): string {
  return record('Ife Balogun', `# Assessment\n\n## ${heading}\n\n${words}\n\n## Health\n\nUp to date.`);
}

/** A record with no place for a child's voice, long enough to ask for one. */
const LONG = 'The council has agreed that the roof will be mended by the landlord. The rent is paid until June. Mum works at the bakery four days a week and her brother helps with lifts. The school sends a letter each Friday about trips, dinners and the uniform shop.';

describe('a child is heard', () => {
  for (const words of [
    'Ife said, "I want my own bed."',
    'Ife told me that the baby keeps everyone up.',
    'Ife doesn’t want to move school.',
    'Ife would rather stay with Nan.',
    'Today Ife drew a house with no door.',
    'Ife’s drawing has everyone in one bed.',
    'Ife looked at the door each time it opened, and leaned into his aunt.',
    'When his aunt came in, he reached for her and went quiet.',
    'I watched Ife crawl to the window.',
    'His whole body lifted when the music came on.',
    'Through the door he whispered that he would be out when we had gone.',
    'He uses two switches. He pressed the green one for the garden.',
    'Ife wasn’t at home. I will see him at school on Tuesday, on his own.',
    'Ife did not want to talk. I left my number and will try again on Friday with a kickabout.',
    'I had no interpreter and could not ask him. Mr Haile is booked for Monday and we will go together.',
    '> I want to stop at Nan’s and I want my bike.',
    'Mum was evasive. Ife said that he is tired.',
    'Ife stated that he hates the bus.',
    'His advocate, Ms Jones, told me on 3 May that Ife wants to stay.', 'Ms Bell, his teacher, has known him since nursery and says that Ife hates the bus.', 'Nan rang me on Friday: Ife wants to come home.',
    'His advocate read out what Ife wanted us to know: more time with his sister.',
    'The meeting was moved to the library because of what Ife asked for.', 'We changed the day after Ife’s request.',
    '- I want a lock on my door\n- I hate the taxi',
  ]) it(`by “${words}”`, () => assert.deepEqual(unheard(inSection(words)), []));

  it('by lines of theirs that name nobody, or where they hold the pen', () => {
    assert.deepEqual(unheard(inSection('- Would rather be tutored at home\n- Happy for Nan to come')), []);
    assert.deepEqual(unheard(record('Ife Balogun', `# Pathway plan\n\nI want to be a plasterer. I hate the bus.\n\n${LONG}`), 'plan'), []);
  });
  it('under a heading that makes what follows theirs', () => {
    assert.deepEqual(unheard(inSection('A lock on the door, and a bike.', 'What Ife wants')), []);
    assert.deepEqual(unheard(record('Ife Balogun', '**What Ife wants:** a bike, a lock and no more meetings'), 'plan'), []);
  });
  it('by what a record that is written to them says back to them', () => {
    const told = (words: string): string[] => unheard(record('Ife Balogun', `# Your assessment\n\nDear Ife,\n\n## Your voice\n\n${words}\n\n## Home\n\nThe rent is paid.`));
    assert.deepEqual(told('You told me that the bus is loud.'), []);
    assert.deepEqual(told('You are happy and settled.'), ['Your voice']);
  });
  it('in a column', () => assert.deepEqual(unheard(record('Ife Balogun', '| What Ife said | Action |\n|---|---|\n| "I hate the bus" | Ask for a taxi |'), 'plan'), []));
  it('where it stands elsewhere in the record in their own words', () => {
    assert.deepEqual(unheard(`${inSection('Ife is a lively boy.')}\n\nIfe told me, "I want to go home."`), []);
  });
});

describe('a child is not heard', () => {
  for (const words of [
    '', 'N/A', 'See assessment.', 'Ife is too young to give a view.', 'Ife is non-verbal and so is unable to share his views.', 'Ife appeared happy and settled.',
    'Mum says that Ife is happy and likes school.', 'School report that he enjoys all activities.', 'In my view Ife feels loved.', 'According to Nan he loves it here.',
    'Ife’s wishes and feelings were taken into account.', 'Ife did not raise any concerns.', 'Ife would want to stay with his mum.', 'Ife is aware of the plan.',
    'Ife had the opportunity to contribute and chose not to.', 'Ife refused to speak to me.', 'Ife told me to get out.', 'Ife was told about the plan.', 'Ife was in a pull-up.',
    'I will ask who Ife could talk to, and tell Ife what they said.', 'The doctor who examined Ife told us that he is well.', 'If Ife wants to, he will be asked.', 'Ife to tell school how he feels.',
    'Mum told me on 3 May that Ife wants to stay.', 'His advocate thinks that Ife wants to stay.', 'His teacher reported on 3 May that Ife enjoys maths.', 'We do not know what Ife wanted.',
    'Ife was spoken to alone and raised no concerns.', 'Ife expressed no wishes.',
    'Nan reports a good week. Ife enjoyed the farm.', 'Ife is happy and settled in the placement.', 'Ife has settled into a routine.',
  ]) it(`by “${words}”`, () => assert.deepEqual(unheard(inSection(words)), ['Child’s voice']));

  it('under a heading that makes what follows theirs, by what somebody else would like', () => {
    for (const words of ['Mrs Park would like him to stay.', 'Ife is doing a great deal of maths.', 'His teacher thinks he is quiet.']) assert.deepEqual(unheard(inSection(words, 'What Ife thinks')), ['What Ife thinks'], words);
    for (const words of ['Mum to come to the match.', 'Nan not to shout.', 'A lock on the door.']) assert.deepEqual(unheard(inSection(words, 'What Ife wants')), [], words);
  });
  it('by a report that goes on, until he is seen or heard', () => {
    assert.deepEqual(unheard(inSection('Nan reports a good week. Ife showed me his medal.')), []);
    assert.deepEqual(unheard(inSection('Nan reports a good week. I saw Ife run to the gate.')), []);
  });
  it('and what stands in the place of his voice is not raised again', () => {
    const text = inSection('Ife’s wishes and feelings were considered.');
    const rules = (of: string): string[] => analyse(of, RULES, { type: 'assessment', template: false, people: NOBODY, today: '2026-01-01' }).findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('childs-voice/'));
    assert.deepEqual(rules(text), ['childs-voice/missing']);
    assert.deepEqual(rules(`${text}\n\n## Home\n\nIfe’s wishes and feelings were considered.`), ['childs-voice/missing', 'childs-voice/staged']);
  });
  it('though only a title says whose record it is', () => {
    assert.match(findings(`# Review: Lola Finch\n\nLola goes to Bright Road. ${LONG}`, 'review')[0].message, /hard to hear Lola/);
    assert.match(findings(`# Child in need plan for Emeka and Adaeze Nwosu\n\nEmeka and Adaeze go to Bright Road. ${LONG}`, 'plan')[0].message, /hard to hear Emeka and Adaeze/);
    for (const title of ['Review of the Finch family', 'Parenting plan: Lola Finch', 'Review: Mr Finch', 'Review: Lola’s bus']) assert.doesNotMatch(findings(`# ${title}\n\nLola and Finch go to Bright Road. ${LONG}`, 'review')[0].message, /Lola/, title);
  });
  it('in a label, a table row or a heading with their name', () => {
    assert.deepEqual(unheard(record('Ife Balogun', '**Child’s voice:** N/A\n\n**Actions**\n\n- Ife told to tidy'), 'plan'), ['Child’s voice:']);
    assert.deepEqual(unheard(record('Ife Balogun', '| Area | Notes |\n|---|---|\n| Wishes and feelings | Considered throughout |\n| Health | Fine |'), 'review'), ['Wishes and feelings']);
    assert.deepEqual(unheard(inSection('He appeared well.', 'Talking with Ife')), ['Talking with Ife']);
  });
  it('once, and rather at a heading than in a row', () => {
    const row = '| Area | Action |\n|---|---|\n| Wishes and feelings | Direct work to be done |';
    assert.deepEqual(unheard(record('Ife Balogun', `# Plan\n\n${row}\n\n## Voice of the child\n\nIfe’s wishes and feelings were considered.`), 'plan'), ['Voice of the child']);
    assert.deepEqual(unheard(record('Ife Balogun', `# Plan\n\n${row}`), 'plan'), ['Wishes and feelings']);
    assert.deepEqual(unheard(inSection('N/A\n\n## Wishes and feelings\n\nN/A')), ['Child’s voice']);
  });
  it('where nothing in a whole record says it: at the title', () => {
    assert.deepEqual(unheard(record('Ife Balogun', `# Ife’s plan\n\n${LONG}`), 'plan'), ['Ife’s plan']);
    assert.deepEqual(unheard(record('Ife Balogun', LONG), 'plan').length, 1);
  });

  it('is told kindly, with a question for their age', () => {
    const message = (age: string): string => findings(record('Ife Balogun', `Ife (${age}) lives in Hull.\n\n## Child’s voice\n\nN/A`))[0].message;
    assert.match(message('7 weeks'), /^It is hard to hear Ife in this record\. At 7 weeks old.*looked, moved, fed or settled, and with whom\?$/);
    assert.match(message('4'), /Ife is four: play, drawing/);
    assert.match(message('9'), /Ife is nine\. What did Ife say/);
    assert.match(message('16'), /Ife is sixteen\. What does Ife think and want/);
    assert.match(findings(inSection('N/A'))[0].message, /What did Ife say, show, draw or want/);
    assert.equal(findings(inSection('N/A'))[0].severity, 'warning');
  });
});

describe('brothers and sisters are heard one by one', () => {
  const three = 'Ines Duarte, Mateus Duarte, Clara Duarte';
  it('in sections of their own', () => {
    assert.deepEqual(unheard(record(three, '# Assessment\n\n## Ines\n\nInes thinks her mum is tired.\n\n## Mateus\n\nHis teacher says he is sociable.\n\n## Clara (2)\n\nHer jabs are up to date.')), ['Mateus', 'Clara (2)']);
  });
  it('under one heading for all', () => {
    assert.deepEqual(unheard(record(three, '# Review\n\n## Children’s views\n\n### Ines\n\nInes wants a bike.\n\n### Mateus\n\nN/A'), 'review'), ['Mateus']);
    assert.deepEqual(unheard(record(three, '# Review\n\n## Children’s views\n\nBoth girls are thriving, Nan says.'), 'review'), ['Children’s views']);
  });
  it('and not one in place of another', () => {
    assert.deepEqual(unheard(record(three, '# Review\n\n## Children’s views\n\nInes said she is fed up.\n\nClara is too young to express her wishes.'), 'review'), ['Clara is too young to express her wishes']);
    assert.deepEqual(unheard(record(three, '# Review\n\n## Children’s views\n\nThe children’s wishes and feelings were considered.\n\n## The visit\n\nInes asked me whether I had a cat.'), 'review'), ['Children’s views']);
    assert.deepEqual(unheard(record(three, '# Review\n\n## Children’s views\n\nInes said she is fed up. Mateus wants a bike.\n\nClara is too young to say, but she clung to Nan.'), 'review'), []);
    assert.deepEqual(findings(record(three, '# Review\n\n## Children’s views\n\nInes said she is fed up. Clara clung to Nan.'), 'review').map(({ about }) => about), ['Mateus']);
  });
});

describe('under a heading with the names of several children', () => {
  const two = (words: string): string[] => findings(record('Mia-Rose Duggan, Cian Duggan', `# Plan\n\n## What Mia-Rose and Cian say\n\n${words}`), 'plan').map(({ about }) => about ?? '');
  it('each of them is listened for', () => {
    assert.deepEqual(two('Mia-Rose says that she wants her own room.'), ['Cian']);
    assert.deepEqual(two('Mrs Boyle says that they are fine.'), ['Mia-Rose and Cian']);
  });
  it('and may be heard with the other, by a pronoun, in a quotation, or elsewhere', () => {
    for (const words of ['They both want a trampoline.', 'Mia-Rose wants a room. Cian hid behind her.', 'The children drew a boat.', '> A trampoline, and no bus.', 'Mia-Rose says that she wants a room.\n\n## Home\n\nCian came to the door. He told me about the dog.']) assert.deepEqual(two(words), [], words);
  });
});

describe('somebody named last', () => {
  const unheardOf = (words: string): number => unheard(record('Siân Prosser, Huw Prosser', `# Home visit\n\nSeen: Ms Prosser, Siân, Huw.\n\n${words}\n\n${LONG}`), 'case-note').length;
  it('is the one whom a pronoun means', () => assert.equal(unheardOf('Siân took me up to her room. She says the nights are better.'), 0));
  it('may stand in a line above', () => assert.equal(unheardOf('**How was Siân?**\nCame straight over, dragged a beanbag next to mine. Drew a lion. Hid when the dog barked.'), 0));
  it('is a grown-up, where one has come in since', () => assert.equal(unheardOf('Siân opened the door. Mum came in. She says the nights are better.'), 1));
});

describe('a child’s voice is not asked for', () => {
  const N_A = 'Child’s voice: N/A';
  it('in records that do not carry it', () => {
    for (const type of ['danger-statement', 'letter', 'referral'] as const) assert.deepEqual(unheard(inSection('N/A'), type), [], type);
  });
  it('in a call, a meeting of adults or a strategy discussion', () => {
    for (const title of ['Phone call with Mum', 'Strategy discussion', 'Core group']) assert.deepEqual(unheard(record('Ife Balogun', `# ${title}\n\nMum visited. Ife was seen at hospital.\n\n${LONG}`), 'case-note'), [], title);
  });
  it('of a visit at which no child was', () => assert.deepEqual(unheard(record('Ife Balogun', `# Home visit\n\nMum and I talked.\n\n${LONG}`), 'case-note'), []));
  it('of a child who is not born', () => assert.deepEqual(unheard(record('Unborn Baby Hughes', `# Assessment\n\n## Voice of the child\n\nN/A\n\n${N_A}`)), []));
  it('of a child who is not born, by the title', () => assert.deepEqual(unheard(record('Baby Hughes', `# Assessment before birth\n\n## How the baby is\n\n${LONG}`)), []));
  it('of what is to be done with one', () => assert.deepEqual(unheard(record('Ife Balogun', '# Assessment\n\n## Views\n\nIfe said, "I hate the bus."\n\n## Next\n\n| What | Who |\n|---|---|\n| Direct work with Ife | Priti |')), []));
  it('of a blank in a form', () => assert.deepEqual(unheard(inSection('[What the child said]')), []));
  it('but of a visit at which one was only there', () => {
    for (const seen of ['Seen: Mum and Ife. Ife played on the tablet and went upstairs when I sat down.', 'Seen at home with Mum. He was in his own world throughout.']) assert.equal(unheard(record('Ife Balogun', `# Home visit\n\n${seen}\n\n${LONG}`), 'case-note').length, 1, seen);
  });
  it('but of a visit at which one was seen', () => assert.deepEqual(unheard(record('Ife Balogun', `# Home visit\n\nSeen: Mum and Ife.\n\n${LONG}`), 'case-note'), ['Home visit']));
});

describe('any text', () => {
  it('is read', () => {
    for (const text of ['', '# Child’s voice', 'Child’s voice:', '|Child’s voice|\n|---|', '## Ife\n'.repeat(50), 'Child’s voice: '.repeat(100), `${'he '.repeat(500)}said`]) assert.ok(Array.isArray(unheard(text)));
  });
});
