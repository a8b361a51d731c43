/** Writes the documents that are made from code. `npm run docs`; tests compare what is committed. */
import fs from 'node:fs';
import path from 'node:path';
import { accessMatrix } from './access-matrix.ts';

const root = path.join(import.meta.dirname, '..');
const documents: { file: string; make: () => string }[] = [
  { file: 'docs/access-matrix.md', make: () => accessMatrix() },
];

for (const { file, make } of documents) {
  fs.writeFileSync(path.join(root, file), make());
  process.stdout.write(`wrote ${file}\n`);
}
