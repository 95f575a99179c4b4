/**
 * Beginnings of sentences that a record needs again and again, with blanks for what only the writer knows. Their words
 * raise nothing; what stands in the blanks is the writer's.
 */

export interface Starter {
  readonly label: string;
  /** What it is good for. */
  readonly says: string;
  readonly pieces: readonly (string | Blank)[];
  /** `item`: it begins a line of a list. */
  readonly mark: 'item' | 'none';
}

export interface Blank {
  readonly blank: string;
}

/** `children`: first names of the children whom the record names; one child's name is filled in. */
export function startersFor(children: readonly string[]): readonly Starter[] {
  const child = children.length === 1 ? children[0] : blank('child’s name');
  return [
    {
      label: 'Danger statement',
      says: 'Who is worried, what has happened, what could happen if nothing changes, and what that would mean for the child.',
      pieces: [blank('who'), ' and ', blank('who else'), ' are worried because ', blank('what happened, when, and to whom'), '. They are worried that if ', blank('what stays as it is'), ', ', child, ' could ', blank('what that would do to them'), '.'],
      mark: 'none',
    },
    {
      label: 'Safety goal',
      says: 'What will be seen at home every day when things are safe enough, and who will notice.',
      pieces: ['Every day until ', blank('date'), ', ', child, ' ', blank('what they will have or see instead'), '. ', blank('who'), ' will ', blank('what they will do'), '. We will see this in ', blank('who notices what'), '.'],
      mark: 'none',
    },
    {
      label: 'Scaling question',
      says: 'A number with both ends of the scale, what it stands on, and what one higher would look like.',
      pieces: ['On a scale where 10 means “', blank('what safe looks like'), '” and 0 means “', blank('what it was like at its worst'), '”, ', blank('who'), ' said ', blank('number'), ' because ', blank('what makes it not lower'), '. One higher would be ', blank('what they would see'), '.'],
      mark: 'none',
    },
    {
      label: 'Action',
      says: 'Who does what, by when, and how everybody will know.',
      pieces: [blank('who'), ' will ', blank('what they will do'), ' by ', blank('date'), ', and ', blank('who'), ' will tell us how it went.'],
      mark: 'item',
    },
    {
      label: 'Child’s own words',
      says: 'What the child said, in their words, and where they said it.',
      pieces: [child, ' said, “', blank('their own words'), '”, when ', blank('where and when'), '.'],
      mark: 'none',
    },
  ];
}

function blank(words: string): Blank {
  return { blank: words };
}
