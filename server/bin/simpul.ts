#!/usr/bin/env node
const major = Number(process.versions.node.split('.')[0]);
if (major < 26) {
  process.stderr.write(
    `This is Node ${process.versions.node}; Simpul needs 26, which "npm install" brought along.\n` +
      'Run it as "npx simpul ..." or "npm start" in the folder of Simpul.\n',
  );
  process.exit(1);
}
// Later starts find the code as this one read it: types stripped, compiled.
const { enableCompileCache } = await import('node:module');
enableCompileCache(`${import.meta.dirname}/../../.simpul/compiled`);
const { main } = await import('../src/cli.ts');
await main(process.argv.slice(2));
