/**
 * All that goes between records and other programs, in one piece: an editor's server loads it when it is first asked
 * for any of it.
 */
export { cleanCopy, type CleanCopy } from './clean/clean-copy.js';
export { fromHtml, fromPlainText } from './copied.js';
export { readWord, type Unread, type WordRecord } from './word/word-record.js';
