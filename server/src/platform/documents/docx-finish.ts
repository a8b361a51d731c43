import JSZip from 'jszip';
import { bulletListId, chartId, firstListId, type BesideText, type TextFrame } from './docx-blocks.ts';
import { chartWorkbook, chartXml } from './docx-chart.ts';
import { embedFonts } from './docx-fonts.ts';
import { listLevel, missingStyles, styleIds } from './docx-styles.ts';
import { coreProperties, packZip } from './docx-template.ts';
import { declaration, namespaces, relationships } from './docx-xml.ts';
import type { PaperView } from './paper-view.ts';

/** What easy-template-x does not do: styles, numberings, charts, fonts, properties, and taking away emptied markers. */
export async function finishDocx(
  filled: Uint8Array,
  view: PaperView,
  made: { beside: BesideText; frame: TextFrame },
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(filled);
  await changePart(zip, 'word/document.xml', withoutEmptied);
  await changePart(zip, 'word/styles.xml', (xml) =>
    xml.replace(
      '</w:styles>',
      `${missingStyles(xml, made.frame.indent, made.frame.indent + made.frame.width)}</w:styles>`,
    ),
  );
  await addNumberings(zip, made.beside.numberedLists);
  for (const [index, bars] of made.beside.charts.entries()) {
    const name = `simpul${index + 1}`;
    await addPart(zip, {
      path: `charts/${name}.xml`,
      content: chartXml(bars, 'rId1'),
      type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      relation: 'chart',
      id: chartId(index),
    });
    zip.file(`word/embeddings/${name}.xlsx`, await chartWorkbook(bars));
    zip.file(
      `word/charts/_rels/${name}.xml.rels`,
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/package" Target="../embeddings/${name}.xlsx"/></Relationships>`,
    );
  }
  if (made.beside.charts.length > 0) {
    await changePart(zip, '[Content_Types].xml', (xml) =>
      xml.includes('Extension="xlsx"')
        ? xml
        : xml.replace(
            /(<Types[^>]*>)/,
            '$1<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>',
          ),
    );
  }
  if (zip.file('docProps/core.xml')) {
    zip.file('docProps/core.xml', coreProperties(view.title, `${view.number}, ${view.hash}`, view.language));
  }
  await embedFonts(zip);
  return packZip(zip);
}

async function changePart(zip: JSZip, name: string, mend: (xml: string) => string): Promise<void> {
  const xml = await zip.file(name)?.async('string');
  if (xml !== undefined) zip.file(name, mend(xml));
}

interface Part {
  path: string;
  content: string;
  type: string;
  relation: string;
  id: string;
}

/** A part of word/, with its type and its relation to the document. */
async function addPart(zip: JSZip, part: Part): Promise<void> {
  zip.file(`word/${part.path}`, part.content);
  await changePart(zip, '[Content_Types].xml', (xml) =>
    xml.replace('</Types>', `<Override PartName="/word/${part.path}" ContentType="${part.type}"/></Types>`),
  );
  await changePart(zip, 'word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="${part.id}" Type="${relationships}/${part.relation}" Target="${part.path}"/></Relationships>`,
    ),
  );
}

const emptied = new Set<string>([
  styleIds.marker,
  'Subtitle',
  'KopPemerintah',
  'KopAlamat',
  'SubjudulBerita',
  'TandaTangan',
]);
const holdsSomething = /<w:t(?: [^>]*)?>[^<]|<w:(?:drawing|fldChar|instrText|sectPr|fldSimple)[ >]/;

/** Markers whose tags are gone, lines left empty by an empty value, and tables without rows. */
export function withoutEmptied(document: string): string {
  return document
    .replace(/<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|<\/w:p>).)*<\/w:p>/gs, (p) => {
      const style = /<w:pStyle w:val="([^"]+)"\/>/.exec(p)?.[1] ?? '';
      return emptied.has(style) && !holdsSomething.test(p) ? '' : p;
    })
    .replace(/<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>).)*?<\/w:tbl>/gs, '');
}

/** The numbering behind a paragraph style of the template, so that the office's own way of counting stays. */
function abstractOf(styleId: string, styles: string, numbering: string): string | undefined {
  const style = new RegExp(`<w:style [^>]*w:styleId="${styleId}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
  const numId = /<w:numId w:val="(\d+)"/.exec(style)?.[1];
  const num = numId && new RegExp(`<w:num [^>]*w:numId="${numId}".*?</w:num>`, 's').exec(numbering)?.[0];
  return num ? /<w:abstractNumId w:val="(\d+)"/.exec(num)?.[1] : undefined;
}

/** One numbering for dashes, and one for each counted list, so that each begins at 1. */
async function addNumberings(zip: JSZip, counted: number): Promise<void> {
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
  const there = await zip.file('word/numbering.xml')?.async('string');
  const numbering = there ?? `${declaration}<w:numbering ${namespaces}></w:numbering>`;
  const own: string[] = [];
  const abstract = (styleId: string, id: number, level: string): string => {
    const found = abstractOf(styleId, styles, numbering);
    if (found !== undefined) return found;
    own.push(
      `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/>${level}</w:abstractNum>`,
    );
    return String(id);
  };
  const bullet = abstract(styleIds.bulleted, 7000, listLevel('bullet', '–'));
  const decimal = abstract(styleIds.numbered, 7001, listLevel('decimal', '%1.'));
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const nums = [`<w:num w:numId="${bulletListId}"><w:abstractNumId w:val="${bullet}"/></w:num>`];
  for (let i = 0; i < counted; i += 1) {
    nums.push(`<w:num w:numId="${firstListId + i}"><w:abstractNumId w:val="${decimal}"/>${restart}</w:num>`);
  }
  // The schema wants all abstractNum before the first num.
  const first = numbering.search(/<w:num[ >]|<w:numIdMacAtCleanup|<\/w:numbering>/);
  const content = (numbering.slice(0, first) + own.join('') + numbering.slice(first)).replace(
    /(<w:numIdMacAtCleanup[^>]*>)?<\/w:numbering>/,
    `${nums.join('')}$1</w:numbering>`,
  );
  if (there !== undefined) zip.file('word/numbering.xml', content);
  else {
    await addPart(zip, {
      path: 'numbering.xml',
      content,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml',
      relation: 'numbering',
      id: 'rIdSimpulNumbering',
    });
  }
}
