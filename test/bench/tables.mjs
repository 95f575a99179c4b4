/** What was measured, as tables to read. It measures nothing. */

export function tables({ sizes, patience, tools, ratios }) {
  const [ours] = tools;
  const { size, growth = [] } = ours;
  const notEnded = `not in ${patience} s`;
  const stroke = ({ keystrokes }, words) => (keystrokes[words] ? `${keystrokes[words].p50.toFixed(2)} / ${keystrokes[words].p95.toFixed(2)}` : notEnded);
  return [
    table(
      ['', ...[1_000, 10_000, 100_000].map((words) => `keystroke in ${number(words)} words, p50 / p95 ms`), 'words a second', 'cold start, empty Node = 1', '1,000 records, s', 'memory MiB, 1,000 / 100,000 words'],
      tools.map((tool) => [
        tool.name, stroke(tool, 1_000), stroke(tool, 10_000), stroke(tool, 100_000), tool.wordsPerSecond ? number(Math.round(tool.wordsPerSecond)) : notEnded,
        tool.cold ? `${tool.cold.ratio.toFixed(2)} (${tool.cold.milliseconds.toFixed(0)} ms)` : '–',
        tool.memory === null ? '–' : tool.folder === null ? notEnded : (tool.folder / 1000).toFixed(1),
        tool.memory ? [1_000, 100_000].map((words) => tool.memory[words]?.toFixed(0) ?? notEnded).join(' / ') : '–',
      ]),
    ),
    table(['', 'keystroke × ours', 'words a second: ours × theirs'], tools.slice(1).map((tool) => [tool.name, tool.keystrokes[10_000] ? (tool.keystrokes[10_000].p50 / ours.keystrokes[10_000].p50).toFixed(1) : notEnded, tool.wordsPerSecond ? (ours.wordsPerSecond / tool.wordsPerSecond).toFixed(2) : notEnded])),
    table(['ours / write-good, by turns', 'ratio'], Object.entries(ratios).map(([name, ratio]) => [name, ratio.toFixed(3)])),
    table(['words', 'reading ms', '× before', 'keystroke ms', '× before'], growth.map(({ words, reading, keystroke }, at) => [number(words), reading.toFixed(1), grown(growth, at, 'reading'), keystroke.toFixed(2), grown(growth, at, 'keystroke')])),
    `Alongside: ${size.rules} rules, ${size.phrases} phrases${size.problems ? `, ${size.problems} problems in rule files` : ''}. Node ${process.versions.node}.`,
    `Sizes: ${sizes.length === 0 ? 'nothing is built' : sizes.map(({ name, bytes }) => `${name} ${Math.ceil(bytes / 1024)} KB`).join(', ')}.`,
  ].join('\n\n');
}

function grown(growth, at, what) {
  return at === 0 ? '' : (growth[at][what] / growth[at - 1][what]).toFixed(2);
}

function number(value) {
  return value.toLocaleString('en-GB');
}

function table(head, lines) {
  return [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
