/** Whether a letter speaks to the child to whom it is written: where it does not, and what is not meant by that. */
import { check } from '../support/check.js';

const letter = (words: string, opening = 'Dear Kofi,'): string => `---\ntype: letter\nchild: Kofi Boateng\n---\n\n${opening}\n\n${words}\n\nFrom Yusuf\n`;
const told = (words: string, opening?: string): void => {
  check(letter(words, opening), 'document/letter-speaks');
};

describe('a letter to a child', () => {
  it('is told once, at the first place, that it speaks about them', () => told('I came on Monday. [[Kofi has]] done well. Kofi is kind.'));
  it('is told within a sentence', () => told('I told the judge that [[Kofi wants]] a lamp.'));
  for (const words of ['Kofi, you have done well.', 'You have done well, Kofi.', 'Mum said, "Kofi is kind."', 'Auntie and Kofi’s cat will be there.', 'I wrote “Kofi” on the bag.', 'Mum says hello to Kofi and to Ama.', '> Kofi is kind']) {
    it(`is left with ${words}`, () => told(words));
  }
  it('is left where it is to somebody else, or greets nobody', () => {
    told('Kofi has done well.', 'Dear Mrs Boateng,');
    told('Kofi has done well.', 'To whom it may concern');
  });
});
