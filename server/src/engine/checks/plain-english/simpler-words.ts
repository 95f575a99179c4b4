/**
 * Everyday words for long ones: the phrases of retext-simplify and too-wordy that can be swapped in a record
 * without changing a fact, each with wording in British English. What is not here is left alone, because it
 * has another sense in this work (address, benefit, residence), states law (shall, determine), says how sure
 * the writer is (it appears, not certain) or tells of harm (took advantage of, witnessed).
 */

const WORDING = `
a number of: some
abundance: plenty
accelerate: speed up
accompany: go with
accomplish: do
accordingly: so
accrue: build up
acquire: get
additional: more, extra
adjacent to: next to
advantageous: helpful
aforementioned: this
afford an opportunity: let
all of: all
alleviate: ease
already existing: existing
alternatively: or
ameliorate: improve
anticipate: expect
as a means of: to
as of yet: yet
as yet: yet
ascertain: find out
assist: help
assistance: help
at the present time: now
at this time: now
because of the fact that: because
by means of: by
capability: ability
cease: stop
close proximity: near
commence: start
component: part
comprise: include, make up
consequently: so
convene: meet
deem: think
demonstrate: show
depart: leave
disseminate: share
due to the fact that: because
during the course of: during
during the period: during
e.g.: for example
each and every: each
elucidate: explain
ensure: make sure
enumerate: list
evaluate: weigh up
exclusively: only
expedite: speed up
expend: spend
facilitate: help
feasible: possible
finalise: finish
finalize: finish
first and foremost: first
for a period of: for
for the duration of: during
for the purpose of: to
formulate: plan
frequently: often
furnish: give
has a requirement for: needs
honest truth: truth
if and when: if, when
implement: carry out
in a timely manner: on time
in addition: also
in addition to: as well as
in all likelihood: probably
in an effort to: to
in between: between
in excess of: more than
in lieu of: instead of
in light of the fact that: because
in many cases: often
in order that: so that
in order to: to
in regard to: about
in relation to: about
in some instances: sometimes
in the course of: during
in the event that: if
in the near future: soon
in the process of:
in view of the above: so
inception: start
initiate: start
magnitude: size
make an effort: try
majority of: most of
methodology: method
modify: change
necessitate: need
nevertheless: even so
notify: tell
notwithstanding: despite
obtain: get
optimum: best
owing to the fact that: because
participate: take part
pertaining to: about
point in time: time, moment
portion: part
prior to: before
proficiency: skill
provided that: if
purchase: buy
pursuant to: under
put simply:
readily apparent: clear
regarding: about
relocate: move
remainder: rest
reside: live
should you wish: if you want
similar to: like
span across: span
subsequent: later
subsequently: later, then
substantial: large
sufficient: enough
the month of:
the undersigned: I
this day and age: today
time period: time
transpire: happen
until such time as: until
utilisation: use
utilise: use
utilization: use
utilize: use
various different: different
with reference to: about
with regard to: about
with respect to: about
with the exception of: except for
`;

/** Phrase in lower case → wording to choose from; an empty list means that it can usually come out. */
export const SIMPLER: ReadonlyMap<string, readonly string[]> = new Map(
  WORDING.trim().split('\n').map((line): [string, readonly string[]] => {
    const colon = line.lastIndexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).split(',').map((word) => word.trim()).filter(Boolean)];
  }),
);

/** How a long phrase is raised with the writer. */
export function messageForSimpler(phrase: string, simpler: readonly string[]): string {
  if (simpler.length === 0) return `“${phrase}” can usually come out, and the sentence still says the same.`;
  const choice = simpler.map((word) => `“${word}”`).join(' or ');
  return `“${phrase}” could be said more plainly: ${choice}.`;
}
