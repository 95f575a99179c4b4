/**
 * Rich text onto the clipboard: the editor's own way takes plain text only, a page in it may take both. The page shows
 * what it copies, copies it by itself where it may, and else waits for its one button. It closes when it has.
 */
import { env, l10n, ViewColumn, window } from 'vscode';

/** What is copied. */
export interface Rich {
  /** Without scripts or anything else that is not words. */
  readonly html: string;
  readonly plain: string;
}

/** `closed`: by its reader, with nothing copied. */
export async function copyThroughPage(rich: Rich): Promise<'rich' | 'plain' | 'closed'> {
  const panel = window.createWebviewPanel('alongside.copyClean', l10n.t('Copy clean'), { viewColumn: ViewColumn.Active, preserveFocus: false }, { enableScripts: true, localResourceRoots: [] });
  const gone = new Promise<'closed'>((resolve) => { panel.onDidDispose(() => resolve('closed')); });
  const said = new Promise<'rich' | 'refused'>((resolve) => { panel.webview.onDidReceiveMessage(resolve); });
  panel.webview.html = copyPage(rich, nonce());
  const how = await Promise.race([said, gone]);
  panel.dispose();
  await gone;
  if (how !== 'refused') return how;
  await env.clipboard.writeText(rich.plain);
  return 'plain';
}

/** `key` allows this page's own script and style, and no other. */
export function copyPage({ html, plain }: Rich, key: string): string {
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${key}'; style-src 'nonce-${key}'">
<title>${escaped(l10n.t('Copy clean'))}</title>
<style nonce="${key}">
  body { max-width: 44em; margin: 1.5em auto; padding: 0 1.5em; }
  button { font: inherit; padding: .5em 1.2em; border: 1px solid var(--vscode-button-border, transparent); color: var(--vscode-button-foreground); background: var(--vscode-button-background); cursor: pointer; }
  button:focus { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
  article { margin-top: 1.5em; padding-top: 1em; border-top: 1px solid var(--vscode-panel-border); }
  table { border-collapse: collapse; }
</style>
</head>
<body>
<main>
<p role="status">${escaped(l10n.t('Press Enter to copy what stands below. Nothing of Alongside is in it.'))}</p>
<p><button id="copy" autofocus>${escaped(l10n.t('Copy'))}</button></p>
<article id="record" aria-label="${escaped(l10n.t('What will be copied'))}">${html}</article>
</main>
<script nonce="${key}">
const editor = acquireVsCodeApi();
const rich = ${JSON.stringify({ html: `<meta charset="utf-8">${html}`, plain }).replace(/</g, '\\u003c')};
const button = document.getElementById('copy');
let done = false;
const tell = (how) => { if (!done) { done = true; editor.postMessage(how); } };
async function copy() {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([rich.html], { type: 'text/html' }), 'text/plain': new Blob([rich.plain], { type: 'text/plain' }) })]);
    tell('rich');
    return true;
  } catch {
    return false;
  }
}
/** The older way, for a press of the button only. */
function copyByHand() {
  let copied = false;
  const fill = (event) => {
    event.clipboardData.setData('text/html', rich.html);
    event.clipboardData.setData('text/plain', rich.plain);
    event.preventDefault();
    copied = true;
  };
  document.addEventListener('copy', fill, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return copied;
}
button.addEventListener('click', async () => { if (!(await copy())) tell(copyByHand() ? 'rich' : 'refused'); });
window.addEventListener('focus', () => { void copy().then((copied) => { if (!copied) button.focus(); }); });
void copy().then((copied) => { if (!copied) button.focus(); });
</script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
