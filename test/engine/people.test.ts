import assert from 'node:assert/strict';
import { parseNote } from '../../server/src/engine/note/note.js';
import { CHILD, FAMILY, findPeople, learnPeople, NOBODY, peopleIn, PROFESSIONAL, SERVICE, type Carried, type KnownPeople, type People } from '../../server/src/engine/people/people.js';
import { tokenize } from '../../server/src/engine/words/tokens.js';

const NONE: KnownPeople = { children: [], family: [], professionals: [], services: [] };
const LETTERS: readonly (readonly [number, string])[] = [[CHILD, 'child'], [FAMILY, 'family'], [PROFESSIONAL, 'professional'], [SERVICE, 'service']];

/** The strongest word for a bit mask; `-` for a person of no group. */
function group(bits: number): string {
  return LETTERS.find(([bit]) => bits & bit)?.[1] ?? '-';
}

function learn(text: string, known = NONE): People {
  return learnPeople(parseNote(text), known);
}

/** `Kayleigh Dunmore: family, …`, as learnt. */
function members(text: string, known = NONE): string {
  return learn(text, known).members.map((member) => `${member.name}: ${group(member.group)}`).join(', ');
}

/** All readings: `the parents: family`; `*` marks a possessive. */
function readings(prose: string, people = learn(prose), carried: Carried = NOBODY): string[] {
  const tokens = tokenize(prose);
  return findPeople(tokens, people, carried, prose).edges
    .map(({ from, to, groups, possessive }) => `${prose.slice(tokens.starts[from], tokens.ends[to - 1])}${possessive ? '*' : ''}: ${group(groups)}`);
}

/** Only the readings that no other reading goes beyond. */
function widest(prose: string, people = learn(prose), carried: Carried = NOBODY): string[] {
  const tokens = tokenize(prose);
  const { edges } = findPeople(tokens, people, carried, prose);
  return edges.filter((edge) => !edge.possessive && !edges.some((other) => other !== edge && !other.possessive && other.from <= edge.from && other.to >= edge.to && (other.to - other.from > edge.to - edge.from)))
    .map(({ from, to, groups }) => `${prose.slice(tokens.starts[from], tokens.ends[to - 1])}: ${group(groups)}`);
}

describe('people: what a note shows', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Unborn baby of Jade Okoro (19). Assessing: the team', 'Jade Okoro: family'],
    ['Connor Speight (22) painted the room', 'Connor Speight: family'],
    ['Family discussed: Noor Haddad; Rami (12)', 'Noor Haddad: family, Rami: child'],
    ['Ms Speight (22) and Room Two (30)', ''],
    ['**Father of Ines:** Ricardo Alves', 'Ricardo Alves: family'],
    ['**Mother:** Trudy Lacey  **Father:** Wayne Lacey', 'Trudy Lacey: family, Wayne Lacey: family'],
    ['Seen: Kayleigh Dunmore (mum), Tyler (9), Ruby (4)', 'Kayleigh Dunmore: family, Tyler: child, Ruby: child'],
    ['Adults: Mum = Gemma. Mum\'s on-off boyfriend = Ryan.', 'Gemma: family, Ryan: family'],
    ['Reece came with his nan. Mum: Donna. Dad: Lee. Donna rang. Lee did not.', 'Donna: family, Lee: family'],
    ['We rang Sana, Ava\'s aunt, on Monday.', 'Sana: family'],
    ['| | |\n|---|---|\n| Worker | Priti Sahota |\n| Seen | Zofia Nowak (mother) |', 'Priti Sahota: professional, Zofia Nowak: family'],
    ['| Name | Role |\n|---|---|\n| Oluwaseun Adeyemi | Social worker |\n| Siân Rees | Health visitor |\n| Mai | Aunt |\n\nMai lives next door.', 'Oluwaseun Adeyemi: professional, Siân Rees: professional, Mai: family'],
    ['I spoke to Mr Yardley at school.', 'Mr Yardley: professional'],
    ['A letter from Dr Whitlock (GP) came.', 'Dr Whitlock: professional'],
    ['Also there: Nan (Jean, Dee\'s mum).', 'Jean: family'],
    ['Held at Pauline and Des\'s (Destiny\'s foster carers).', 'Des: -, Pauline: -'],
    ['Chair: Lorraine Fitch, Independent Reviewing Officer (IRO)', 'Lorraine Fitch: professional'],
    ['From\n\nSteph Marlowe (your social worker)', 'Steph Marlowe: professional'],
    ['— Bea Lund, social worker', 'Bea Lund: professional'],
    ['**Written by:** Tom Raistrick, social worker', 'Tom Raistrick: professional'],
    ['**Recorded by:** D. Croft', 'D. Croft: professional'],
    ['Social worker: Sunita Rao. Team manager: Phil Dacre.', 'Sunita Rao: professional, Phil Dacre: professional'],
    ['**Children:** Amber (10), Kian (7) and Skye (2)', 'Amber: child, Kian: child, Skye: child'],
    ['**Parents:** Leanne Frith; Gavin Sumner (not in the home)', 'Leanne Frith: family, Gavin Sumner: family'],
    ['Carys is Elin\'s mum. Mr Osei is Elin\'s head of year.', 'Carys: family, Mr Osei: professional, Elin: family'],
    ['Jade and Lewis are mum and dad.', 'Lewis: family, Jade: family'],
    ['His mum, Joy, would love to ring.', 'Joy: family'],
    ['Denise, the health visitor, weighed him.', 'Denise: professional'],
    ['I asked their physio, Mrs Doyle, which chair.', 'Mrs Doyle: professional'],
    ['There: Jade, Lewis, Lewis\'s mum Carol, Fatima (health visitor)', 'Carol: family, Fatima: professional, Lewis: family'],
    ['She went with Uncle Franco and Nanny Lorraine.', 'Franco: family, Lorraine: family'],
    ['Mohammed (aged 6) met me. Mary-Kate (18 months) slept.', 'Mohammed: child, Mary-Kate: child'],
    ['Mum (Aoife O\'Brien) said no.', 'Aoife O\'Brien: family'],
    ['Nguyễn Thị Mai (mother) and Đức (7 weeks) were there.', 'Nguyễn Thị Mai: family, Đức: child'],
    ['PC Lyle drove him home. DC Amin rang.', 'PC Lyle: -, DC Amin: -'],
    ['Simon\'s friend Mac came.', 'Mac: -'],
    ['Mum is Freya Lindqvist.', 'Freya Lindqvist: family'],
    ['Her mum is Sherene.', 'Sherene: family'],
    ['Mum (Sherene) rang.', 'Sherene: family'],
    ['Mum, Sherene, was in.', 'Sherene: family'],
    ['Sherene is Ava\'s mum.', 'Sherene: family'],
    ['She lives with his partner Kyle.', 'Kyle: family'],
    ['Her boyfriend, Dean Moss, left.', 'Dean Moss: family'],
    ['With Mum (Toni) and her partner, Craig.', 'Toni: family, Craig: family'],
    ['Mum Alison said no. I like Alison.', 'Alison: family'],
    ['He told his mum Alison that he is gay.', 'Alison: family'],
    ['Marcia\'s then partner, Delroy, was there.', 'Delroy: family'],
    ['Effie lives with her mums, Nuala Boyle and Dee Sandiford, in Hexham.', 'Nuala Boyle: family, Dee Sandiford: family'],
    ['He is with Mags and Trevor, his great aunt and uncle, in Louth.', 'Trevor: family, Mags: family'],
    ['Her children are Alfie and Poppy.', 'Alfie: child, Poppy: child'],
    ['Tariq (dad) and their three children Zayn, 9, Hana, 6 and baby Idris.', 'Tariq: family, Zayn: child, Hana: child, Idris: child'],
    ['Eun-ji Park (mother) came.', 'Eun-ji Park: family'],
    ['Kofi’s mum rang. Kofi was out.', 'Kofi: family'],
    ['MGM (Pat) was in. PGF: Roy Cole', 'Pat: family, Roy Cole: family'],
    ['Ms Ahmed, health visitor, came.', 'Ms Ahmed: professional'],
    ['Priti Sahota – social worker', 'Priti Sahota: professional'],
    ['Social Worker - Amina Yusuf', 'Amina Yusuf: professional'],
    ['SW: Priti Sahota', 'Priti Sahota: professional'],
    ['TM: V. Patrick', 'V. Patrick: professional'],
    ['Written by Helen Pryce after the meeting.', 'Helen Pryce: professional'],
    ['Anj has been his social worker for a year. Martyn is the team manager and wrote this.', 'Anj: professional, Martyn: professional'],
    ['Kofi Mensah, family support worker, said no.', 'Kofi Mensah: professional'],
    ['Present: Sofia (mum), Anders Holm – IRO, Wei (key worker)', 'Sofia: family, Anders Holm: professional, Wei: professional'],
    ['| Role | Name |\n|---|---|\n| Health visitor | Siân Rees |\n| Mother | Zofia Nowak |', 'Siân Rees: professional, Zofia Nowak: family'],
    ['| Name | Age | Relationship |\n|---|---|---|\n| Nia Pugh | 34 | Mother |\n| Idris Pugh | 6 | Child |', 'Nia Pugh: family, Idris Pugh: child'],
    ['Re: Tyler Dunmore DOB 3/4/2015', 'Tyler Dunmore: child'],
    ['Child’s name: Nia Pugh', 'Nia Pugh: child'],
    ['Mother: Zofia Nowak DOB 1/2/90', 'Zofia Nowak: family'],
    // What must teach nothing.
    ['Re: Core Group', ''],
    ['I told his mum Ava was late.', ''],
    ['Present: Mum, Leo, social worker', ''],
    ['Noor cut her arms. She was sad. Attendance is 97%. He is well.', ''],
    ['Visits (3) and calls (2).', ''],
    ['Direct Work (mum)', ''],
    ['Mum: Happy to help. Dad: Absent.', ''],
    ['A man known as Tex, aged 24, who waits. Kez (26) too.', ''],
    ['HV (health visitor), PGM (paternal grandmother)', ''],
    ['Health Visitor (HV)', ''],
    ['Met with Leo, Mum and Nan.', ''],
    ['Present: Leo, social worker, Mum', ''],
    ['Mum (Polish) was in.', ''],
    ['The children are at Park View school.', ''],
    ['Kofi’s mum rang.', ''],
    ['In June (7 weeks) and on Monday (mum) we met.', ''],
    ['Sarah said hello to Tom.', ''],
    ['| Need | Action | Who | By |\n|---|---|---|---|\n| Drinking | Attend group | Mum | Ongoing |', ''],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(members(text), expected));

  it('reads front matter', () => {
    assert.equal(
      members('---\nchild: Tyler Dunmore, Ruby Dunmore\nfamily: [Kayleigh Dunmore]\nmother: Zofia\nworker: Priti Sahota\nprofessionals: Dr Adébáyọ̀\ntitle: Grace Otieno\n---\n\nHello.'),
      'Tyler Dunmore: child, Ruby Dunmore: child, Kayleigh Dunmore: family, Zofia: family, Priti Sahota: professional, Dr Adébáyọ̀: professional',
    );
  });

  it('takes the rulebook\'s word before the note\'s', () => {
    const known = { ...NONE, professionals: ['Priti Sahota'], services: ['Harbour Trust'] };
    assert.equal(members('Priti (mum) rang Harbour Trust.', known), 'Priti Sahota: professional, Harbour Trust: service');
    assert.ok(readings('I rang Harbour Trust.', learn('', known)).includes('Harbour Trust: service'));
  });

  it('puts a name into no group where the note contradicts itself', () => {
    assert.equal(members('Sam (mum) rang. Sam (social worker) answered.'), 'Sam: -');
  });

  it('gives equal keys to equal lexicons only', () => {
    assert.equal(learn('Leo (aged 4) ate.').key, learn('Leo (aged 4) slept all day.').key);
    assert.notEqual(learn('Leo (aged 4) ate.').key, learn('Leo (grandad) ate.').key);
  });

  it('knows whom a letter speaks to', () => {
    assert.deepEqual(learn('---\nchild: Maya Okoro\n---\n\nDear Maya,\n\nHello.').reader, { name: 'Maya', groups: FAMILY | CHILD });
    assert.equal(learn('Dear colleague,\n\nHello.').reader, null);
  });

  it('keeps its key short however many names there are', () => {
    const names = Array.from({ length: 300 }, (_, at) => `Aa${at}x Bb${at}x`).join(', ');
    assert.ok(learn(`---\nfamily: ${names}\n---\n`).key.length < 60);
  });

  it('gives the same people after an edit, whether or not it knows them from before', () => {
    const texts = [
      'Leo (mum) ate.\n\nMum: Donna\n\nDonna rang.', 'Leo (mum) ate.\n\nMum: Donna\n\nNobody rang.', 'Leo (mum) ate.\n\nMum: Donna\n\nNobody rang Donna.', 'Leo (mum) ate a lot.\n\nMum: Donna\n\nDonna rang. She was late.',
      '| Name | Role |\n|---|---|\n| Siân Rees | Aunt |', '| Name | Role |\n|---|---|\n| Siân Rees | Nurse |', '---\nchild: Ava Cole\n---\n\nAva rang.', '---\nchild: Ava Coles\n---\n\nAva rang.', 'Donna\n\nMum: Donna', 'Mum: Donna', '',
    ];
    for (const from of texts) {
      for (const to of texts) {
        const before = parseNote(from);
        const { learnt: _, ...after } = learnPeople(parseNote(to, before), NONE, undefined, learnPeople(before, NONE));
        const { learnt: __, ...anew } = learn(to);
        assert.deepEqual(after, anew, `${from} | ${to}`);
      }
    }
  });

  it('takes hints from whoever keeps them', () => {
    const note = parseNote('Leo (aged 4) ate.');
    const kept = note.blocks.map(({ content }) => ({ content, hints: peopleIn(content) }));
    assert.equal(learnPeople(note, NONE, kept).key, learnPeople(note, NONE).key);
    assert.deepEqual(learnPeople(note, NONE, []).members, []);
  });
});

describe('people: who is named', () => {
  const family = learn('---\nchild: Tyler Dunmore, Shannon-Leigh Dunmore, Will Dunmore\nfamily: Kayleigh Dunmore, Darren Moss\nworker: Priti Sahota, Will Ferris, D. Croft\n---\n');
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['mum told me', ['mum: family', 'me: professional']],
    ['MUM and Dad were told', ['MUM and Dad: family']],
    ['the mother met her dad', ['the mother: family', 'her dad: family']],
    ['Both of the older children were seen', ['Both of the older children: child']],
    ['Kayleigh and Darren will attend', ['Kayleigh and Darren: family']],
    ['Kayleigh, Darren and Tyler', ['Kayleigh, Darren and Tyler: family']],
    ['Tyler Dunmore hid', ['Tyler Dunmore: child']],
    ['Shannon-Leigh and S-L', ['Shannon-Leigh and S-L: child']],
    ['Ms Dunmore left', ['Ms Dunmore: family']],
    ['the Dunmores and the Dunmore family', ['the Dunmores and the Dunmore family: family']],
    ['Mr Flynn knocked', ['Mr Flynn: -']],
    ['Dr. Osei rang', ['Dr. Osei: professional']],
    ['D. Croft to visit', ['D. Croft: professional']],
    ['PC Lyle drove', ['PC Lyle: -']],
    ['Tyler\'s social worker rang Kayleigh\'s mum', ['Tyler\'s social worker: professional', 'Kayleigh\'s mum: family']],
    ['the boys’ dad rang', ['the boys’ dad: family']],
    ['her sister\'s partner\'s nan', ['her sister\'s partner\'s nan: family']],
    ['the social worker Priti rang Auntie Kayleigh', ['the social worker Priti: professional', 'Auntie Kayleigh: family']],
    ['MGM, nan and the SW', ['MGM, nan: family', 'the SW: professional']],
    ['Children\'s Services and the school', ['Children\'s Services and the school: service']],
    ['the children\'s social worker', ['the children\'s social worker: professional']],
    ['we asked the police', ['we: professional', 'the police: service']],
    ['professionals told the family', ['professionals: professional', 'the family: family']],
    ['the ex-partner and step-dad', ['the ex-partner and step-dad: family']],
    ['Mum was told by the social worker', ['Mum: family', 'the social worker: professional']],
    ['the foster carers and a friend', ['the foster carers: -', 'friend: -']],
  ];
  for (const [prose, expected] of cases) {
    it(JSON.stringify(prose), () => {
      const found = widest(prose, family);
      const wanted = prose.startsWith('MGM') ? ['MGM: family', 'nan: family', 'the SW: professional'] : expected;
      assert.deepEqual(found, wanted);
    });
  }

  it('takes an unknown "Mr Okafor" for family only where the family\'s own names are not known', () => {
    assert.deepEqual(widest('Mr and Mrs Okafor left.'), ['Mr and Mrs Okafor: family']);
    assert.deepEqual(widest('Mr and Mrs Okafor left.', family), ['Mr and Mrs Okafor: -']);
  });

  it('offers each shorter reading, and the possessive one apart', () => {
    assert.deepEqual(readings('her dad\'s view', family), ['her: family', 'her*: family', 'her dad: family', 'her dad\'s*: family', 'dad: family', 'dad\'s*: family']);
    assert.deepEqual(readings('Tyler Dunmore’s bag', family), ['Tyler: child', 'Tyler Dunmore: child', 'Tyler Dunmore’s*: child']);
  });

  it('knows a surname alone, and initials', () => {
    assert.deepEqual(widest('We met Dunmore and PS today', family), ['We: professional', 'Dunmore: family', 'PS: professional']);
    assert.deepEqual(widest('near Dunmore Road', family), []);
    const named = learn('Here: Elif Demir (ED, mum), Mrs Plowright (JP, class teacher), Kwame Asante (KA, family support worker), Bo Lind (BL, special needs lead). An Early Help Hub (EH, who meet weekly).');
    assert.deepEqual(widest('ED and JP met KA.', named), ['ED: family', 'JP: professional', 'KA: professional']);
    assert.deepEqual(widest('JK met KA and BL, not EH.', named), ['KA: professional', 'BL: -']);
  });

  it('knows half of a child\'s surname behind a title', () => {
    const people = learn('---\nchild: Zaynab Choudhry-Lane\n---\n\nMs Lane rang.');
    assert.ok(readings('Ms Lane rang.', people).includes('Ms Lane: family'));
  });

  it('wants a name to have its capital', () => {
    assert.deepEqual(readings('It will do.', family), []);
    assert.deepEqual(widest('Will Mum ring?', family), ['Mum: family']);
    assert.equal(learn('---\nchild: Will Dunmore\nworker: Will Ferris\n---\n').names.get('will')?.find((alias) => alias.forms.length === 1)?.groups, 0);
  });

  const nobody = [
    'Her mother tongue is Tamil', 'Father Christmas came', 'at family court', 'good family time', 'a Family Group Conference', 'the parent company', 'child protection plan', 'a Child in Need plan',
    'a children\'s home', 'a mother and baby unit', 'on Mother\'s Day', 'the Children Act 1989', 'child benefit', 'corporate parent', 'child sexual exploitation', 'parents\' evening', 'staff at Family Action', 'Action for Children', 'the Families First programme', 'Child and Family Assessment', 'family history',
  ];
  for (const prose of nobody) {
    it(`no family in ${JSON.stringify(prose)}`, () => assert.deepEqual(readings(prose).filter((reading) => /: (?:family|child)$/u.test(reading) && !/^her\*?:/iu.test(reading)), []));
  }
  it('sees the worker in "family support worker"', () => assert.deepEqual(widest('the family support worker'), ['the family support worker: professional']));
});

describe('people: pronouns', () => {
  const people = learn('---\nchild: Leo Byrne\nfamily: Mairéad Byrne\nworker: Adaeze Obi\n---\n');
  /** The group of the last pronoun of the last of several blocks. */
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['family', ['She was told to go.']],
    ['family', ['Mairéad rang. She was upset.']],
    ['professional', ['Adaeze rang. She was late.']],
    ['professional', ['Adaeze rang.', 'She was late.']],
    ['family', ['Adaeze rang Mairéad.', 'She was late.']],
    ['family', ['Ms Patel (school nurse) told her']],
    ['family', ['Mairéad told the midwife that she']],
    ['professional', ['The school nurse came. She left. Then they']],
    ['service', ['Mairéad rang the council. They']],
    ['family', ['The police came. Leo ran to them. She']],
    ['family', ['Mairéad rang.', 'Midwife', 'She']],
    ['family', ['Leo said, "Adaeze shouts." He']],
    // Who acts, before who is met in passing.
    ['family', ['Mairéad met with the drug worker. She']],
    ['family', ['Mairéad was in. She had seen the health visitor. She']],
    ['family', ['Met with the drug worker. She has not engaged.']],
    ['family', ['Adaeze rang Mairéad. She']],
    ['professional', ['I rang the health visitor. She said no.']],
    ['family', ['I rang the health visitor about Mairéad. She said no.']],
    ['professional', ['Mairéad was in. Adaeze came late. She']],
    ['family', ["Leo's social worker met Mairéad. She"]],
    ['professional', ["Leo's social worker left. She"]],
    ['family', ["Mr Yardley told me that Leo's attendance is good and he"]],
    ['family', ['Miss Odell noticed she']],
    // "him" is not whoever acts on him.
    ['professional', ['Tunde Alabi (social worker) is tired. He is off on Monday. Bisi Cole (team manager) told him']],
    ['family', ['Adaeze told her']],
    ['professional', ['Adaeze asked Tunde Alabi (manager) to go, and she']],
    // A role or title shows the gender.
    ['professional', ['Mum met Mr Hanif (head of year). He']],
    ['family', ['Dad met Ms Patel (teacher). He']],
    ['professional', ['Nan was in. Mr Hanif (teacher) came. He']],
    ['family', ['Nan was in. Mr Hanif (teacher) came. She']],
    // And so does what the note says of a name elsewhere.
    ['professional', ['Kamal Aziz (social worker) rang. He was late.', 'Bo (social worker) left. She was ill.', 'Kamal met Bo. He']],
    ['family', ['Adaeze came.', 'Marek has stopped. He is well. Marek']],
    // Several people.
    ['family', ['The parents met the council. They']],
    ['family', ['The parents were late. Adaeze told them']],
    // A service acts; what is done is done to people.
    ['family', ['Mairéad goes to the hospital on Sundays. They have been given an hour']],
    ['family', ['The council rang. They were both asked to sign']],
    ['service', ['The council rang. They are concerned']],
    ['service', ['The council rang. They were not involved']],
  ];
  for (const [expected, blocks] of cases) {
    it(`${blocks.join(' | ')}: ${expected}`, () => {
      const all = learn(`---\nchild: Leo Byrne\nfamily: Mairéad Byrne\nworker: Adaeze Obi\n---\n\n${blocks.join('\n\n')}`);
      let carried = NOBODY;
      let last = '';
      for (const prose of blocks) {
        const tokens = tokenize(prose);
        const found = findPeople(tokens, all, carried, prose);
        carried = found.carried;
        for (const edge of found.edges) if (!edge.possessive && /^(?:she|he|her|him|they|them)$/u.test(tokens.forms[edge.from]) && edge.to === edge.from + 1) last = group(edge.groups);
      }
      assert.equal(last, expected);
    });
  }
  it('reads "I", "we", "us" and "our" as the writer\'s side, and "i.e." and "US" as nobody', () => {
    assert.deepEqual(readings('I told us, we said, our plan', people), ['I: professional', 'us: professional', 'we: professional', 'our*: professional']);
    assert.deepEqual(readings('i.e. the US', people), []);
  });
});

describe('people: very many', () => {
  const NAMES = Array.from({ length: 60 }, (_, at) => `${['Ana', 'Ngozi', 'O’Shea', 'Eun-ji', 'Siân'][at % 5]}${['', ' Mary', '-Lou'][at % 3]} Q${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`);
  /** Each is said to be six; every other one is spoken of again. */
  const note = (names: readonly string[]): string => names.map((name) => `${name} (6) was here.${NAMES.indexOf(name) % 2 === 0 ? `\n\nThen ${name} left.` : ` Nobody calls ${name}son.`}\n\n`).join('');

  it('are known as few are', () => {
    const known = (names: readonly string[]): readonly string[] => learn(note(names)).members.map(({ name, group: groups }) => `${name}: ${group(groups)}`);
    const one = NAMES.flatMap((name) => known([name]));
    assert.ok(one.length >= 30, `only ${one.length}`);
    assert.deepEqual(known(NAMES), one);
  });
});

describe('people: any text', () => {
  it('gives sorted readings within bounds, whatever the text', () => {
    const pieces = ['Mum', ' and ', "'s", ' (', ')', 'Leo', ' ', ', ', '. ', 'the ', 'Ms ', 'O’Brien', '\n', '“', '”', '"', "'", '9', ': ', ' = ', 'social worker', 'child', '\u2060', '\u2029', '|', 'Ünal', '-', 'her', 'is', '😀', '\ud800', 'family', ' court', 'of ', 'both '];
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 1500; round++) {
      const prose = Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join('');
      const people = learnPeople({ frontMatter: null, blocks: [{ start: 0, end: prose.length, index: 0, section: 0, content: { kind: 'paragraph', prose, level: 0, quoted: false, cell: null } }] }, NONE);
      const tokens = tokenize(prose);
      let before = [-1, -1];
      for (const { from, to, groups } of findPeople(tokens, people, NOBODY, prose).edges) {
        assert.ok(from >= 0 && to > from && to <= tokens.count, prose);
        assert.ok(from > before[0] || (from === before[0] && to >= before[1]), prose);
        assert.ok((groups & CHILD) === 0 || (groups & FAMILY) !== 0, prose);
        before = [from, to];
      }
    }
  });
});
