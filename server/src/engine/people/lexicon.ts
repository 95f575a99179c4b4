/**
 * The words that name people and services, as plain lists, and their compiled form. No first names: those come
 * from the note. It does not know notes, names or sentences.
 */
import { isCapital } from '../words/letters.js';
import { tokenize } from '../words/tokens.js';

/** Bit per group; a person may be in several. Every CHILD is also FAMILY. A pronoun is FAMILY unless it stands for a professional. */
export const FAMILY = 1;
export const CHILD = 2;
export const PROFESSIONAL = 4;
export const SERVICE = 8;
/** All the bits an edge may carry. Court and police people carry none: what they do by law is not the service's "doing to". */
export const GROUPS = FAMILY | CHILD | PROFESSIONAL | SERVICE;
/** Inside the engine only: someone outside the family whom a later "he" or "she" may well mean. */
export const OFFICIAL = 16;
/** Inside the engine only: "he", or "she", may mean them. Neither, or both, where the note does not show it. */
export const HE = 32;
export const SHE = 64;
/** Inside the engine only: a name of which the note shows no more than that a "he" or "she" may mean it. */
export const SOMEBODY = 256;

/**
 * A word or phrase of the lexicon. `written` says how it must be written: `MGM` in capitals, `Nani` with one.
 * `nobody` marks words in which a kinship word stands for no one ("mother tongue").
 */
export interface Entry {
  readonly forms: readonly string[];
  readonly groups: number;
  readonly sort: 'kin' | 'role' | 'service' | 'outsider' | 'nobody';
  readonly plural: boolean;
  readonly written: 'any' | 'capital' | 'capitals';
}

// An entry with a capital is matched only with one; an entry in capitals only in capitals.
const KIN = [
  'mum', 'mam', 'mom', 'mummy', 'mommy', 'mammy', 'mother', 'dad', 'daddy', 'father', 'parent', 'step mum', 'step dad', 'step mother', 'step father',
  'stepmum', 'stepdad', 'stepmother', 'stepfather', 'step parent', 'stepparent', 'nan', 'nana', 'nanna', 'gran', 'granny', 'grandma',
  'grandmother', 'grandad', 'granddad', 'grandpa', 'grandfather', 'grandparent', 'great grandmother', 'great grandfather', 'auntie', 'aunty',
  'aunt', 'uncle', 'cousin', 'brother', 'sister', 'half brother', 'half sister', 'stepbrother', 'stepsister', 'step brother', 'step sister',
  'brother in law', 'sister in law', 'mother in law', 'father in law', 'niece', 'nephew', 'partner', 'ex partner', 'ex husband', 'ex wife', 'ex boyfriend', 'ex girlfriend', 'husband', 'wife',
  'boyfriend', 'girlfriend', 'fiancé', 'fiancée', 'family', 'families', 'family member', 'family network', 'extended family', 'relative', 'birth mother', 'birth father',
  'birth parent', 'birth family', 'couple', 'maternal grandmother', 'maternal grandfather', 'maternal aunt', 'maternal uncle', 'maternal grandparent',
  'paternal grandmother', 'paternal grandfather', 'paternal aunt', 'paternal uncle', 'paternal grandparent',
  'MGM', 'MGF', 'PGM', 'PGF', 'MGP', 'PGP', 'MGPs', 'PGPs', 'Mama', 'Papa', 'Baba', 'Tata', 'Amma', 'Ammi', 'Abba', 'Abbu', 'Nani', 'Nanu', 'Dadi', 'Dada',
  'Nanny', 'Babcia', 'Dziadek', 'Yiayia', 'Oma', 'Opa', 'Nain', 'Taid', 'Mamgu', 'Tadcu', 'Mam-gu', 'Tad-cu', 'Abuela', 'Abuelo', 'Nonna', 'Khala', 'Chacha',
];
const CHILDREN = [
  'child', 'kid', 'baby', 'toddler', 'infant', 'newborn', 'boy', 'girl', 'lad', 'lass', 'teen', 'son', 'daughter', 'twin', 'teenager', 'grandchild', 'grandson',
  'granddaughter', 'grandchildren', 'stepson', 'stepdaughter', 'children', 'childrens', 'babies', 'sibling', 'sib', 'young person', 'young people', 'young persons',
  'unborn baby', 'foster child', 'foster children', 'YP', 'YPs', 'little one', 'baby brother', 'baby sister', 'youngster', 'subject child', 'subject children',
];
const PROFESSIONALS = [
  'social worker', 'student social worker', 'supervising social worker', 'family support worker', 'family worker', 'support worker', 'key worker', 'keyworker', 'youth worker',
  'outreach worker', 'duty worker', 'case worker', 'caseworker', 'early help worker', 'link worker', 'drug and alcohol worker', 'substance misuse worker', 'residential worker', 'domestic abuse worker', 'lead worker', 'allocated worker',
  'worker', 'practitioner', 'family practitioner', 'social work assistant', 'team manager', 'service manager', 'practice manager', 'practice lead', 'assistant team manager', 'deputy manager', 'manager', 'supervisor', 'head of service',
  'professional', 'lead professional', 'personal adviser', 'personal advisor', 'health visitor', 'midwife', 'midwives', 'nurse', 'school nurse', 'family nurse', 'community nurse', 'doctor', "children's doctor",
  'paediatrician', 'psychologist', 'clinical psychologist', 'educational psychologist', 'child psychologist', 'psychiatrist', 'therapist', 'family therapist', 'play therapist', 'speech and language therapist', 'occupational therapist',
  'counsellor', 'physio', 'physiotherapist', 'dentist', 'clinician', 'teacher', 'class teacher', 'head teacher', 'headteacher', 'deputy head', 'deputy head teacher', 'head of year', 'form tutor', 'tutor', 'teaching assistant', 'learning mentor',
  'pastoral lead', 'designated safeguarding lead', 'safeguarding lead', 'key person', 'nursery worker', 'nursery nurse', 'interpreter', 'housing officer', 'attendance officer', 'education welfare officer',
  'independent reviewing officer', 'reviewing officer', 'conference chair', 'coordinator', 'co-ordinator', 'family group conference coordinator', 'probation officer', 'safeguarding nurse',
  'children and families worker', 'child and family worker', "children's social worker", 'childrens social worker', "child's social worker", 'parent support adviser', 'contact supervisor', 'contact worker', 'family time worker', 'staff', 'GP', 'SW', 'SWs', 'SSW', 'HV', 'HVs', 'FSW', 'IRO', 'ASYE', 'DSL', 'PA', 'TA', 'SENCO', 'SENCo', 'IDVA', 'EHW',
];
const SERVICES = [
  "children's services", 'childrens services', "children's social care", 'childrens social care', "children's social work service", 'social services', 'social care', 'local authority', 'council', 'department', 'agency',
  'agencies', 'service', 'early help', 'school', 'nursery', 'college', 'hospital', 'clinic', 'surgery', 'police', 'probation', 'probation service', 'housing', 'housing association', 'health service',
  'youth offending team', 'youth justice service', 'youth justice team', 'social work team', 'duty team', 'family time centre', 'contact centre', 'family hub', 'family centre', 'family support service', 'family support team', 'child protection team', "disabled children's team", 'disabled childrens team',
  "children's team", "children's centre", 'childrens centre', "women's aid", 'mental health team', 'crisis team', "looked after children's team", 'CSC', 'LA', 'CAMHS', 'NHS', 'YOS', 'YOT', 'YJS', 'MASH', 'Cafcass', 'CAFCASS', 'EDT', 'DWP',
];
// Somebody, but neither family nor service: only `{person}`.
const OUTSIDERS = [
  'carer', 'foster carer', 'foster mum', 'foster dad', 'foster mother', 'foster father', 'foster parent', 'foster family', 'kinship carer', 'young carer', 'friend', 'best friend', 'family friend', 'neighbour', 'landlord', 'childminder', 'babysitter', 'advocate',
  'engineer', 'employer', 'lodger', 'adopter', 'appropriate adult', 'independent visitor', 'mentor',
];
const OFFICIALS = ['judge', 'magistrate', 'solicitor', 'barrister', "children's guardian", 'guardian', 'police officer', 'officer', 'detective', 'paramedic', 'family court judge', 'family solicitor'];

// Words whose last or first part says "he" or "she"; the rest leave it open.
const MEN = 'dad daddy father stepdad stepfather grandad granddad grandpa grandfather uncle brother stepbrother husband boyfriend son stepson grandson boy nephew MGF PGF papa baba abba abbu nanu dada dziadek opa taid tadcu abuelo chacha fiancé lad';
const WOMEN = 'mum mam mom mummy mommy mammy mother stepmum stepmother nan nana nanna gran granny grandma grandmother auntie aunty aunt sister stepsister wife girlfriend daughter stepdaughter granddaughter girl niece MGM PGM mama amma ammi nani dadi nanny babcia yiayia oma nain mamgu abuela nonna khala fiancée midwife';
const GENDERS: ReadonlyMap<string, number> = new Map([...MEN.toLowerCase().split(' ').map((word): [string, number] => [word, HE]), ...WOMEN.toLowerCase().split(' ').map((word): [string, number] => [word, SHE])]);

// Kinship and service words which name no person or service here.
const AFTER_CHILD = [
  'protection', 'in need', 'in care', 'abuse', 'sexual', 'criminal', 'exploitation', 'neglect', 'benefit', 'maintenance', 'minder', 'minding', 'care', 'development', 'arrangements', 'arrangement', 'assessment',
  'focused', 'focussed', 'centred', 'friendly', 'proof', 'seat', 'lock', 'safety', 'death', 'poverty', 'trafficking', 'tax', 'support', 'abduction', 'safeguarding', 'welfare', 'pornography', 'marriage', 'and family assessment',
  'and family assessments', 'and adolescent', 'to parent', 'on child', 'practice', 'well being', 'services', 'mental health', "'s play",
];
const AFTER_FAMILY = [
  'court', 'courts', 'time', 'group', 'group conference', 'group conferences', 'group conferencing', 'group meeting', 'group decision making', 'support', 'help', 'hubs', 'tree', 'history', 'home', 'life', 'meeting', 'meetings', 'plan', 'plans', 'name', 'file', 'room', 'therapy', 'law', 'liaison', 'intervention', 'network meeting',
  'nurse partnership', 'dynamics', 'circumstances', 'holiday', 'dog', 'cat', 'pet', 'car', 'income', 'finances', 'assessment', 'assessments', 'valued', 'planning', 'unit', 'arrangement', 'composition', 'functioning', 'dysfunction', 'connections', 'contact', 'breakdown', 'environment',
  'safeguarding', 'partnership', 'learning', 'fund', 'day', 'days', 'party', 'first', 'rights', 'background', 'doctor', 'drugs', 'division', 'members meeting', 'information', 'culture', 'values', 'view', 'led', 'focused', 'resource', 'resources', 'photo', 'photos', 'ties',
];
const AFTER_CHILDREN = ['act', "'s home", "'s homes", "'s house", "'s hospital", "'s commissioner", "'s panel", "'s ward", "'s book", "'s books", "'s clinic", "'s health", "'s workforce", "'s hearing", 'in care council', 'in need', 'in care', 'and families act', 'and young persons act', 'and social work act'];
const AFTER_SCHOOL = [
  'run', 'age', 'aged', 'bag', 'uniform', 'day', 'days', 'attendance', 'holiday', 'holidays', 'year', 'place', 'trip', 'dinner', 'dinners', 'meal', 'meals', 'bus', 'term', 'hours', 'gate', 'gates', 'work', 'records', 'record', 'report', 'reports', 'shoes', 'office', 'hall', 'secretary', 'night', 'nights', 'friends', 'fund',
];
const AFTER_POLICE = ['station', 'car', 'cars', 'log', 'logs', 'report', 'reports', 'protection', 'record', 'records', 'check', 'checks', 'national computer', 'file', 'powers', 'bail', 'interview', 'statement', 'custody', 'investigation', 'email', 'involvement'];
const NOBODY = [
  ...AFTER_CHILD.map((word) => after('child', word)), ...AFTER_FAMILY.map((word) => after('family', word)), ...AFTER_CHILDREN.map((word) => after('children', word)),
  ...AFTER_SCHOOL.map((word) => after('school', word)), ...AFTER_POLICE.map((word) => after('police', word)), 'childrens act', 'childrens home', 'Action for Children', 'Save the Children', 'Supporting Families', 'Strengthening Families', 'Troubled Families', 'Families First', 'Families Together',
  'mother tongue', 'mother board', 'mother and baby', 'mother and child', 'parent and child', 'parent and baby', 'mother nature', "mother's day", "mothers' day", "father's day", 'mothers day', 'fathers day', 'Father Christmas',
  'parent company', 'parent governor', 'parent governors', 'parent pay', 'parents evening', "parent's evening", 'corporate parent', 'corporate parents', 'corporate parenting', 'baby sit', 'baby sitting', 'baby bank', 'baby monitor', 'baby clinic', 'baby milk', 'baby food',
  'couple of', 'couple counselling', 'couples counselling', 'couples therapy', 'couples work', 'baby group', 'baby grow', 'baby gate', 'baby wipes', 'baby clothes', 'baby bottle', 'baby talk', 'big brother', 'big sister project', 'sister ward', 'brothers grimm', 'social work', 'service user', 'service users', 'service station', 'health and social care', 'housing benefit', 'council tax', 'council flat', 'council house',
  'staff room', 'staff meeting', 'staff training', 'worker bee', 'partner agency', 'partner agencies', 'civil partner', 'cub scouts', 'young person centred', 'friend request', 'GP surgery', 'GP appointment', 'GP records', 'doctor who', 'social care act', 'care and support', 'royal family', 'holy family', 'host family', 'boys club', 'boy scouts', 'girl guides', 'kid gloves', 'chair leg',
];

/** Titles that go before a surname, and the group and gender they show. */
export const TITLES: ReadonlyMap<string, number> = new Map([
  ['mr', HE], ['mrs', SHE], ['ms', SHE], ['miss', SHE], ['mx', 0],
  ...['dr', 'prof', 'professor', 'nurse', 'doctor', 'matron'].map((title): [string, number] => [title, PROFESSIONAL]),
  ...['pc', 'pcso', 'dc', 'ds', 'di', 'sgt', 'insp', 'supt', 'wpc', 'judge', 'justice', 'cllr', 'rev', 'imam', 'rabbi'].map((title): [string, number] => [title, OFFICIAL]),
]);
/** Kinship words used before a first name: "Uncle Franco". */
export const KIN_TITLES: ReadonlySet<string> = new Set([
  'nan', 'nana', 'nanna', 'nanny', 'gran', 'granny', 'grandma', 'grandad', 'granddad', 'grandpa', 'auntie', 'aunty', 'aunt', 'uncle', 'cousin', 'mama', 'baba', 'nani', 'dadi', 'oma', 'opa', 'nain', 'taid', 'baby',
  'babcia', 'yiayia', 'abuela', 'nonna', 'khala', 'chacha',
]);
export const DETERMINERS: ReadonlySet<string> = new Set(['the', 'her', 'his', 'their', 'my', 'our', 'your', 'both', 'all', 'these', 'those', 'this', 'each']);
/** Words that may stand between a determiner and a person. */
export const DESCRIBING: ReadonlySet<string> = new Set([
  'two', 'three', 'four', 'five', 'six', 'older', 'younger', 'elder', 'eldest', 'oldest', 'youngest', 'little', 'big', 'other', 'own', 'new', 'late', 'former', 'adult', 'young', 'teenage', 'unborn',
  'half', 'step', 'great', 'maternal', 'paternal', 'birth', 'whole', 'wider', 'ex', 'foster', 'female', 'male', 'previous', 'current', 'allocated', 'then',
]);

/** Entries by their first form, longest first. */
export const LEXICON: ReadonlyMap<string, readonly Entry[]> = compile();

/** Whether a phrase is in the lexicon, whatever its capitals: the entry that is the whole of it, or null. */
export function entryOf(phrase: string): Entry | null {
  const { forms } = tokenize(phrase);
  return LEXICON.get(forms[0])?.find((entry) => entry.forms.length === forms.length && entry.forms.every((form, at) => form === forms[at])) ?? null;
}

function genderOf(forms: readonly string[]): number {
  return GENDERS.get(forms[forms.length - 1]) ?? GENDERS.get(forms[0]) ?? 0;
}

function after(word: string, rest: string): string {
  return rest.startsWith("'") ? word + rest : `${word} ${rest}`;
}

function compile(): Map<string, Entry[]> {
  const lexicon = new Map<string, Entry[]>();
  const add = (phrase: string, groups: number, sort: Entry['sort'], plural: boolean): void => {
    // Without an apostrophe, words are what stands between spaces and hyphens.
    const forms = phrase.includes("'") ? tokenize(phrase).forms : phrase.toLowerCase().split(/[ -]/);
    const written = isCapital(phrase, 0) ? (isCapital(phrase, 1) ? 'capitals' : 'capital') : 'any';
    const same = lexicon.get(forms[0]) ?? [];
    lexicon.set(forms[0], [...same, { forms, groups: groups | (sort === 'nobody' ? 0 : genderOf(forms)), sort, plural, written }]);
  };
  const addBoth = (phrases: readonly string[], groups: number, sort: Entry['sort']): void => {
    for (const phrase of phrases) {
      const collective = /^(?:staff|children|young people|family)$/u.test(phrase) || /(?:s|children|people)$/u.test(phrase);
      add(phrase, groups, sort, collective);
      if (!collective) add(plural(phrase), groups, sort, true);
    }
  };
  addBoth(KIN, FAMILY, 'kin');
  addBoth(CHILDREN, FAMILY | CHILD, 'kin');
  addBoth(PROFESSIONALS, PROFESSIONAL, 'role');
  addBoth(SERVICES, SERVICE, 'service');
  addBoth(OUTSIDERS, 0, 'outsider');
  addBoth(OFFICIALS, OFFICIAL, 'role');
  for (const phrase of NOBODY) add(phrase, 0, 'nobody', false);
  for (const entries of lexicon.values()) entries.sort((a, b) => b.forms.length - a.forms.length);
  return lexicon;
}

function plural(phrase: string): string {
  if (isCapital(phrase, phrase.length - 1)) return `${phrase}s`;
  if (phrase === 'wife') return 'wives';
  return /[^aeiou]y$/u.test(phrase) ? `${phrase.slice(0, -1)}ies` : /(?:brother|sister|mother|father) in law$/u.test(phrase) ? phrase.replace(' in', 's in') : `${phrase}s`;
}

/** Whether a word may stand between a name and its kinship word: "his", "the", "older". */
export function leadsToPerson(form: string): boolean {
  return DETERMINERS.has(form) || DESCRIBING.has(form);
}
