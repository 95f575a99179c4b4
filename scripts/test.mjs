process.argv.length > 2 || process.argv.push('unit');
await import('../test/run.mjs');
