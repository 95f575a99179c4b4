/** Small records that hold every part, one after the other; each part tells what is said where it alone is missing. */
import type { NoteType } from '../../server/src/engine/rule.js';

export interface WholeRecord {
  readonly type: NoteType;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly text: string;
  /** The rule that misses it; null for what no rule here asks for. */
  readonly rule: string | null;
  /** What its message then holds. */
  readonly missing: string;
}

const part = (rule: string, missing: string, text: string): Part => ({ text, rule, missing });
const other = (text: string): Part => ({ text, rule: null, missing: '' });

export const WHOLE_RECORDS: readonly WholeRecord[] = [
  {
    type: 'plan',
    parts: [
      other('# For Leo'),
      part('plan/parts', 'why there is a plan', '## Why we have a plan\n\nOn 3 May Dad threw a chair and it broke the window over Leo\'s bed.'),
      other('## Leo\'s voice\n\nLeo said, "I want the window mended."'),
      part('plan/extras', 'what is going well', '## What is going well\n\nSana rings Leo at seven.'),
      part('plan/extras', 'what will be different', '## What we want for Leo\n\nLeo sleeps in his own bed.'),
      part('plan/extras', 'how everyone will know', '## How we will know\n\nLeo puts a star on the calendar.'),
      part('plan/extras', 'a meeting of its own', '## Family meeting\n\nPriti Sahota asked about one on 4 May. Not yet, was the answer.'),
      part('plan/extras', 'how often somebody will visit', '## Visits\n\nOn Tuesdays, with time for Leo alone.'),
      part('plan/parts', 'what each person will do', '## What we will each do\n\n- Priti Sahota will bring a glazier on Friday 12 June.'),
      part('plan/parts', 'what happens first if it goes wrong', '## If it goes wrong\n\nLeo rings Sana, and Sana fetches him.'),
      part('plan/parts', 'what the adults in the family think', '## What Mum and Dad think\n\nFair, says Mum. Too soon, says Dad.'),
      part('plan/parts', 'when it will be looked at again', '## When we look at this again\n\nTuesday 30 June, at Sana\'s.'),
    ],
  },
  {
    type: 'family-plan',
    parts: [
      other('# The Osei family'),
      part('family-plan/parts', 'why the family met', '## Why we met\n\nOn 3 May Dad was drunk and Leo slept in the park.'),
      part('family-plan/parts', 'the bottom line', '## The bottom line\n\nDad is not on his own with Leo at night, because of the park.'),
      other('## What Leo says\n\n"I want to sleep at Sana\'s on Fridays."'),
      part('family-plan/parts', 'who will do what', '## Our plan\n\n- Sana has Leo every Friday up to 28 August.'),
      part('family-plan/parts', 'what services will do', '## Help from others\n\nA bus pass for Sana from the council, on 8 June.'),
      part('family-plan/parts', 'if it goes wrong', '## If it goes wrong\n\nLeo rings Sana, and Sana fetches him in a taxi.'),
      part('family-plan/parts', 'when everyone looks at it', '## When we meet next time\n\nSunday 30 August, at Sana\'s.'),
    ],
  },
  {
    type: 'assessment',
    parts: [
      other('# Leo and his family'),
      part('document/assessment-parts', 'why it was written now', '## Why we did this\n\nOn 3 May Leo slept in the park. Mum was at work, Dad in prison.'),
      other('## Leo\n\n"I like Sana\'s," Leo told me. He drew a bed with a lamp beside it. Leo has a good friend called Kwame.'),
      part('document/assessment-parts', 'what the adults in the family think', '## Mum and Dad\n\nSorry, said Mum. Dad cried.'),
      part('document/assessment-parts', 'what it all means', '## Analysis\n\nLeo is safe on the nights when a grown-up is awake. Of the other nights nobody knows.'),
      part('document/assessment-parts', 'what happens next', '## What happens next\n\nA bus pass for Sana from Priti Sahota by 8 June; a second look on 30 June.'),
    ],
  },
  {
    type: 'case-note',
    parts: [
      other('# Tuesday 2 June 2026'),
      part('document/case-note-parts', 'who was there', '**Present:** Mum, Leo, Sana.'),
      other('## Leo\n\n"Warm," Leo whispered, under his blanket.'),
      other('## The flat\n\nA new window. A lamp on the landing, soup on the stove, two coats drying by the fire, a jigsaw of a steam train on the table with nine pieces to go. The landlord\'s letter on the shelf, open. On the wall, eleven stars in a row and a list of the swimming times at the baths.'),
      part('document/case-note-parts', 'what happens next', '## Next\n\nFriday 5 June, 4pm: Priti Sahota, with the glazier.'),
    ],
  },
  {
    type: 'supervision',
    parts: [
      other('# Priti Sahota and Idris, 2 June 2026'),
      part('document/supervision-parts', 'what life is like for the child', '## Leo now\n\nAt Sana\'s four nights a week. Porridge, clean clothes, swimming.'),
      other('## News\n\nA new window since Monday. Bus pass on its way. The landlord\'s letter came, with an offer of a bigger flat by the river for the same rent, from the autumn, near Kwame\'s.'),
      part('document/supervision-parts', 'what was wondered about', '## Thinking it through\n\nIs it the flat, or is it us?'),
      part('document/supervision-parts', 'what was decided', '## Decided\n\nBy Idris: Friday visits from Priti Sahota up to 10 July, because of the nights.'),
    ],
  },
  {
    type: 'chronology',
    parts: [
      other('# Leo\'s years'),
      part('document/chronology-parts', 'where each fact comes from', '## Sources\n\nSchool, the GP, Sana.'),
      other('| Date | Event |\n|---|---|\n| 3 May 2024 | Dad threw a chair through the window of the front room. |\n| 9 May 2024 | Leo moved to Sana\'s house by the river. |\n| 12 June 2024 | A new window, and a lamp on the landing. |\n| 2 August 2024 | Leo swam fifty lengths at the baths, in front of both grandmothers. |\n| 1 September 2024 | Year 4 at St Wilfrid\'s, with Ms Bell. |'),
      part('document/chronology-parts', 'what it meant for the child', '## What this meant for Leo\n\nTwo summers of packed bags.'),
    ],
  },
  {
    type: 'letter',
    parts: [
      other('# For Leo\n\nDear Leo,'),
      part('document/letter-parts', 'who is writing', 'I am Priti, and my job is to listen.'),
      part('document/letter-parts', 'what the child said', 'You told me about the chair and the broken glass, on the wall by the baths, with your feet in the water.'),
      other('Nobody here is cross. It was brave, and it was not your fault. The window is mended now, and there is a lamp on the landing. Kwame has the other half of the jigsaw.'),
      part('document/letter-parts', 'what happens next', 'On Friday 5 June Sana will fetch you after school.'),
      part('document/letter-parts', 'how the child can answer', 'Ring me whenever it suits, on 01632 960001.'),
    ],
  },
  {
    type: 'review',
    parts: [
      other('# Leo, 2 June 2026'),
      other('## Leo\'s voice\n\n"I like the lamp," said Leo.'),
      part('document/review-parts', 'what has changed', '## Since April\n\nA window, a lamp, eleven stars in a row, and swimming on Saturdays with both grandmothers at the baths by the river.'),
      other('## There\n\nSana, Mum, Ms Bell, Priti Sahota. Tea and a lemon cake. A chair left empty for Dad and a name card that Leo wrote out himself in green pen.'),
      part('document/review-parts', 'what was decided', '## Decided\n\n- Sana will ring Priti Sahota on 12 June.'),
    ],
  },
  {
    type: 'referral',
    parts: [
      other('# For Leo\n\nFrom Ms Bell at St Wilfrid\'s, to the front door, 2 June 2026. Leo is nine, a swimmer, and in Year 4 with his friend Kwame. He lives by the river with Sana and a cat called Biscuit.'),
      part('document/referral-parts', 'what the worry is', '## What is happening\n\nNo coat since April, and no lunch on Mondays. A bruise as long as a finger, in May.'),
      part('document/referral-parts', 'what help is asked for', '## Our request\n\nA visit this week, with a coat in size ten.'),
      part('document/referral-parts', 'whether the family knows', '## Consent\n\nFrom Sana, in writing, on 1 June.'),
    ],
  },
  {
    type: 'report',
    parts: [
      other('# Leo Osei, aged nine'),
      part('document/report-parts', 'what has happened', '## Background\n\nDad threw a chair through the window in May; four nights in a shelter; then Sana\'s.'),
      other('## Leo\'s voice\n\n"I want a lamp," Leo told me. He draws trains, big ones, with a driver in each window.'),
      part('document/report-parts', 'what the adults in the family think', '## Mum and Dad\n\nThe same, in their own words: time.'),
      part('document/report-parts', 'what you recommend', '## Recommendation\n\nSana\'s until 1 September, for the reasons above.'),
    ],
  },
  {
    type: 'danger-statement',
    parts: [
      other('# Leo\n\nAt Sana\'s table, 2 June 2026, with Mum, Ms Bell and Priti Sahota.'),
      other('## Danger statement\n\nSana, Ms Bell and Priti Sahota are worried because on 3 May Dad threw a chair and cut Leo\'s arm. They fear that Dad will do it again when Leo is in bed, and that Leo could be badly hurt.'),
      part('danger-statement/pair', 'what safety would look like', '## Safety goal\n\nEvery night until October Dad is at his brother\'s when he is drunk, and Leo will hear Sana\'s key in the door.'),
      part('danger-statement/pair', 'how safe each person thinks', '## Scaling\n\n0 means that Leo is cut again, and 10 means that he sleeps all night.\n\n- Sana: 4. One higher: a week of quiet nights.\n- Priti Sahota: 3'),
    ],
  },
];
