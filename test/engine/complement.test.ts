/** What is underlined beside the words a rule knows: how, and what it is about. `[ ]` marks the words, `{ }` what is underlined. */
import assert from 'node:assert/strict';
import { completed, namedThing } from '../../server/src/engine/words/complement.js';
import { tokenize } from '../../server/src/engine/words/tokens.js';

const SHOWN = [
  'Mum has {[limited insight] into the impact} on the girls.',
  'She is {[non-compliant] with medication}.',
  'Dad was {[told not to] do this again}, he says.',
  'Mum was {[warned about] missed visits} on Monday.',
  'He {persistently [minimised]} it.',
  'Kai was {very [aggressive] towards staff}.',
  'She {[failed to] keep the children} from harm.',
  'She has a {[lack] of any warmth} for him.',
  'She {[refused] to attend} on Tuesday.',
  'Dad was {[granted] supervised time} on Monday.',
  'He is {[reluctant] to attend meetings}.',
  'Kai has {immersed himself [in local gangs]}.',
  'He {only comes [when it suits him]}.',
  'We got {the usual [sob story]}.',
  'She {tends to [side with] him}.',
  'He is {[not the easiest] young man}.',
  'She {[failed to make] the necessary changes}.',
  'She {[fails to put] the children first}.',
  'He does {[not prioritise] the child\'s needs}.',
  'There is {[no routine] or boundaries}.',
  'She {[blames everyone] but herself}.',
];

const AS_IT_STANDS = [
  ['a time is not what it is about', 'She [disengaged] for three weeks.'],
  ['nor is a day', 'He [kicked off] on Monday.'],
  ['another clause is another thought', 'She [refused] and left.'],
  ['so is one that is joined', 'She was [hostile] when we came.'],
  ['a comma ends it', 'He is [hostile], with reason.'],
  ['so does a sentence', 'She is [hostile]. With the nurse it was better.'],
  ['a long way round adds nothing', 'He is [hostile] towards the new young support worker.'],
  ['what says enough needs no more', 'She [was told in no uncertain terms that she] must ring the landlord.'],
  ['as well', 'He was [hostile] as well.'],
  ['what stands before it may be another thing', 'He tipped a kettle [in the heat] of the moment.'],
  ['a sentence begins as it stands', 'The [toxic trio] was there.'],
  ['a name that ends as “badly” does', 'Then Emily [refused].'],
  ['nor a word that only looks like “badly”', 'The family [refused].'],
] as const;

const TERMS = ['A {[DA] notification} came.', 'Two {[CP] reviews} are due.', 'The {[SENCo] team} met.', 'The {[IRO]} planned it.', 'A {[CIN]}, review due.', 'Her {[sibling] visit}.', 'An {[s47] enquiry}.', 'On the {perinatal [pathway]}.', 'She attends {[provision]}.', 'The second {[placement]} ended.'];

describe('what is underlined', () => {
  for (const marked of SHOWN) it(`takes in: ${marked}`, () => check(marked));
  for (const marked of TERMS) it(`goes with a term: ${marked}`, () => check(marked, namedThing));
  for (const [what, text] of AS_IT_STANDS) it(what, () => check(text.replace('[', '{[').replace(']', ']}')));
});

function check(marked: string, complete = completed): void {
  const plain = (text: string): string => text.replace(/[[\]{}]/g, '');
  const at = (mark: string): number => plain(marked.slice(0, marked.indexOf(mark))).length;
  const prose = plain(marked);
  const { start, end } = complete(prose, tokenize(prose), at('['), at(']'));
  assert.equal(`${prose.slice(0, start)}{${prose.slice(start, end)}}${prose.slice(end)}`, marked.replace(/[[\]]/g, ''));
}
