import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type JSZip from 'jszip';
import { declaration, relationships } from './docx-xml.ts';

/**
 * Few offices have Source Sans and Source Serif, so the paper brings them along (OFL 1.1 allows this), obfuscated
 * as ECMA-376 part 4 section 2.8.1 asks: the first 32 bytes are XORed with the reversed key.
 */
const require = createRequire(import.meta.url);

const faces = [
  [
    'Source Sans 3',
    'embedRegular',
    'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
    '5A1C0001-53A5-4C0B-9D10-7E5C0A2B1001',
  ],
  [
    'Source Sans 3',
    'embedBold',
    'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
    '5A1C0002-53A5-4C0B-9D10-7E5C0A2B1002',
  ],
  [
    'Source Serif 4',
    'embedBold',
    'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
    '5A1C0003-53A5-4C0B-9D10-7E5C0A2B1003',
  ],
] as const;

let cache: Promise<Buffer[]> | undefined;

function obfuscate(font: Buffer, key: string): Buffer {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  const hidden = Buffer.from(font);
  for (let i = 0; i < 32; i += 1) hidden[i] = (font[i] ?? 0) ^ (bytes[i % 16] ?? 0);
  return hidden;
}

const load = () =>
  Promise.all(
    faces.map(async ([, , path, key]) =>
      obfuscate(await readFile(require.resolve(`@expo-google-fonts/${path}`)), key),
    ),
  );

/** Puts in the faces that the template's font table names, unless the office has put in its own. */
export async function embedFonts(zip: JSZip): Promise<void> {
  const table = await zip.file('word/fontTable.xml')?.async('string');
  if (table === undefined || table.includes('<w:embed')) return;
  const wanted = faces.filter(([family]) => table.includes(`w:name="${family}"`));
  if (wanted.length === 0) return;
  const fonts = await (cache ??= load());
  let mended = table;
  const relations: string[] = [];
  for (const face of wanted) {
    const [family, kind, , key] = face;
    const index = faces.indexOf(face);
    const font = fonts[index];
    if (!font) continue;
    zip.file(`word/fonts/simpul${index + 1}.odttf`, font);
    relations.push(
      `<Relationship Id="rIdSimpulFont${index + 1}" Type="${relationships}/font" Target="fonts/simpul${index + 1}.odttf"/>`,
    );
    const entry = new RegExp(`(<w:font w:name="${family}"(?:(?!</w:font>).)*)</w:font>`, 's');
    mended = mended.replace(
      entry,
      `$1<w:${kind} r:id="rIdSimpulFont${index + 1}" w:fontKey="{${key}}"/></w:font>`,
    );
  }
  zip.file('word/fontTable.xml', mended);
  zip.file(
    'word/_rels/fontTable.xml.rels',
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  );
  const types = (await zip.file('[Content_Types].xml')?.async('string')) ?? '';
  if (!types.includes('Extension="odttf"')) {
    const own =
      '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>';
    zip.file('[Content_Types].xml', types.replace(/(<Types[^>]*>)/, `$1${own}`));
  }
  const settings = await zip.file('word/settings.xml')?.async('string');
  if (settings && !settings.includes('embedTrueTypeFonts')) {
    const after = /<w:zoom[^>]*\/>/.exec(settings)?.[0] ?? /<w:settings[^>]*>/.exec(settings)?.[0] ?? '';
    zip.file(
      'word/settings.xml',
      settings.replace(after, `${after}<w:embedTrueTypeFonts/><w:saveSubsetFonts/>`),
    );
  }
}
