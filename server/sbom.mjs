// A software bill of materials of what is bundled, in CycloneDX: what npm says of the installed packages, cut down to those
// that esbuild says went in, and to what names them.
import { spawnSync } from 'node:child_process';

/**
 * @param {readonly { name: string, version: string }[]} bundled
 * @param {string} root the project's folder
 * @returns {string} JSON
 * @throws where npm cannot tell, or does not know a package that went in
 */
export function bomOf(bundled, root) {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm could not tell what is installed: ${stderr}`);
  const { $schema, bomFormat, specVersion, version, metadata, components } = JSON.parse(stdout);
  const known = new Map(components.map((component) => [`${component.name}@${component.version}`, component]));
  const parts = bundled.map(({ name, version }) => {
    const component = known.get(`${name}@${version}`);
    if (!component) throw new Error(`${name} ${version} is bundled, and npm does not know it.`);
    return part(component);
  });
  // No time and no number of its own: the same bundles have the same bill.
  return JSON.stringify({ $schema, bomFormat, specVersion, version, metadata: { component: { ...part(metadata.component), name: 'alongside', type: 'application' } }, components: parts });
}

function part({ type, name, version, purl, licenses }) {
  return { type, name, version, purl, licenses };
}
