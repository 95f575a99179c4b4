/**
 * The wrapped libraries of the plain-english pack in one place, so that they can be loaded apart, only when a note
 * asks for them.
 */
export { runReadability } from './readability.js';
export { runRetext } from './retext.js';
export { runWriteGood } from './write-good.js';
