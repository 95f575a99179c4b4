import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse, type Analysis } from '../../../server/src/engine/analyse.js';
import { createOverviews, type Overview } from '../../../server/src/engine/overview/overview.js';
import { createRuleSet } from '../../../server/src/engine/rule-set.js';
import { BUILT_IN } from '../../support/built-in.js';
import { CONTEXT } from '../../support/check.js';

const NOBODY = { children: [], family: [], professionals: [], services: [] };

describe('overview', () => {
  const ruleSet = createRuleSet(BUILT_IN, null);
  const look = createOverviews();
  const read = (text: string, previous?: Analysis): Analysis => analyse(text, ruleSet, { ...CONTEXT, people: NOBODY }, previous);
  const overview = (text: string): Overview => look(read(text));

  it('says who is in the record', () => {
    const { people } = overview('---\nchild: Maya Osei\n---\n\nVisit to Maya Osei, Adwoa (mum) and Priti Sahota (social worker).\n');
    assert.deepEqual(people, [{ name: 'Maya Osei', who: 'child' }, { name: 'Adwoa', who: 'family' }, { name: 'Priti Sahota', who: 'professional' }]);
  });

  it('says how each child is heard, under the heading for it and in the whole record', () => {
    const { children, voicePlaces } = overview('---\nchild: Maya Osei, Leo Osei\n---\n\n# Visit\n\n## Child’s voice\n\nMaya said, "I like it at Nan\'s." Maya said, "Mum sings to us now."\n');
    assert.deepEqual(children.map(({ name, words, heard }) => [name, words.length, heard]), [['Maya', 2, 'yes'], ['Leo', 0, 'not-yet']]);
    assert.deepEqual(voicePlaces.map((place) => place.children.map(({ name, words }) => `${name} ${words.length}`)), [['Maya 2', 'Leo 0']]);
  });

  it('does not say that a child is unheard where "the children" spoke', () => {
    const { children } = overview('---\nchild: Maya Osei, Leo Osei\n---\n\n# Visit\n\nThe children said, "We want to stay here."\n');
    assert.deepEqual(children.map(({ heard }) => heard), ['perhaps', 'perhaps']);
  });

  it('does not say that a child has no words of their own where a child is quoted by "he"', () => {
    const { children } = overview(readFileSync('examples/plan-again.md', 'utf8'));
    assert.deepEqual(children.map(({ name, own, heard }) => [name, own, heard]), [['Mia-Rose', 'yes', 'yes'], ['Cian', 'perhaps', 'yes']]);
  });

  it('does not say that a child has no words of their own where nobody is named who is quoted', () => {
    const { children } = overview('---\nchild: Maya Osei, Leo Osei\n---\n\n# Visit\n\nIn the kitchen somebody had chalked "The trains are loud at night" on the door.\n');
    assert.deepEqual(children.map(({ words, own, heard }) => [words.length, own, heard]), [[0, 'perhaps', 'perhaps'], [0, 'perhaps', 'perhaps']]);
  });

  it('takes what a letter says back to a child for what the child told', () => {
    const letter = (opening: string, words: string): Overview => overview(`---\ntype: letter\nchild: Leo Osei, Maya Osei\n---\n\n${opening}\n\n${words}\n\nFrom Priti\n`);
    const heard = (words: string, opening = 'Dear Leo,'): readonly string[] => letter(opening, words).children.map(({ heard: how }) => how);
    for (const words of ['You told me you like the swings.', 'I have kept your drawing.', 'On Monday you showed me the den.']) assert.deepEqual(heard(words), ['yes', 'not-yet'], words);
    for (const words of ['I know you miss Nan.', 'If you want to talk, ring me.', 'You will sleep at Sana’s.', 'You are doing well.']) assert.deepEqual(heard(words), ['not-yet', 'not-yet'], words);
    assert.deepEqual(heard('You told me you like the swings.', 'Dear Leo and Maya,'), ['not-yet', 'not-yet']);
    assert.deepEqual(letter('Dear Leo,', 'You told me you like the swings.').voices.map(({ voice, speaker, how }) => [voice, speaker, how]), [['child', 'Leo', 'reported']]);
  });

  it('takes no blank for what it asks for', () => {
    const text = readFileSync('client/templates/case-note.md', 'utf8').replace('template: true\n', '').replaceAll('[child\'s name]', 'Zofia Bielak');
    const analysis = read(text);
    const { children, sides } = look(analysis);
    assert.ok(analysis.note.placeholders.length > 5);
    assert.deepEqual(analysis.strengths, []);
    assert.deepEqual(sides, { worries: [], goingWell: [] });
    assert.deepEqual(children.map(({ name, words, signs }) => [name, words, signs]), [['Zofia', [], []]]);
  });

  it('leaves out people whom only the rulebook names', () => {
    const { people } = look(analyse('# Visit\n\nPriti came.\n', ruleSet, { ...CONTEXT, people: { ...NOBODY, professionals: ['Priti Sahota', 'Femi Adeyemi'] } }));
    assert.deepEqual(people.map(({ name }) => name), ['Priti Sahota']);
  });

  it('says which parts a danger statement holds', () => {
    const { statements } = overview(readFileSync('examples/plan.md', 'utf8'));
    assert.deepEqual(statements.map(({ parts }) => parts.map(({ part, present }) => `${part} ${present}`)), [['who true', 'past false', 'future true', 'impact false']]);
  });

  it('says who does what, and when that is said', () => {
    const { actions } = overview('# Plan\n\n## Actions\n\n- Mum to ring the school by Friday 5 June.\n- Nan and Uncle Femi will cook on Mondays.\n- Referral to be made.\n- Book the dentist – Priti, 4 May\n\n### Dad\n\n- Will fit the bolt by 3 June.\n');
    assert.deepEqual(actions.map(({ owners, dated }) => [owners, dated]), [[['Mum'], true], [['Nan', 'Uncle Femi'], true], [[], false], [['Priti'], true], [['Dad'], true]]);
    assert.deepEqual(actions.map(({ list }) => list === actions[0].list), [true, true, true, true, false]);
  });

  it('takes owners from the cells of a table, each by one name', () => {
    const { actions } = overview(readFileSync('examples/plan-again.md', 'utf8'));
    assert.deepEqual(actions.map(({ owners }) => owners.join()), ['Patrick', 'Joel Whitlock', 'Adaeze Nwosu', 'Joel Whitlock', 'Noreen']);
    assert.equal(new Set(actions.map(({ list }) => list)).size, 1);
  });

  it('says what is going well beside what is a worry', () => {
    const text = '# Review\n\n## What is going well\n\nCian has been at school every day.\n\n## Worries\n\nPatrick hit Cian on 7 February.\n';
    const { sides } = overview(text);
    assert.deepEqual(sides.goingWell.map(({ start, end }) => text.slice(start, end)), ['Cian has been at school every day.']);
    assert.deepEqual(sides.worries.map(({ start, end }) => text.slice(start, end)), ['Patrick hit Cian on 7 February.']);
  });

  it('says which headings a record of its kind still lacks, also when it is only begun', () => {
    const { missing } = overview('---\ntype: plan\n---\n\n# Plan\n\n## What is going well\n\nCian is at school.\n');
    assert.ok(missing.length > 2);
    assert.ok(missing.every(({ heading, prompt }) => heading !== '' && prompt !== ''));
    assert.deepEqual(overview('# Notes\n\nTwo lines.\n').missing, [], 'nobody knows what kind of record this is');
  });

  it('counts words and sentences, and finds the longest', () => {
    const text = '# Visit\n\nLeo ran. Maya ran all the way home.\n\n- They ate.\n';
    const { figures } = overview(text);
    assert.deepEqual([figures.words, figures.sentences, text.slice(figures.longest!.start, figures.longest!.end)], [11, 3, 'Maya ran all the way home']);
  });

  it('is the same after edits as of a note read afresh', () => {
    const text = readFileSync('examples/plan.md', 'utf8');
    const added = `${text}\n- Nan to bring Cian to nursery on Mondays.\n`;
    const before = read(text);
    look(before);
    assert.deepEqual(look(read(added, before)), overview(added));
  });

  it('speaks of no part, child or action where the rules for it are not in force', () => {
    const none = createRuleSet({ ...BUILT_IN, rules: BUILT_IN.rules.map((rule) => ({ ...rule, severity: 'off' as const })) }, null);
    const { statements, actions, children, sides } = createOverviews()(analyse(readFileSync('examples/plan.md', 'utf8'), none, CONTEXT));
    assert.deepEqual([statements, actions, children, sides], [[], [], [], { worries: [], goingWell: [] }]);
  });

  it('is empty of a note that is too long to be read', () => {
    assert.deepEqual(overview(`${'word '.repeat(1_700_000)}`).people, []);
  });
});
