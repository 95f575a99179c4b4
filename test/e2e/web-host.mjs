/**
 * Makes VS Code's server offer a page in which an extension runs in the web worker host, as it does on vscode.dev: a
 * proxy in front of it names the extension in the page's configuration, and serves its files. It knows nothing of what
 * the extension does.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.json': 'application/json', '.js': 'text/javascript', '.md': 'text/markdown', '.png': 'image/png' };

/**
 * @param {object} options
 * @param {number} options.port of VS Code's server
 * @param {string} options.extension folder of the extension
 * @param {{ folder?: string, module?: string }} options.tests an extension's folder, and its module with `run()`; neither where nothing is to be run
 * @returns {Promise<{ port: number, stop: () => void }>}
 */
export async function startWebHost({ port, extension, tests: { folder, module } }) {
  const served = { extension, ...(folder ? { tests: folder } : {}) };
  const told = { extensions: Object.keys(served).map((part) => `/${part}`), tests: module && `/tests/${module}` };
  const proxy = createServer(async (asked, answer) => {
    const { pathname } = new URL(asked.url, 'http://127.0.0.1');
    const [, part, ...inside] = decodeURIComponent(pathname).split('/');
    if (Object.hasOwn(served, part)) {
      const file = join(served[part], normalize(`/${inside.join('/')}`));
      const content = await readFile(file).catch(() => null);
      answer.writeHead(content ? 200 : 404, content ? { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' } : {});
      return answer.end(content ?? '');
    }
    const isPage = pathname === '/';
    const headers = isPage ? { ...asked.headers, 'accept-encoding': 'identity' } : asked.headers;
    const onward = request({ host: '127.0.0.1', port, path: asked.url, method: asked.method, headers }, (answered) => {
      if (isPage) return void answerPage(answered, answer, asked.headers.host, told);
      answer.writeHead(answered.statusCode, answered.headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  proxy.on('upgrade', (asked, socket, head) => {
    const onward = connect(port, '127.0.0.1', () => {
      const headers = asked.rawHeaders.map((part, at) => (at % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('');
      onward.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${headers}\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: proxy.address().port,
    stop() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

/** An extension that the page's configuration names by an address runs in the web worker host. */
async function answerPage(answered, answer, authority, { extensions, tests }) {
  const page = Buffer.concat(await answered.toArray()).toString('utf8');
  const uri = (path) => ({ scheme: 'http', authority, path });
  const changed = page.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, (_, before, settings) => {
    const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    // Driven by tests VS Code shows no dialogs, and lately no notifications either.
    configuration.developmentOptions = { ...configuration.developmentOptions, extensions: extensions.map(uri), ...(tests ? { enableSmokeTestDriver: true, extensionTestsPath: uri(tests) } : {}) };
    return `${before}${JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
  const { 'content-length': _, 'content-encoding': __, 'transfer-encoding': ___, etag: ____, ...headers } = answered.headers;
  answer.writeHead(answered.statusCode, headers);
  answer.end(changed);
}
