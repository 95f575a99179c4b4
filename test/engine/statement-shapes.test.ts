/** Danger statements in the shapes that records give them: lettered, numbered, in lists, in the family's own words. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/engine/analyse.js';
import { createRuleSet } from '../../server/src/engine/rule-set.js';
import type { NoteType } from '../../server/src/engine/rule.js';
import { BUILT_IN } from '../support/built-in.js';

const RULES = createRuleSet(BUILT_IN, null);
const PARTS = BUILT_IN.rules.filter(({ check }) => check?.kind === 'statement').map(({ id }) => id);
const PEOPLE = { children: ['Tunde', 'Ama'], family: ['Bea', 'Lee'], professionals: ['Mr Quist', 'Ms Adler'], services: [] };

/** The first two words of each statement that misses something, and what. */
function missing(text: string, type: NoteType | null): readonly string[] {
  const found = new Map<string, string[]>();
  for (const { rule, start, end } of analyse(text, RULES, { type, template: false, people: PEOPLE, today: '2026-01-01' }).findings) {
    if (!PARTS.includes(rule)) continue;
    const words = text.slice(start, end).replace(/^[\s*]*\w[.)][\s*]*/u, '').split(/\s+/u).slice(0, 2).join(' ');
    found.set(words, [...(found.get(words) ?? []), rule.slice('danger-statement/no-'.length)]);
  }
  return [...found].map(([words, parts]) => `${words}: ${parts.sort().join(' ')}`);
}

const A = 'Bea and Mr Quist are worried because on 9 June Lee left Ama, who is two, in the bath and she went under. They are worried that if she is left again she could drown.';
const PAST = 'Bea and Mr Quist are worried because on 4 May Lee hit Kim in front of Tunde.';

describe('worries with letters and numbers', () => {
  const shapes: readonly (readonly [what: string, body: string, missing: readonly string[], type?: NoteType | null])[] = [
    ['one that is whole', `## Worries\n\n**A.** ${A}`, []],
    ['no past', `## Worries\n\n**A.** ${A}\n\n**B.** Mr Quist is worried that Ama could be burned by the fire.`, ['Mr Quist: past-harm']],
    ['no past and no impact', `## Worries\n\n**A.** ${A}\n\n**B.** Mr Quist is worried that Tunde could be groomed by the man who runs the phone shop.`, ['Mr Quist: impact past-harm']],
    ['no future, and a threat for an impact', '## Worries\n\n**C.** Bea and Mr Quist are worried because on 20 and 27 December Lee took Ama’s passport and told her that she would be married in the summer.', ['Bea and: future impact']],
    ['a label among statements', `## Worries\n\n**A.** ${A}\n\n**D.** Tunde is at risk of poor outcomes due to mum’s way of life.`, ['Tunde is: impact past-harm who']],
    ['letters with a bracket', `## What are we worried about?\n\n(a) ${A}\n\n(b) Ama is at risk of neglect due to parental substance misuse.`, ['Ama is: impact past-harm who']],
    ['a list by numbers', `## Worry statements\n\n1. ${A}\n2. There have been three times this year when Lee and Kim were both out of it and Ama could not wake them.`, ['There have: future impact who']],
    ['everyone, and no more', '## Worry statements\n\n3. Everyone is worried that Ama might see arguments.', ['Everyone is: impact past-harm']],
    ['a fact that waits for its fear', '## Worry statements\n\n1. On three Fridays since Easter nobody came for Ama and Miss Ito stayed with her until six.', ['On three: future impact who']],
    ['in a plan', `## Worries\n\n1. ${A}\n2. Ms Adler is worried that Tunde could be groomed by older boys.`, ['Ms Adler: impact past-harm'], 'plan'],
    ['lines of one paragraph', `## Worries\n\nA. ${A}\nB. Ama is at risk of neglect due to parental substance misuse.\nC. Mr Quist is worried that Tunde could be groomed by the man who runs the phone shop.`, ['Ama is: impact past-harm who', 'Mr Quist: impact past-harm']],
    ['a number with a full stop', `## What are we worried about?\n\n*Worry 1.* ${A}\n\n*Worry 2.* Things could kick off between the grown-ups.`, ['Things could: impact past-harm who'], null],
    ['a heading with something in brackets', `## Danger statements (the form asks for two)\n\n(a) It is felt that Lee will come back.\n\n(b) ${A}`, ['It is: impact past-harm who']],
    ['a label with a dash', '**Danger statement 2** – It is felt that Lee will come back.', ['It is: impact past-harm who'], 'plan'],
    ['a line of capitals', 'DANGER STATEMENT\nIt is felt that Lee will come back.', ['It is: impact past-harm who'], 'plan'],
    ['a label that calls it a worry', '**The worry:** There are concerns that Lee will come back.', ['There are: impact past-harm who'], 'plan'],
    ['lines in bold between statements', `## Danger statements\n\n**The bath**\n\n${A}\n\n**The stairs**\n\nLee could come back.`, ['Lee could: impact past-harm who']],
    ['only things to talk about', '## Worries\n\n1. Rent arrears\n2. Ama’s attendance\n3. Lee’s back', []],
    ['what happened, item by item', '## What are we worried about?\n\n- Lee hit Kim on 4 May.\n- Ama was late on six days.\n- Damp in the back bedroom.', [], 'assessment'],
    ['in passing', '## Worries\n\nBea is worried that Tunde is tired. School are worried too.', [], 'assessment'],
    ['in capitals and fragments', 'WHAT ARE WE WORRIED ABOUT\nTunde refuses maths. Dad absent. Damp. Ama’s speech.', [], null],
    ['under a line in bold', `**Danger statement**\n\n${A}\n\n**Safety goal**\n\nAma will be watched in the bath.`, [], 'plan'],
    ['under lines in bold, one of them short of a past', `**Danger statement 1**\n\n${A}\n\n**Danger statement 2**\n\nMr Quist is worried that Ama could be burned by the fire.\n\n**Next steps**\n\nBea rings on Friday.`, ['Mr Quist: past-harm'], 'plan'],
    ['not a goal', `## Worries\n\n**A.** ${A}\n\n## Goals\n\n**A.** Ama will always be watched in the bath by somebody who is sober.`, []],
    ['not what is going well', `## Worries\n\n**A.** ${A}\n\n## What is going well\n\n**A.** Tunde got the top mark in Year 8.`, []],
  ];
  for (const [what, body, expected, type = 'danger-statement'] of shapes) it(what, () => assert.deepEqual(missing(`# Mapping meeting\n\nWe met at Bea’s.\n\n${body}\n`, type), expected));
});

describe('danger statements under the title', () => {
  it('stand in sections with numbers in words', () => {
    const text = `# Danger statements: Ama and Tunde\n\nWritten at Bea’s.\n\n## One: the bath\n\n${A}\n\n## Two: the stairs\n\nOn 3 June Lee pushed Kim down the stairs. Next time Ama could be in her arms and be killed.\n\n## What Tunde said\n\nHe said that Lee could stop it.\n`;
    assert.deepEqual(missing(text, 'danger-statement'), ['On 3: who']);
  });
});

describe('a danger statement says', () => {
  const shapes: readonly (readonly [what: string, statement: string, missing: string])[] = [
    ['who, by “says she is scared”', 'Nan says she is scared because last Sunday Lee drove with Ama on his lap. She thinks that he will do it again and Ama could be killed.', ''],
    ['who, by what they fear later', 'Bea and the school nurse have seen bruises on Tunde’s back three times since January. They fear that whoever is hurting him will go on, and that Tunde will think nobody believes him.', ''],
    ['who, after “raised by”', 'Concerns have been raised by Mrs Adeyemi that Tunde, who came in with a cut lip on 4 May, could be hit again.', 'impact'],
    ['who, by roles', 'Both grandmothers and the GP fear that Ama will stop breathing, as she did on 3 June when Lee had fallen asleep on her.', ''],
    ['who, with the family in between', 'We, Tunde’s family, are worried that he could be stabbed because on 3 June two men came to the door with a knife.', ''],
    ['who, by “my worry”', 'My worry is that Tunde will be beaten again and badly hurt, as he was by Lee on 3 June.', ''],
    ['nobody, in the passive', 'It is felt that Tunde could be hit again because Lee hit him on 3 June.', 'impact who'],
    ['nobody, by a noun', 'Ongoing concern that Tunde could be hit again because Lee hit him on 3 June.', 'impact who'],
    ['nobody, by “there is a risk”', 'There is a risk that Tunde will be hit again, as he was by Lee on 3 June.', 'impact who'],
    ['an impact by a night awake', `${PAST} If he does it again, Tunde will lie awake listening for the door.`, ''],
    ['an impact by what he would live with', `${PAST} They are worried that Kim could die and Tunde would have to live with that.`, ''],
    ['an impact by what he would learn', `${PAST} If it goes on, Tunde will grow up thinking that this is how dads are.`, ''],
    ['an impact by what he would not tell', `${PAST} They fear that next time Tunde will keep it to himself.`, ''],
    ['no impact by wellbeing', `${PAST} If it goes on, Tunde’s emotional wellbeing will be impacted.`, 'impact'],
    ['no impact by a category', `${PAST} They are worried that Tunde is at risk of significant harm.`, 'impact'],
    ['no impact by outcomes', `${PAST} They are worried that this could lead to poor outcomes for Tunde.`, 'impact'],
    ['no impact by what he could see', `${PAST} They are worried that Tunde might be exposed to it again.`, 'impact'],
    ['no impact on somebody else', `${PAST} They are worried that Mum could be badly hurt next time Tunde is in the flat.`, 'impact'],
    ['no future by a threat that was made', `${PAST} Lee told him that he would kill the dog, and Tunde wet the bed.`, 'future'],
    ['who, by what they feel', `Professionals feel that Tunde will be burned again. ${PAST}`, ''],
    ['nobody, by what is “of concern”', 'The picture is of concern because Lee hit Tunde on 3 June and he could be badly hurt.', 'who'],
    ['a past by what has been going on', 'Bea is worried because Tunde has been putting Lee to bed since May, and he will be too tired to learn.', ''],
    ['no past by what must come first', 'Bea is worried that Lee could burn Tunde once Kim has left.', 'past-harm'],
    ['no past by a concern that was raised', 'Mr Quist is worried about the concerns which have been raised, and that Tunde could be badly hurt.', 'past-harm'],
    ['a future by “the fear is that”', 'Bea’s fear is that Tunde is badly hurt at the flat, as he was on 3 June.', ''],
    ['an impact on a child whom nobody has named yet', 'Bea and Kim are worried because on 3 June Lee pushed Kim, and they fear that Kim could fall and Natnael could be born too soon and die.', ''],
    ['no impact by an act alone', `${PAST} They fear that Tunde could be hit as well.`, 'impact'],
    ['no impact by what he would be drawn into', `${PAST} They fear that Tunde will be drawn in.`, 'impact'],
    ['no impact by what it was like before', 'Bea is worried because Lee left Tunde in the park on 3 June and he was cold and crying. She fears that Lee will leave him there again.', 'impact'],
    ['an impact by what it was like, where nothing more is feared', 'Bea is worried because Lee left Tunde in the park on 3 June and he was cold and crying.', 'future'],
    ['an impact behind what it was like before', 'Bea fears that Lee will leave him again, as he did on 3 June when Tunde hid in the park, and that Tunde will be too frightened to sleep.', ''],
    ['an impact by a part of the body, once it is feared', `${PAST} If Lee hits Tunde next, it could be his head.`, ''],
    ['an impact by nobody who would come', `${PAST} Next time nobody will hear him.`, ''],
    ['no impact by the writers’ own fright', `${PAST} We are scared that he will do it again.`, 'impact'],
    ['no impact by days that are missed', `${PAST} They think that Tunde will miss more school.`, 'impact'],
    ['no impact by being caught up', `${PAST} They think that Tunde will be caught up in it.`, 'impact'],
    ['a past by how often', 'Bea is worried because Tunde has been late 14 times this term. She fears that he will lose his place in the team.', ''],
    ['no past by a state', 'Bea is worried because Tunde has been unsettled. She fears that he will lose his place in the team.', 'past-harm'],
    ['a past by a dog', 'Bea is worried because the dog next door bit Ama on the face, and it could happen again and leave her scarred.', ''],
    ['no past by what has got worse', 'Bea is worried because things have got worse, and Ama could be hurt.', 'past-harm'],
    ['no past by “were he to”', 'Bea is worried that were Lee to come back Ama could be hurt.', 'past-harm'],
    ['who, by whom it worries', 'It worries Bea and Mr Quist that Ama, whom Lee hit on 3 June, could be badly hurt.', ''],
    ['who, by whom it frightens', 'What frightens Bea is that Lee, who hit Ama on 3 June, will do it again and hurt her badly.', ''],
    ['who, by “we share a worry”', 'We share a worry that Ama, whom Lee hit on 3 June, will be badly hurt.', ''],
    ['who, after a label', '**Who is worried:** Bea and Mr Quist\n\n**What has happened:** Lee hit Ama on 3 June.\n\n**What could happen:** Ama could be badly hurt.', ''],
    ['no past by a history', 'Bea is worried that Tunde could be hit by Lee because there is a history of violence.', 'impact past-harm'],
  ];
  for (const [what, statement, expected] of shapes) {
    it(what, () => assert.equal(missing(`# Map\n\n## Danger statement 1\n\n${statement}\n`, 'danger-statement').map((one) => one.split(': ')[1]).join(), expected));
  }
});

describe('a worry in a paragraph of its own', () => {
  const shapes: readonly (readonly [what: string, body: string, missing: readonly string[], type?: NoteType | null])[] = [
    ['of an agency', '## Analysis\n\nTunde is loved.\n\nThe local authority is worried that the children will suffer emotional harm.', ['The local: impact past-harm']],
    ['of nobody', '## Concerns\n\nThere are fears that Tunde will go missing again and be trafficked back into labour.', ['There are: impact past-harm who'], 'referral'],
    ['of somebody’s return', '## Analysis\n\nThere is also a worry regarding Lee’s return.', ['There is: impact past-harm who']],
    ['that is whole', `## Analysis\n\n${A}`, []],
    ['told in the midst of a paragraph', '## Analysis\n\nTunde is loved. He goes to school. There are fears that he will go missing again. His nan rings him each night.', ['There are: impact who']],
    ['told in the midst of a paragraph, of the past', '## Background\n\nTunde is loved. He goes to school. There are fears that he will go missing again. His nan rings him each night.', []],
    ['the writer’s, in the midst of a letter', 'Dear Bea,\n\nI said I would write. I worry that Tunde may be left with Lee again. I will ring on Monday.\n\nYours,\nMr Quist', ['I worry: impact'], 'letter'],
    ['of a grown-up alone, in the midst of a paragraph', '## Analysis\n\nTunde is loved. I am worried that Bea will be put out of the flat. He goes to school.', []],
    ['nobody’s, in the midst of a paragraph, of what could happen to a child by name', '## Analysis\n\nThe trio is present. It is feared that Tunde could be caught in the middle and be badly hurt.', ['The trio: past-harm who']],
    ['of the writer’s, whose reason stands above', '## Analysis\n\nOn 3 May Bea slept through his crying.\n\nI am worried that Tunde could fall again and be badly hurt.', []],
    ['of the writer’s, without one', '## Analysis\n\nI am worried that Tunde could fall and be badly hurt.', ['I am: past-harm']],
    ['“my worry is that”', '## Analysis\n\nMy worry is that Tunde will be hit.', ['My worry: impact past-harm']],
    ['in a counted paragraph', '## Mr Quist\n\n6. Mr Quist drives a bus.\n7. Mr Quist and Miss Tansley, his teacher, are worried that he keeps it all in and that this will come out later.', ['Mr Quist: impact past-harm'], 'report'],
    ['one more, under a heading for worries', `## What are we worried about?\n\n${A}\n\nI’m also worried about his little brother.`, ['I’m also: future impact past-harm'], 'referral'],
    ['of nobody, in other words', '## 5. Risk\n\n5.1 It is apprehended that Lee will make his way back once Kim has left.', ['It is: impact past-harm who'], 'report'],
    ['of nobody, that was raised', '## Analysis\n\nConcern has been expressed around Ama’s speech.', ['Concern has: future impact past-harm who']],
    ['that persists', '## Analysis\n\nAnxieties remain about Tunde’s friends.', ['Anxieties remain: future impact past-harm who']],
    ['“the worry is that”', 'Ama is in Ward 12.\n\nThe worry is that she is hurt once she’s home.', ['The worry: impact past-harm who'], null],
    ['only supposed, beside a whole one', `## Conclusion\n\n${A}\n\nIt is thought likely that Tunde will be next.`, ['It is: impact past-harm who']],
    ['only supposed, under a heading for risk', '## Risk\n\nThere is every likelihood that Lee will come looking for Tunde.', ['There is: impact past-harm who']],
    ['only supposed, elsewhere', '## The summer\n\nIt is thought likely that Tunde will be at camp.', []],
    ['only supposed, and hoped for', '## Risk\n\nThere is a chance that Tunde will move to Bea’s, which he would like.', []],
    ['only supposed, and of no person', '## Concerns\n\nThere is a view that the package costs too much and may be cut.', []],
    ['a label under a heading for risk', '## Risks\n\nTunde remains at high risk of exploitation.', ['Tunde remains: impact past-harm who']],
    ['a label elsewhere', '## Health\n\nTunde is at risk of diabetes, Dr Lall says.', []],
    ['of the family’s, beside a whole one', `## Why we met\n\n${A}\n\nBea is worried because Tunde has been putting Lee to bed, most Fridays, since May.`, ['Bea is: future impact'], 'family-plan'],
    ['of the family’s, by a verb', `## Why we met\n\n${A}\n\nBea fears that Tunde will stop coming to school.`, ['Bea fears: past-harm'], 'family-plan'],
    ['in a list, under a heading for worries', '## Worries\n\n- There is a danger that Lee hits Tunde too.\n- Rent.', ['There is: impact past-harm who'], 'plan'],
    ['in a list elsewhere', '## This week\n\n- There is a danger that Lee hits Tunde too.\n- Rent.', [], 'plan'],
    ['about somebody’s health, under that heading', '## Health\n\nThere is concern about Tunde’s hearing and Dr Rao will test it on 3 July.', []],
    ['thought aloud, beside a whole one', `## Worry\n\n${A}\n\nThere is also the thought that Lee may do this to Tunde.`, ['There is: impact past-harm who'], 'supervision'],
    ['“what worries us most”', '## Analysis\n\nWhat worries us most is that Lee will be back by Easter and hit Tunde.', ['What worries: impact past-harm']],
    ['a return that is a worry, beside a whole one', `## Worry\n\n${A}\n\nLee’s return to the flat is a real worry.`, ['Lee’s return: impact past-harm who'], 'plan'],
    ['of somebody for herself', `## Worry\n\n${A}\n\nBea is worried that she will say the wrong thing.`, [], 'family-plan'],
    ['of nobody, in a case note with a heading for it', '## Risk\n\nIt is feared that Lee will come back to Tunde’s flat.', ['It is: impact past-harm who'], 'case-note'],
    ['of nobody, in a case note without one', '## The visit\n\nIt is feared that Lee will come back to Tunde’s flat.', [], 'case-note'],
    ['in a letter, beside a whole one', `Dear Bea,\n\n## What we are worried about\n\n${A}\n\nThere are also concerns about Tunde’s friends.\n\nYours,\nMr Quist`, ['There are: future impact past-harm who'], 'letter'],
    ['that was, and is over', '## Why we are stopping\n\nIt was feared in January that Tunde would be sent to Accra without his mum. He has his passport now.\n\nIt is thought that Tunde will need a call in the summer.', []],
    ['smaller than it was', '## Going forward\n\nOur fear for Tunde gets smaller each Sunday.', []],
    ['one more of the writer’s, whose reason is another’s', `## What are we worried about?\n\n${A}\n\nI’m also worried that Tunde could get ill in that room.`, ['I’m also: past-harm'], 'referral'],
    ['of his own', '## Analysis\n\nTunde is worried that his mum will be cross.', []],
    ['of his mum', '## Analysis\n\nBea is worried that Tunde is tired of the bus.', []],
    ['that there is not', '## Analysis\n\nThere are no concerns about Tunde’s health, and Mr Quist is not worried about him.', []],
    ['in the past', '## Analysis\n\nMr Quist was worried about Tunde’s hearing until the test.', []],
    ['under a heading of another kind', '## Background\n\nThere are concerns that Tunde could be hit again.', []],
    ['where the note has a place for them', `## Analysis\n\nThere are concerns that Tunde could be hit again.\n\n## Danger statement\n\n${A}`, []],
    ['thought aloud', '## Reflection\n\nWe are worried that Lee could find out where Tunde will live.', [], 'supervision'],
  ];
  for (const [what, body, expected, type = 'assessment'] of shapes) it(what, () => assert.deepEqual(missing(`# Tunde and Ama\n\n${body}\n`, type), expected));
});
