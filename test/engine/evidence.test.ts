import assert from 'node:assert/strict';
import { hasDoer, hasEvidence } from '../../server/src/engine/evidence.js';
import { isExplained, isMentioned } from '../../server/src/engine/explained.js';

function marked(text: string): { prose: string; start: number; end: number } {
  const start = text.indexOf('[[');
  return { prose: text.replace('[[', '').replace(']]', ''), start, end: text.indexOf(']]') - 2 };
}

describe('evidence beside a match', () => {
  const concrete = [
    'Dad [[failed to attend]] on 14/05/2024.', 'Dad [[missed]] 3 of the visits.', 'Dad [[failed to attend]] at 16.10.', 'On Tuesday Dad [[failed to attend]].',
    'Dad [[failed to attend]] because his bus was late.', 'Dad was [[aggressive]]: he kicked the door.', 'Mum was [[hostile]] and said "go away".', 'Mum was [[hostile]], “go away”.',
    'He [[missed]] two of the visits.', 'He [[missed]] school four times.', 'He has been [[chaotic]] since March.', 'He was late in early May and [[chaotic]].', 'He is [[chaotic]], for example at bedtime.',
    'He is sick twice a week and [[unwell]].', 'He went missing on the 2nd and was [[chaotic]].',
  ];
  for (const text of concrete) it(text, () => { const { prose, start, end } = marked(text); assert.ok(hasEvidence(prose, 0, prose.length, { start, end })); });

  const vague = [
    'Dad [[failed to attend]] again.', 'Dad often [[failed to attend]] and was hostile throughout.', 'Leo (9) is [[dirty]].', 'Leo, aged 9, is [[dirty]] in Year 6.', 'He is [[dirty]] and his attendance is 82%.', 'It was [[chaotic]] under section 17.', 'Mum [[said 3 things]].', 'April was [[chaotic]] with May and June.',
    'Mum may have been [[hostile]].', 'He is [[one of two]] boys.', "Dad's [[chaotic]] life; he is not ready.", 'It marches on, [[chaotic]].', '[[On Tuesday]] Dad came.', 'Wednesbury is [[chaotic]].',
  ];
  for (const text of vague) it(`not: ${text}`, () => { const { prose, start, end } = marked(text); assert.ok(!hasEvidence(prose, 0, prose.length, { start, end })); });

  it('counts only between the two offsets', () => {
    const { prose, start, end } = marked('On Tuesday he came. He [[failed]] to ring. It was 4 pm.');
    assert.ok(!hasEvidence(prose, 20, 39, { start, end }));
    assert.ok(hasEvidence(prose, 20, prose.length, { start, end }));
  });
});

describe('who did it', () => {
  const sentenceAround = (prose: string, start: number): { start: number; end: number } => ({ start: prose.lastIndexOf('.', start) + 1, end: prose.indexOf('.', start) + 1 });
  const said = (text: string): boolean => {
    const { prose, start, end } = marked(text);
    return hasDoer(prose, sentenceAround(prose, start), { start: 0, end: prose.length }, { start, end });
  };
  for (const text of ['She [[was punched]] in the stomach by Ricky, her boyfriend.', 'His arm [[was broken]] when Karl twisted it.', 'Ben [[was hit with a belt]]. It was his uncle Karl who did it.', 'We do not know who hurt Ben. He [[was hit]] with something hard.',
    'Karl admitted the assault, in which she [[suffered a broken cheekbone]].', 'She [[was assaulted]] as a child by her stepfather.', 'He [[was hurt]] while he was with Mum and Karl, and neither has said how.'])
    it(`is said: ${text}`, () => assert.ok(said(text)));
  for (const text of ['She [[was punched]] in the face.', 'She [[was hit]] by the door.', 'She [[was hit]] by May.', 'Bruising [[was noted]] by the GP.', 'She [[came by]] a burn.', 'Karl was sorry. She [[received a cut]].', 'Karl hit the wall. She [[was hurt]].'])
    it(`is not said: ${text}`, () => assert.ok(!said(text)));
});

describe('a term', () => {
  const explained = [
    'The people who carry it out meet each month, and that is called the [[core group]].',
    'A [[strategy discussion]] is a quick call between police, health and us.',
    'She asked what a [[parenting order]] was, because her cousin had one. I said it is a court’s way to ask parents to come to a class.',
    'Oskar stays with a family friend. That is [[private fostering]]: a child living with somebody who is not close family.',
    'Lena sends it to the [[matching panel]], the group that decides who can adopt, by May.',
    'The [[independent chair]], Hope, who works for none of us, rang.', 'They asked for a report under [[section 7]], our view of where Ines should live.',
    'It goes to a [[panel]]. Panel is where the managers say yes or no.',
    'I asked the [[panel]], that’s the managers who hold the budget.',
    'The [[core group]] on 9 July (the people who carry out the plan) was short.',
    'The [[children’s guardian]], Mr Pell, is a social worker who works for the court.',
    'Maya is in [[kinship care]] (she lives with her nan).', 'The [[IRO]] (Independent Reviewing Officer) rang.', 'We agreed [[family time]], which means seeing Mum on Sundays.', 'a [[pathway plan]], which is his own plan',
    'We held a [[strategy meeting]], a meeting with the police and health, on Friday.', 'under [[section 17]], which is about extra help', 'at [[threshold]], or the point at which we must act, we', "Leo's time with Dad ([[contact]])",
    '[[Respite]] means a weekend away.', 'his [[PEP]] = personal education plan', '[[threshold]], in other words how bad it has to be', '[[Threshold]]: the point at which we must act', '[[permanence]], that is, a home for good', 'the [[core group]] that helps us plan',
    'This is [[private fostering]], where parents arrange for a child to live with somebody who is not close family.',
    'She is on a [[reduced timetable]], where you only go in for the mornings.', 'the [[setting-up home allowance]] (up to £3,000 to buy what he needs for his first home)',
    'In March the court made an [[interim care order]], which let the council decide with Mum where he lives.', 'an enquiry under [[section 42]] of the Care Act 2014, which means the council has to find out what happened',
    'I opened a [[section 47 enquiry]], which means we look into whether a child is being hurt.', 'Joe is on the [[edge of care]]. In plain words, we worry he may have to live elsewhere.',
    'Nan will have a [[viability assessment]] – a short check on whether Ben could live with her.', 'The carers have [[delegated authority]], under which they may sign for trips.', 'the [[delegated authority]], by which we mean that they can sign for trips',
    'There is a meeting where lawyers tell us whether it has to go to court, which we call a [[legal planning meeting]].', 'Her mum pays a lady to look after her. The law’s name for that is [[private fostering]].',
    'on the 9th [[centile]] (91 babies in 100 of his age are heavier)', 'He is on the 9th [[centile]]; in other words, 91 babies in 100 are heavier.', 'the [[children’s guardian]], whose job is to tell the court what is best for Tom, came',
    'The [[strategy discussion]], at which police, the hospital and I shared what we knew, was at ten.', 'She had a [[genogram]] drawn, a family tree with everybody on it.', 'the [[core group]], everyone who carries out the plan, met',
    'the [[contingency plan]], or what we do if this does not work, is on page 3', 'A [[kinship carer]], someone in the family who looks after a child, gets money.', 'The [[supervision order]] lets the council visit him.',
    '[[Section 20]] was explained: Mum agrees to it and can take him home.', 'It goes to [[pre-proceedings]], the last step before a court.', 'Ben can stay with Jan until he is 21 ([[staying put]]).',
    'the “[[core group]]” (people close to Leo)', 'the [[core group]], the family and workers who carry out the plan, met', 'a [[strat]] (police and health and us, talking about what to do)', '[[section 20]] means that Mum can change her mind',
    'We went to a [[strategy meeting]], where police, health and I decided what to do.', 'It goes to a [[panel]]. A panel is a group of managers.', 'The [[legal planning]] meeting is when we ask for advice.', 'a [[pre-birth assessment]], which looks at what help they need',
    'his [[PEP]], his plan for school', 'A [[placement]] is a word for the home you live in.', 'Priti is the [[IRO]]: she checks that we do what we said.', 'You will have a [[review]]. That is a meeting about how you are.',
  ];
  for (const text of explained) it(`is explained: ${text}`, () => { const { prose, start, end } = marked(text); assert.ok(isExplained(prose, start, end)); });

  const not = [
    '[[contact]] (14 May 2024)', '[[contact]] (14/05/24)', '[[contact]] (May 2024)', '[[contact]] (weekly)', '[[contact]] (supervised)', '[[contact]] (supervised by Sana)', '[[contact]] (see below)', '[[contact]] (not Dad)', '[[contact]] (Tuesday afternoons)', '[[contact]] (3 times a week)', '[[contact]] (with his dad)',
    '[[contact]] went well.', '[[contact]] that is not safe', '[[contact]] which was held at home', '[[contact]] or phone calls', '[[contact]], or so he said.', 'At [[contact]], the children were happy, and played.', 'At [[contact]], Dad cried.', '[[contact]], where he was sad, ended', '[[Contact]]: the boys met Dad at noon.', '[[Contact]]: Tuesday', '[[contact]]', '([[contact]]', 'see ([[contact]] notes)', '([[contact]])',
    'The [[strategy discussion]], where everybody was worried, ended.', 'a [[viability assessment]] – done in May by Priti – was positive', '[[section 20]] (signed by Mum in March) is in place', 'We hold an [[interim care order]]. That means we must visit every week.',
    'He lives in [[supported accommodation]], which is a mess.', 'The [[pre-proceedings]] letter, which Mum has not read, went.', 'the [[contingency plan]], where needed, is to be followed',
    'the [[core group]], who met on Friday, said',
    'a [[strat]] (police, health and school)', 'the [[core group]] (Sana, Priti and Mr Platt)', 'the [[core group]] (minutes to follow)', '[[NRPF]] means we must pay', 'risk of [[CSE]] = medium', 'we told [[panel]], the school and Mum.', '[[contact]], the first since the fire, was short', '[[viability]] (completed by Priti)', 'The [[placement]] is a long way off.', 'It goes to [[panel]]. A panel met on Friday.',
  ];
  for (const text of not) it(`is not explained: ${text}`, () => { const { prose, start, end } = marked(text); assert.ok(!isExplained(prose, start, end)); });
});

describe('a word that is spoken of as a word', () => {
  for (const text of ['On the fridge is a list of banned words: bedtime, [[respite]], homework.', 'Jargon to avoid: [[placement]], contact.', 'He does not like the word “[[placement]]”.'])
    it(text, () => { const { prose, start } = marked(text); assert.ok(isMentioned(prose, start)); });
  for (const text of ['In other words: the [[placement]] ended.', 'In her own words: [[contact]] was a mess.', 'I do not know what [[placement]] is free.', 'He wrote two words. [[Contact]] ended.'])
    it(`not: ${text}`, () => { const { prose, start } = marked(text); assert.ok(!isMentioned(prose, start)); });
});
