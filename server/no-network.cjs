// Stands in the bundles wherever a library asks for `net`, so that there is no network module in them: what the editor
// and the server say to each other goes through standard input and output, or the channel Node gives a child process.
const refuse = () => {
  throw new Error('Alongside opens no connection.');
};

module.exports = { createConnection: refuse, createServer: refuse };
