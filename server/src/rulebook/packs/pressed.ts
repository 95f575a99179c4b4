/**
 * The packs as they lie in the extension: pressed by LZMA, a twelfth smaller than what a .vsix makes of them. A library
 * presses them when they are packed. What reads them back follows LZMA's own specification (Igor Pavlov, public domain)
 * line by line: the library's reader brings all that presses with it. It does not know what it reads.
 */

/** How often a bit was 0, in 2,048; it moves by a part in 2 to the power of `MOVES` for each bit. */
const [EVEN, BITS, MOVES] = [1024, 11, 5];
const STATES = 12;
/** States before this one follow a letter. */
const AFTER_MATCH = 7;
/** Where the guesses of each kind begin. A place has up to 16 kinds of its own. */
const IS_MATCH = 0;
const IS_REPEAT = IS_MATCH + STATES * 16;
const IS_NOT_LAST = IS_REPEAT + STATES;
const IS_NOT_SECOND = IS_NOT_LAST + STATES;
const IS_FOURTH = IS_NOT_SECOND + STATES;
const IS_LONG = IS_FOURTH + STATES;
const SLOTS = IS_LONG + STATES * 16;
const NEAR = SLOTS + 4 * 64;
const ALIGNED = NEAR + 115;
const LENGTHS = ALIGNED + 16;
/** Of lengths: two questions, short and middling ones for each kind of place, long ones. */
const [SHORT, MIDDLING, LONG, OF_LENGTHS] = [2, 2 + 16 * 8, 2 + 2 * 16 * 8, 2 + 2 * 16 * 8 + 256];
const REPEATED_LENGTHS = LENGTHS + OF_LENGTHS;
const LETTERS = REPEATED_LENGTHS + OF_LENGTHS;
const OF_LETTER = 768;
const HEAD = 13;
const SIGN = 0x80000000 | 0;

/** What was pressed, of the length that its head says; of anything else, nonsense of some length, or a `RangeError`. Takes some 60 ms for the packs. */
export function unpressed(bytes: Uint8Array): Uint8Array {
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD);
  const [size, more] = [head.getUint32(5, true), head.getUint32(9, true)];
  if (more !== 0) throw new RangeError('What was pressed says nothing of its length');
  const high = bytes[0] % 9;
  const low = Math.floor(bytes[0] / 9) % 5;
  const places = (1 << Math.floor(bytes[0] / 45)) - 1;
  const rows = (1 << low) - 1;
  const guesses = new Uint16Array(LETTERS + OF_LETTER * (1 << (high + low))).fill(EVEN);
  const out = new Uint8Array(size);
  // Both are unsigned numbers of 32 bits, kept as signed ones: those are what engines are quick with.
  let range = -1;
  let code = 0;
  let next = HEAD + 1;
  for (let i = 0; i < 4; i++) code = (code << 8) | bytes[next++];

  const bit = (guess: number): 0 | 1 => {
    const odds = guesses[guess];
    const bound = Math.imul(range >>> BITS, odds);
    const is: 0 | 1 = (code ^ SIGN) < (bound ^ SIGN) ? 0 : 1;
    if (is === 0) {
      range = bound;
      guesses[guess] = odds + (((1 << BITS) - odds) >> MOVES);
    } else {
      range -= bound;
      code -= bound;
      guesses[guess] = odds - (odds >> MOVES);
    }
    if ((range & 0xff000000) === 0) {
      range <<= 8;
      code = (code << 8) | bytes[next++];
    }
    return is;
  };
  const tree = (guess: number, bits: number): number => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(guess + node);
    return node - (1 << bits);
  };
  const lowestFirst = (guess: number, bits: number): number => {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const is = bit(guess + node);
      node = (node << 1) | is;
      value |= is << i;
    }
    return value;
  };
  const plain = (bits: number): number => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      code = (code - range) | 0;
      const below = code >> 31;
      code = (code + (range & below)) | 0;
      if ((range & 0xff000000) === 0) {
        range <<= 8;
        code = (code << 8) | bytes[next++];
      }
      value = (value << 1) | (below + 1);
    }
    return value;
  };
  const lengthAt = (guess: number, place: number): number => {
    if (bit(guess) === 0) return tree(guess + SHORT + place * 8, 3);
    return bit(guess + 1) === 0 ? 8 + tree(guess + MIDDLING + place * 8, 3) : 16 + tree(guess + LONG, 8);
  };
  const distanceFor = (length: number): number => {
    const slot = tree(SLOTS + Math.min(length, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const from = (2 | (slot & 1)) << bits;
    return slot < 14 ? from + lowestFirst(NEAR + from - slot, bits) : from + (plain(bits - 4) << 4) + lowestFirst(ALIGNED, 4);
  };

  let state = 0;
  let [last, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < size; ) {
    const place = at & places;
    if (bit(IS_MATCH + state * 16 + place) === 0) {
      const letter = LETTERS + OF_LETTER * (((at & rows) << high) + (at === 0 ? 0 : out[at - 1] >> (8 - high)));
      let symbol = 1;
      if (state >= AFTER_MATCH) {
        // It is not what stands after the same words there.
        for (let unlike = out[at - last - 1]; symbol < 0x100; unlike <<= 1) {
          const there = (unlike >> 7) & 1;
          const is = bit(letter + ((1 + there) << 8) + symbol);
          symbol = (symbol << 1) | is;
          if (is !== there) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(letter + symbol);
      out[at++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 0;
    if (bit(IS_REPEAT + state) === 0) {
      [second, third, fourth] = [last, second, third];
      length = lengthAt(LENGTHS, place);
      last = distanceFor(length);
      state = state < AFTER_MATCH ? 7 : 10;
    } else {
      if (bit(IS_NOT_LAST + state) === 0) {
        if (bit(IS_LONG + state * 16 + place) === 0) {
          out[at] = out[at - last - 1];
          at++;
          state = state < AFTER_MATCH ? 9 : 11;
          continue;
        }
      } else if (bit(IS_NOT_SECOND + state) === 0) [last, second] = [second, last];
      else if (bit(IS_FOURTH + state) === 0) [last, second, third] = [third, last, second];
      else [last, second, third, fourth] = [fourth, last, second, third];
      length = lengthAt(REPEATED_LENGTHS, place);
      state = state < AFTER_MATCH ? 8 : 11;
    }
    for (const end = Math.min(size, at + length + 2); at < end; at++) out[at] = out[at - last - 1];
  }
  return out;
}
