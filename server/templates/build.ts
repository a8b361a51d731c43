import { writeFile } from 'node:fs/promises';
import { buildTemplate } from '../src/platform/documents/docx-template.ts';

/** Writes the Word templates that come with the program: `node server/templates/build.ts`. */
const here = (name: string) => new URL(name, import.meta.url);
await writeFile(here('laporan-januari.docx'), await buildTemplate('report'));
await writeFile(here('berita-acara.docx'), await buildTemplate('record'));
