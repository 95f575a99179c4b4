/**
 * The wrapped libraries of the plain-english pack in one place, so that they can be loaded apart, only when a note
 * asks for them.
 */
export { runReadability } from './plain-english/readability.js';
export { runRetext } from './plain-english/retext.js';
export { runWriteGood } from './plain-english/write-good.js';
