/**
 * Long notes made of the example records, with other names in every copy, and the same typing on them for
 * everybody. It does not know who reads them.
 */
import { readdirSync, readFileSync } from 'node:fs';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

const NAMES = [
  'Jaydon', 'Chantelle', 'Kyron', 'Lorna', 'Bev', 'Rukhsana', 'Idris', 'Zuzanna', 'Filip', 'Ewa', 'Darren', 'Tomasz', 'Bronwen',
  'Mia-Rose', 'Cian', 'Noreen', 'Patrick', 'Tendai', 'Rudo', 'Farai', 'Blessing', 'Gogo', 'Katie', 'Siobhán', 'Iolo', 'Cerys',
  'Gethin', 'Mamgu', 'Rhodri', 'Parminder', 'Joe', 'Mehmet', 'Glenys', 'Winston', 'Hatice', 'Kirsty', 'Emre', 'Lin', 'Mei', 'Marek',
  'Funmi', 'Craig', 'Thaksha', 'Periyamma', 'Gwen', 'Anjali',
];
const OTHERS = [
  'Aoife', 'Bilal', 'Chidi', 'Dilys', 'Eluned', 'Farida', 'Goran', 'Hana', 'Ifeoma', 'Jakub', 'Kwame', 'Leila', 'Magda', 'Nasreen',
  'Oisín', 'Priti', 'Quentin', 'Roza', 'Samira', 'Temi', 'Umar', 'Valentina', 'Wen', 'Xenia', 'Yusuf', 'Zofia', 'Anselm', 'Beata',
  'Cosmin', 'Delroy', 'Esme', 'Florin', 'Gita', 'Hywel', 'Ines', 'Jamal', 'Kezia', 'Lakshmi', 'Milos', 'Ngozi', 'Olena', 'Pedro',
  'Rhiannon', 'Sunita', 'Tariq', 'Ursula', 'Vikram', 'Winnie', 'Yetunde', 'Zainab',
];
const TYPED = 'Mum said she rang the school on Monday and nobody rang her back until Thursday. ';

export function countWords(text) {
  return text.match(WORD)?.length ?? 0;
}

/** A note of at least `words` words, the same every time. */
export function longNote(words) {
  const records = readdirSync(EXAMPLES).filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
    .map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8').replace(FRONT_MATTER, ''));
  const parts = ['---\ntype: case-note\nchild: Jaydon Price\n---\n'];
  let count = 0;
  for (let copy = 0; count < words; copy++) {
    for (const record of records) {
      if (count >= words) break;
      const part = renamed(record, copy);
      parts.push(part);
      count += countWords(part);
    }
  }
  return parts.join('\n');
}

/** The first `words` words of a long note, cut at the end of a block. */
export function shortNote(words) {
  const blocks = longNote(words).split(/(?<=\n\n)/);
  const parts = [];
  let count = 0;
  for (const block of blocks) {
    if (count >= words) break;
    parts.push(block);
    count += countWords(block);
  }
  return parts.join('');
}

/** What `text` becomes, one typed character at a time: a sentence in one place, then one in another. Endless, the same every time. */
export function* typing(text) {
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (;;) {
    const places = [...text.matchAll(/(?<=[a-z][.] )(?=[A-Z])/g)].map((match) => match.index);
    let at = places[Math.floor(random() * places.length)];
    const original = text;
    for (const char of TYPED) {
      text = text.slice(0, at) + char + text.slice(at);
      at += 1;
      yield text;
    }
    // So that the note stays as long as it was.
    text = original;
    yield text;
  }
}

function renamed(record, copy) {
  if (copy === 0) return record;
  return record.replace(/\p{Lu}[\p{L}-]+/gu, (word) => {
    const index = NAMES.indexOf(word);
    return index < 0 ? word : OTHERS[(index + copy * 7) % OTHERS.length];
  });
}
