/**
 * The report as JSON, for programs: docs/report.schema.json.
 */
import type { Writer } from '../formats.js';

export function json(): Writer {
  let before = '{\n  "version": 1,\n  "files": [';
  let after = '';
  return {
    record(file) {
      const text = `${before}\n    ${indented(file, '    ')}`;
      before = ',';
      after = '\n  ';
      return text;
    },
    end: ({ problems, summary }) => `${before === ',' ? '' : before}${after}],\n  "problems": ${indented(problems, '  ')},\n  "summary": ${indented(summary, '  ')}\n}\n`,
  };
}

/** Lines within a value are never inside a string: there they are escaped. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
