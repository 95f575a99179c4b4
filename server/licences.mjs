// The licences of everything that is bundled, in one text: what esbuild says went in, and what each package says of itself.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles of every bundle that ships
 * @param {string} root the project's folder, with `/` at its end
 * @throws where a package says nothing of its licence: then it may not be shipped
 */
export function licencesOf(metafiles, root) {
  const packages = foldersIn(metafiles).map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
    if (!license) throw new Error(`${name} says nothing of its licence.`);
    const file = readdirSync(`${root}${folder}`).find((one) => /^(?:licen[cs]e|copying)(?:\.|-mit|$)/i.test(one));
    const text = file ? readFileSync(`${root}${folder}/${file}`, 'utf8').trim() : `${license}${author ? `, by ${author.name ?? author}` : ''}`;
    // Where a package leaves the choice, it is used under the MIT licence.
    return /\bMIT OR\b|\bOR MIT\b/.test(license) ? { name, version, license: 'MIT', text: text.slice(Math.max(0, text.search(/^The MIT Licen[cs]e/m))).split(/^GPL\b/m)[0].trim() } : { name, version, license, text };
  });
  const once = new Map(packages.sort((a, b) => (a.name < b.name ? -1 : 1)).map((one) => [`${one.name} ${one.version}`, one]));
  // Many packages come with the same words: they are said once, for all of them.
  const byTerms = new Map();
  for (const [title, { license, text }] of once) {
    const { holders, terms } = apart(text);
    const { texts, titles } = byTerms.get(terms.key) ?? { texts: terms.text, titles: [] };
    byTerms.set(terms.key, { texts, titles: [...titles, `${title} (${license})`, ...holders.map((line) => `    ${line}`)] });
  }
  return `Alongside is made with the help of these packages, which are part of it.\n\n${[...byTerms.values()].map(({ texts, titles }) => `${titles.join('\n')}\n\n${texts.replace(/^(?=.)/gm, '  | ')}\n`).join('\n')}`;
}

/** The packages that went in, each once, by name. The arguments are those of `licencesOf`. */
export function packagesIn(metafiles, root) {
  const packages = foldersIn(metafiles).map((folder) => JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')));
  return [...new Map(packages.map(({ name, version }) => [`${name} ${version}`, { name, version }])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function foldersIn(metafiles) {
  return [...new Set(metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    return folder && bytesInOutput > 0 ? [folder] : [];
  }))))];
}

/** Who holds the rights, line by line, and the terms; two texts that differ only in how they are broken into lines have the same key. */
function apart(text) {
  const lines = text.split('\n').map((line) => line.trim());
  const isHolder = (line) => /^(?:\(c\)|copyright\b.*(?:\d{4}|\(c\)|©|@|<))/i.test(line) && !/notice|holder/i.test(line);
  const rest = lines.filter((line) => !isHolder(line) && !/^[=-]{3,}$/.test(line) && !/^(?:#+ )?\(?(?:the )?(?:mit|isc) licen[cs]e(?: \(mit\))?\)?:?$/i.test(line)).join('\n').replace(/\n{3,}/g, '\n\n').trim();
  return { holders: lines.filter(isHolder), terms: { key: rest.toLowerCase().replace(/[\s"'“”‘’*_]+/g, ' '), text: rest } };
}
