/**
 * How the HTML report looks, in light and in dark, on a screen and on paper.
 */
export const STYLE = `
:root { --ground: #fbfaf7; --ink: #23272b; --soft: #5a6169; --line: #d9d5cb; --bar: #2f7a78; --card: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ground: #16191c; --ink: #e9e6df; --soft: #a9aeb4; --line: #3a4046; --bar: #64b5b0; --card: #1f2327; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.8rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
header p, footer p, section > p { color: var(--soft); max-width: 42rem; margin: .25rem 0 1rem; }
.tiles { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; margin: 1.5rem 0 0; padding: 0; }
.tiles li { flex: 1 1 10rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; color: var(--soft); }
.tiles strong { display: block; font-size: 1.8rem; line-height: 1.2; color: var(--ink); }
svg { display: block; width: 100%; height: auto; font: 14px system-ui, sans-serif; }
svg text { fill: var(--ink); }
svg rect { fill: var(--bar); }
svg .value { fill: var(--soft); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
caption { text-align: left; color: var(--soft); padding: .4rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { color: var(--soft); }
td:last-child, thead th:last-child { text-align: right; padding-right: 0; }
code { color: var(--soft); font-size: .85em; }
summary { cursor: pointer; color: var(--soft); margin: .5rem 0; }
blockquote { margin: .25rem 0; padding: .25rem 0 .25rem 1rem; border-left: 3px solid var(--line); }
@media print { details { display: none; } body { max-width: none; } }
`;
