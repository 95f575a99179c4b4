// Stands in the bundles for what Lezer's Markdown parser says of colours: nothing here colours what it has read.
export class Tag {}

const tag = new Tag();

export const tags = new Proxy({}, { get: (_, name) => (name === 'special' ? () => tag : tag) });

export const styleTags = () => () => null;
