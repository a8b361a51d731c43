/**
 * Writes the documents that are made from code; tests compare what is committed. `npm run docs`; with `-- --release`
 * also what the released contract promises from now on (docs/openapi.snapshot.json).
 */
import fs from 'node:fs';
import path from 'node:path';
import { contract } from '@simpul/contract/router';
import { openApiOf } from '../server/src/platform/http/openapi.ts';
import { accessMatrix } from './access-matrix.ts';
import { type Api, promiseOf } from './contract-compat.ts';
import { dataDictionary } from './data-dictionary.ts';

const root = path.join(import.meta.dirname, '..');
const documents: { file: string; make: () => string | Promise<string>; release?: boolean }[] = [
  { file: 'docs/access-matrix.md', make: () => accessMatrix() },
  { file: 'docs/data-dictionary.md', make: () => dataDictionary() },
  {
    file: 'docs/openapi.snapshot.json',
    make: async () => `${JSON.stringify(promiseOf((await openApiOf(contract)) as unknown as Api))}\n`,
    release: true,
  },
];

for (const { file, make, release } of documents) {
  if (release && !process.argv.includes('--release')) continue;
  fs.writeFileSync(path.join(root, file), await make());
  process.stdout.write(`wrote ${file}\n`);
}
