import { mkdir, writeFile } from 'node:fs/promises';
import { exampleFiles, writeSheet } from './examples.ts';
import { makeProvince } from './province.ts';

const folder = new URL('../../examples/', import.meta.url);

await mkdir(folder, { recursive: true });
for (const file of exampleFiles(await makeProvince())) {
  const content = file.kind === 'sheet' ? await writeSheet(file.rows) : file.text;
  await writeFile(new URL(file.name, folder), content);
  process.stdout.write(`examples/${file.name}\n`);
}
