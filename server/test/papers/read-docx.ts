import JSZip from 'jszip';

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text]) => text)
    .join('')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');

export interface ReadDocx {
  /** All text of the body, a line a paragraph. */
  text: string;
  /** Tables as rows of cells. */
  tables: string[][][];
  header: string;
  footer: string;
}

/** A Word file as a reader has it before them: its words and its tables. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (pattern: RegExp) =>
    (await Promise.all(zip.file(pattern).map((f) => f.async('string')))).map(textOf).join('\n');
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return {
    text: [...document.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([p]) => textOf(p)).join('\n'),
    tables: [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
      [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
      ),
    ),
    header: await part(/^word\/header\d*\.xml$/),
    footer: await part(/^word\/footer\d*\.xml$/),
  };
}
