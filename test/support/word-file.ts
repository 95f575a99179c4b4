/**
 * Small Word documents, made of what Word writes at the least.
 */
import { strToU8, zipSync } from 'fflate';

/** `body` is WordprocessingML; `more` are further parts by their path. */
export function wordFile(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="lists" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="picture" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>`,
    'word/styles.xml': `${XML}<w:styles ${W}>${['Title', 'heading 1', 'heading 2'].map((name) => `<w:style w:type="paragraph" w:styleId="${idOf(name)}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    'word/numbering.xml': `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])));
}

/** A paragraph; `\n` in it is a line break. */
export function p(text: string, style?: 'Title' | 'heading 1' | 'heading 2'): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${idOf(style)}"/></w:pPr>` : ''}${run(text)}</w:p>`;
}

export function bold(text: string): string {
  return `<w:p><w:r><w:rPr><w:b/></w:rPr>${words(text)}</w:r></w:p>`;
}

/** A list item; the outermost level is 0. */
export function item(text: string, level = 0): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
}

/** A table of rows of cells, each made of paragraphs. */
export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** Words that were taken out, or put in, while changes were tracked. */
export function tracked(how: 'del' | 'ins', text: string): string {
  return `<w:p><w:${how} w:id="1" w:author="A"><w:r>${how === 'del' ? words(text).replaceAll('w:t', 'w:delText') : words(text)}</w:r></w:${how}></w:p>`;
}

export function picture(): string {
  return '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="p" descr="Wren Ashdown at the door"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function idOf(style: string): string {
  return style.replace(/ /g, '').replace(/^h/, 'H');
}

function run(text: string): string {
  return `<w:r>${words(text)}</w:r>`;
}

function words(text: string): string {
  return text.split('\n').map((line) => `<w:t xml:space="preserve">${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t>`).join('<w:br/>');
}
