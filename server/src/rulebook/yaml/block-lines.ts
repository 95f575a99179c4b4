/** The lines of a block of text in YAML (`name: |`), each with its place. What is written in them it does not know. */
import type { YamlNode } from './yaml.js';

/** The lines after “|”, without what indents them; a choice of words that is open where its line ends, `(this|that|`, goes on in the next. Offsets in `source`. */
export function blockLines(source: string, node: YamlNode): readonly BlockLine[] {
  const [start, end] = node.range;
  const lines: { texts: string[]; offset: number; end: number }[] = [];
  let open = 0;
  let goesOn = false;
  for (let at = source.indexOf('\n', start) + 1; at > 0 && at < end; ) {
    const stop = source.indexOf('\n', at);
    const line = source.slice(at, stop < 0 ? end : stop);
    const text = line.trim();
    if (text !== '') {
      const offset = at + line.search(/\S/);
      if (!goesOn) {
        lines.push({ texts: [], offset, end: offset });
        open = 0;
      }
      const last = lines[lines.length - 1];
      last.texts.push(text);
      last.end = offset + text.length;
      open += text.split('(').length - text.split(')').length;
      goesOn = open > 0 && text.endsWith('|');
    }
    at = stop < 0 ? end : stop + 1;
  }
  return lines.map(({ texts, ...place }) => ({ text: texts.join(''), ...place }));
}

export interface BlockLine {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}
