/** Kinds of record: what says so, in which order, and when it is not sure enough to miss anything. */
import assert from 'node:assert/strict';
import { parseNote } from '../../server/src/engine/note/note.js';
import { recordType } from '../../server/src/engine/record-type.js';
import type { NoteType } from '../../server/src/engine/rule.js';

function typeOf(text: string, name = '', settings: NoteType | null = null): string {
  const { type, sure } = recordType(parseNote(text), settings, name);
  return `${type}${type !== null && !sure ? '?' : ''}`;
}

describe('the kind of a record', () => {
  it('is what its front matter says, whatever else says', () => {
    assert.equal(typeOf('---\ntype: letter\n---\n# Child in need plan', 'plan.md', 'review'), 'letter');
    assert.equal(typeOf('---\ntype: Case Note\n---\n'), 'case-note');
    assert.equal(typeOf('---\ntype: home visit\n---\n'), 'case-note');
    assert.equal(typeOf('---\ntype: recipe\n---\n# Child in need plan'), 'plan');
  });

  it('else what the rulebook says of its place', () => assert.equal(typeOf('# Child in need plan', 'chronology.md', 'review'), 'review'));

  it('else what its file is called, unless its title differs', () => {
    assert.equal(typeOf('# Leo', '2026-03-02-child-protection-plan.md'), 'plan');
    assert.equal(typeOf('# Supervision, 3 June', 'chronology.md'), 'chronology?');
  });

  const titles: readonly (readonly [title: string, type: string])[] = [
    ['Case note: unannounced home visit', 'case-note'], ['CASE RECORDING – Strategy mtg + joint visit', 'case-note'], ['Home visit, Thursday 6 February 2025', 'case-note'],
    ['Child and Family Assessment: Mason (12) and Poppy (5)', 'assessment'], ['C&F Assessment', 'assessment'], ['Single Assessment - update', 'assessment'],
    ['Child Protection Plan', 'plan'], ["Theo's Child Protection Plan", 'plan'], ['My care plan - Zeb, 12', 'plan'], ['Pathway Plan Pt 2', 'plan'],
    ['Family plan from the Family Group Conference', 'family-plan'], ["The Baptiste family's plan", 'family-plan'],
    ['Danger statements, safety goal and scale', 'danger-statement'], ['What we are worried about for Devonte, and what we want instead', 'danger-statement'], ['Worry statements', 'danger-statement'],
    ['Supervision – case discussion', 'supervision'], ['1:1 Case discussion - Gallagher x 2', 'supervision'],
    ['Chronology: Poppy (born 2014)', 'chronology'], ["Review of Hana and Zayn's plan", 'review'], ["Freya's child in need review", 'review'], ['LAC Review Minutes', 'review'],
    ['Child protection plan review', 'review'], ['Request for a service: front door contact form', 'referral'],
    ['Social work report for Initial Child Protection Conference', 'report'], ['Report to the Family Court about Otis Marlow, aged 8', 'report'],
    // A bare word may be anybody's.
    ["Ebony's plan", 'plan?'], ['A letter for Rhian', 'letter?'], ['Project review', 'null'], ['Visit to Jaydon', 'case-note?'],
    ['Business plan', 'null'], ['Risk assessment: the trampoline', 'null'], ['Leo', 'null'], ['How we plan our week', 'null'],
  ];
  for (const [title, type] of titles) it(`is told by the title “${title}”`, () => assert.equal(typeOf(`# ${title}\n\nText.`), type));

  it('is sure of a bare word where front matter names a child', () => assert.equal(typeOf("---\nchild: Ebony Marsh\n---\n# Ebony's plan"), 'plan'));

  it('is guessed from headings that only one kind has, and then nothing is missed', () => {
    assert.equal(typeOf('# Leo\n\n## Danger statement\n\nText.\n\n## Safety goal\n\nText.'), 'danger-statement?');
    assert.equal(typeOf('# Leo\n\n## Danger statement\n\nText.'), 'null');
    assert.equal(typeOf('# Leo\n\n## Danger statement\n\n## Safety goal\n\n## Reflection\n\n## Case discussion'), 'null');
  });

  it('may be a letter without a title', () => assert.equal(typeOf('---\nchild: Leo\n---\n\nDear Leo,\n\nThank you.'), 'letter'));
});
