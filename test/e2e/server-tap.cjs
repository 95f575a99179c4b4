// Loaded by the language server of an extension under test before anything else: hears what it writes to its error
// stream, what it logs as an error, and the requests it answers with one. Each is a line of the file that is named in
// ALONGSIDE_E2E_COMPLAINTS.
const { appendFileSync } = require('node:fs');

const file = process.env.ALONGSIDE_E2E_COMPLAINTS;
/** A client that asks again, or for a text that has changed since, is answered with one of these. */
const USUAL = new Set([-32800, -32801, -32802]);
const tell = (text) => appendFileSync(file, `${JSON.stringify({ at: Date.now(), from: 'language server', text })}\n`);

tell(null); // somebody listens
const write = process.stderr.write.bind(process.stderr);
process.stderr.write = (chunk, ...more) => {
  tell(String(chunk));
  return write(chunk, ...more);
};
const send = process.send.bind(process);
process.send = (message, ...more) => {
  const { method, params, error } = message;
  if (/^window\/(?:log|show)Message$/.test(method ?? '') && params.type === 1) tell(params.message);
  if (error && !USUAL.has(error.code)) tell(`answered with ${error.code}: ${error.message}`);
  return send(message, ...more);
};
