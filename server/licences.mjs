// The licences of everything that is bundled, in one text: what esbuild says went in, and what each package says of itself.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles of every bundle that ships
 * @param {string} root the project's folder, with `/` at its end
 * @throws where a package says nothing of its licence: then it may not be shipped
 */
export function licencesOf(metafiles, root) {
  const folders = new Set(metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    return folder && bytesInOutput > 0 ? [folder] : [];
  }))));
  const packages = [...folders].map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
    if (!license) throw new Error(`${name} says nothing of its licence.`);
    const file = readdirSync(`${root}${folder}`).find((one) => /^(?:licen[cs]e|copying)(?:\.|-mit|$)/i.test(one));
    const text = file ? readFileSync(`${root}${folder}/${file}`, 'utf8').trim() : `${license}${author ? `, by ${author.name ?? author}` : ''}`;
    return { name, version, license, text };
  });
  const once = new Map(packages.sort((a, b) => (a.name < b.name ? -1 : 1)).map((one) => [`${one.name} ${one.version}`, one]));
  // Many packages come with the same words: they are said once, for all of them.
  const byText = new Map();
  for (const [title, { license, text }] of once) byText.set(text, [...(byText.get(text) ?? []), `${title} (${license})`]);
  return `Alongside is made with the help of these packages, which are part of it.\n\n${[...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text.replace(/^/gm, '    ').replace(/[ \t]+$/gm, '')}\n`).join('\n')}`;
}
