/** Acronyms: which are found, what explains them, what is said. */
import assert from 'node:assert/strict';
import { acronymCheck, acronymMessage, findAcronyms } from '../../server/src/engine/checks/acronym/acronym.js';
import { explainedAcronyms } from '../../server/src/engine/checks/acronym/explained.js';
import { decodeAcronymSpec, keyOf } from '../../server/src/engine/checks/acronym/spec.js';
import { beginningWith } from '../../server/src/engine/checks/block-check.js';
import type { Content } from '../../server/src/engine/note/note.js';
import { tokenize } from '../../server/src/engine/words/tokens.js';

const CHECK = {
  kind: 'acronym',
  glossary: [
    'IRO: Independent Reviewing Officer | person who checks the plan for a child in care',
    'LAC: looked after child | child in the council’s care',
    'CAMHS: Child and Adolescent Mental Health Services | NHS help for feelings',
    'HV: health visitor / home visit',
    'NFA: no further action | we will not do more now',
    'SGO: Special Guardianship Order | a relative or friend brings the child up',
    'SENCO: special educational needs co-ordinator | teacher in charge of extra help',
    'S47: section 47 of the Children Act | enquiry when a child may be suffering serious harm',
    'C&F: child and family assessment | finding out together what a child needs',
    'T/C: telephone call | phone call',
    'SO: Supervision Order | court order',
    'DNA: did not attend | missed an appointment',
    'SEND: special educational needs and disabilities | needs extra help to learn',
  ],
  everyday: 'GP A&E ADHD TV PE PIN MP PINs DC',
  silent: 'SO',
  expand: ['IRO', 'LAC', 'SGO'],
  shouted: 'not must send',
  'not-before': ['DNA: test tests'],
} as const;
const spec = decodeAcronymSpec(CHECK);

/** `[[…]]` marks what is to be found; without a mark, nothing is. */
function finds(marked: string): void {
  const expected = [...marked.matchAll(/\[\[(.*?)\]\]/gsu)].map((match) => match[1]);
  const prose = marked.replace(/\[\[|\]\]/gu, '');
  assert.deepEqual(findAcronyms(prose, tokenize(prose), spec).map(({ start, end }) => prose.slice(start, end)), expected, marked);
}

function explains(prose: string, ...acronyms: string[]): void {
  assert.deepEqual([...explainedAcronyms(prose, spec)].sort(), acronyms.sort(), prose);
}

function contentOf(prose: string): Content {
  return { kind: 'paragraph', prose, level: 0, quoted: false, cell: null };
}

describe('acronyms that are explained in brackets by other words than their own', () => {
  it('by most of the full form, and by what somebody does', () => { explains('The officer who is reviewing it (IRO) rang.', 'IRO'); explains('She rang the nurse who visits at home (HV).', 'HV'); explains('They rang about the bins (NFA).'); });
  it('by words that begin with them', () => explains('Ines played at GD, goal defence, and lost.', 'GD'));
});

describe('acronyms that are found', () => {
  it('finds those of the glossary, in any number', () => finds('The [[IRO]] met two [[LACs]], and the [[IRO]]\'s letter came.'));
  it('finds mixed case, and letters joined by signs', () => finds('The [[SENCo]] did a [[C&F]] after a [[T/C]] from Nan.'));
  it('finds a verb made of one', () => finds('Police have [[NFA]]\'d it. School [[NFAd]] it, and it was [[SGOed]].'));
  it('finds letters joined in lower case, and in both', () => finds('A [[t/c]] and a [[T/c]], and/or s/he.'));
  it('finds letters with which no word begins or ends, and leaves names and sounds', () => { finds('The scan said [[IUGR]], and the score on the [[CGAS]] was low.'); finds('We met Ada NGOZI and Mr BHATTI for tea.'); finds('He said GRRR and she said SHH to him.'); });
  it('leaves words in capitals: signed, in the plural, or alone on their line', () => { finds('Ines signed HURT, then BAT, to me.'); finds('She wrote BIRDS on it.'); finds('CHECKS\nTwo letters came.'); });
  it('leaves whoever opens an item before a dash', () => finds('FS – ring Nan'));
  it('finds a section of the Act however it is written', () => finds('An [[s47]], an [[S47]], an [[s.47]] and an [[S 47]].'));
  it('finds unknown letters that cannot be said', () => finds('The [[EMHP]] and the [[XQW]] came.'));
  it('finds one alone in a cell', () => finds('[[HV]]'));
  it('finds one after a sentence that ends in capitals', () => finds('He must and MUST. [[SEND]] rang.'));
  it('finds both of a pair', () => finds('The [[LAC]]/[[IRO]] came; the file is at docs/IRO/plan.'));
  it('finds three letters among small words, and leaves a name in capitals', () => { finds('In May the [[ASQ]] was done, and an odd [[ODX]] too.'); finds('LEE, Wen came. Ring LEE Wen.'); });
  it('leaves whoever has signed', () => finds('Sorry not to see you. OB'));
  it('leaves a club', () => finds('He plays for Leeds FC on Sundays.'));
  it('leaves lower case and words', () => finds('The lac d\'Annecy was hot, and iro is not a word.'));
  it('leaves everyday letters', () => finds('Her GP and A&E know of the ADHD; two MPs lost their PINs on TV. DC Amin rang.'));
  it('leaves what other rules speak of', () => finds('He was SO tired.'));
  it('leaves another sense beside a known word', () => finds('A DNA test is booked. He [[DNA]] twice.'));
  it('leaves roman numerals, years and pages', () => finds('Henry VIII and part XII, page XIV.'));
  it('leaves initials of somebody in the block', () => finds('Tomasz Jan Kowal signed it TJK.'));
  it('leaves initials after a role, or before what a person does', () => finds('Contact supervisor: DW. XW feels tired.'));
  it('leaves a line of capitals', () => finds('ALL VISITS BY THE IRO MUST BE LOGGED'));
  it('leaves a shouted word, and words one can say', () => finds('She must NOT SEND HIM ALONE. It was a SOLO trip.'));
  it('leaves postcodes, references and addresses', () => finds('LS9 8AB, ref ABX-104, see www.IRO.example and #CPXQ.'));
  it('reads through markup inside a word', () => finds('The [[I\u2060RO]] rang.'));
  it('is total', () => finds(''));
});

describe('acronyms that are explained', () => {
  it('by brackets after the full form', () => explains('The Independent Reviewing Officer (IRO) rang.', 'IRO'));
  it('by brackets, where the glossary has no such letters', () => explains('The Education Mental Health Practitioner (EMHP) rang.', 'EMHP'));
  it('by a full form that is one letter out', () => explains('The Child and Adolescent Mental Health Service (CAMHS) rang.', 'CAMHS'));
  it('by brackets before it', () => explains('The IRO (Independent Reviewing Officer) rang.', 'IRO'));
  it('by plain words in brackets', () => explains('The EMHP (who helps children in school with their feelings) rang.', 'EMHP'));
  it('by a clause', () => {
    explains('The IRO, who checks the plan, rang.', 'IRO');
    explains('The SGO, which means that Nan brings him up, was made.', 'SGO');
    explains('The IRO – the person who checks the plan – rang.', 'IRO');
  });
  it('by being what a thing is called', () => explains('The teacher in charge of extra help is called the SENCO.', 'SENCO'));
  it('by the full form, in any case and number', () => explains('Two independent reviewing-officers rang.', 'IRO'));
  it('not by a name in brackets', () => explains('The IRO (Jane Smith) rang Mr Ade Otis (HV).'));
  it('not by one of two readings', () => explains('The health visitor came.'));
  it('not by its own use', () => explains('The IRO rang on Monday. IRO to write.'));
});

describe('the acronym check', () => {
  const check = acronymCheck(CHECK);
  const run = (prose: string): ReturnType<typeof check> => check(contentOf(prose), tokenize(prose), []);

  it('says nothing of what the block explains, and passes that on', () => {
    const { raised, explains: passedOn } = run('The IRO rang. She is his Independent Reviewing Officer.');
    assert.deepEqual([raised.length, passedOn], [0, ['IRO', beginningWith('iro')]]);
  });
  it('passes on the fixed terms that go with it', () => {
    assert.deepEqual(run('A looked after child (LAC) has a LAC review.').explains, ['LAC', beginningWith('lac')]);
  });
  it('has one term for each way of writing', () => {
    assert.deepEqual(run('LAC, LACs and LAC\'s').raised.map(({ term }) => term), ['LAC', 'LAC', 'LAC']);
    assert.equal(keyOf('s.47'), keyOf('S 47'));
  });
  it('writes out what has one reading', () => {
    assert.deepEqual(run('The IRO rang.').raised[0].replacements, ['Independent Reviewing Officer (IRO)']);
    assert.deepEqual(run('The IRO\'s letter about HV and LACs.').raised.flatMap(({ replacements }) => replacements), []);
  });
  it('what it writes out is then explained', () => {
    assert.deepEqual(run('The Independent Reviewing Officer (IRO) rang. The IRO will ring again.').raised, []);
  });
  it('takes a glossary that is missing or of the wrong form as empty', () => {
    assert.equal(decodeAcronymSpec({ kind: 'acronym' }).glossary.size, 0);
    assert.equal(decodeAcronymSpec({ kind: 'acronym', glossary: ['no colon here'], everyday: { GP: 'x' } }).glossary.size, 0);
    assert.equal(decodeAcronymSpec({ kind: 'acronym', glossary: { IRO: 'Independent Reviewing Officer' } }).glossary.get('IRO')?.plain, '');
  });
});

describe('what is said of an acronym', () => {
  it('gives the full form and plain words', () => {
    assert.equal(acronymMessage('IRO', { full: 'Independent Reviewing Officer', plain: 'person who checks the plan' }),
      '“IRO” stands for “Independent Reviewing Officer”, which a parent or child may not know. Say it in full the first time, or in plain words: person who checks the plan.');
  });
  it('asks where there are two readings, or none', () => {
    assert.match(acronymMessage('HV', { full: 'health visitor / home visit', plain: '' }), /health visitor or home visit\. Which is meant\?/);
    assert.match(acronymMessage('EMHP', null), /What do the letters stand for\?/);
  });
  it('does not say the same thing twice', () => {
    assert.doesNotMatch(acronymMessage('YP', { full: 'young person', plain: 'Young person' }), /plain words/);
  });
});
