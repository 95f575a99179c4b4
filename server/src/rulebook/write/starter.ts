/**
 * The rules file a team begins with: it works as it is, and changes nothing until a line is switched on.
 */
const PACKS = `# All packs are read that come with Alongside, plain English only in what families read; with this line, those in it.
# packs: [family-valued, signs-of-safety, family-group-conference, plain-english]`;

export const STARTER = `# How this team reads its records. What changes here shows at once in every record that is open.
# A line that begins with “#” does nothing. Take “# ” away to switch it on (Ctrl+/ in VS Code).

${PACKS}

rules:
  # label/complex: off                   # switch a rule off

  # ours/our-word:                       # a rule of our own
  #   title: A meeting only we know
  #   why: Families should not have to ask what a meeting is for.
  #   entries:
  #     - avoid: |
  #         cluster meeting
  #       ask: What is decided there, and who will be in the room?
  #   examples:
  #     raise: |
  #       We will hear after the [[cluster meeting]].
  #     leave: |
  #       We will hear on 4 May, when the schools meet.

# choices:
#   victim: avoid                        # where guides disagree: which side we take

# people:
#   professionals: [Priti Sahota]        # names that belong to workers, not to the family

# notes:
#   "templates/**": { type: plan, template: true }
`;

/** The same where it builds on another file, named as `extends:` wants it: that file says which packs are read. */
export const startingFrom = (above: string): string => STARTER.replace(PACKS, `extends: ${above}`);
