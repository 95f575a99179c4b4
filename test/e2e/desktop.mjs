/**
 * The same stories in the desktop VS Code, on a machine that can download it (Windows and macOS too). It needs a
 * build in `dist/`, and runs the source tree rather than the .vsix.
 *
 *   node test/e2e/desktop.mjs [version of VS Code, or "stable"]
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { bundleStories } from './bundle.mjs';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

const workspace = mkdtempSync(join(tmpdir(), 'vsc-'));
cpSync(path('test/e2e/workspace'), workspace, { recursive: true });
try {
  const { entry } = await bundleStories(path('.test/e2e/stories'), 'stories');
  await runTests({
    version: process.argv[2] ?? '1.100.3',
    extensionDevelopmentPath: path('.'),
    extensionTestsPath: entry,
    extensionTestsEnv: { ALONGSIDE_E2E_REPORT: path('.test/e2e/desktop.json') },
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
} finally {
  rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
}
