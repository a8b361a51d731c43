import { readFile } from 'node:fs/promises';
import { TemplateHandler, type TemplateData } from 'easy-template-x';
import JSZip from 'jszip';
import { blocksXml, chartId, firstListId, type BesideText, type TextFrame } from './docx-blocks.ts';
import { chartWorkbook, chartXml } from './docx-chart.ts';
import { embedFonts } from './docx-fonts.ts';
import { styleIds } from './docx-styles.ts';
import { coreProperties, packZip } from './docx-template.ts';
import { escapeXml, mm, relationships } from './docx-xml.ts';
import { imageSize } from './image-size.ts';
import { paperView, type ChapterView, type PaperView } from './paper-view.ts';
import type { PaperData, PaperInput } from './paper.ts';

const files = { report: 'laporan-januari.docx', record: 'berita-acara.docx' } as const;

/** The Word template that comes with the program, for an office to change. */
export const defaultTemplate = (kind: PaperData['kind']): Promise<Uint8Array> =>
  readFile(new URL(`../../../templates/${files[kind]}`, import.meta.url));

/** The paper as a Word file, poured into the office's template or ours; equal data give equal bytes. */
export async function renderDocx(data: PaperInput, template?: Uint8Array): Promise<Uint8Array> {
  const view = paperView(data);
  const bytes = Buffer.from(template ?? (await defaultTemplate(view.kind)));
  const beside: BesideText = { charts: [], numberedLists: 0 };
  const frame = await textFrame(bytes);
  const filled = await newHandler().process(bytes, docxData(view, frame, beside));
  return finish(filled, view, beside);
}

export const newHandler = (): TemplateHandler => new TemplateHandler({ maxXmlDepth: 60 });

/** Tags to values; every tag has one, so that an inner tag never takes the value of an outer one. */
export function docxData(view: PaperView, frame: TextFrame, beside: BesideText): TemplateData {
  const writer = { frame, words: view.words, beside };
  const raw = (blocks: PaperView['opening']) =>
    ({ _type: 'rawXml', xml: blocksXml(blocks, writer), replaceParagraph: true }) as const;
  const chapter = (c: ChapterView) => ({ nomor: c.number, judul: c.title, isi: raw(c.blocks) });
  return {
    kelas: view.className,
    contoh: view.demo,
    judul: view.title,
    subjudul: view.subtitle,
    judul_jalan: view.runningTitle,
    nomor_dokumen: view.number,
    tanggal: view.longDay,
    sidik: view.shortHash,
    sidik_penuh: view.hash,
    kop_pemerintah: view.letterhead.authority.join('\n'),
    kop_instansi: view.letterhead.office.join('\n'),
    kop_alamat: view.letterhead.address,
    lambang: emblemImage(view),
    rincian: view.facts.map((f) => ({ label: f.label, nilai: f.value })),
    daftar_isi: view.contents,
    pembuka: raw(view.opening),
    bab: view.chapters.map(chapter),
    tanda_tangan: signaturePairs(view),
    lampiran: view.annexes.map(chapter),
    kata_dokumen: view.words.document,
    kata_nomor: view.words.number,
    kata_halaman: view.words.page,
    kata_dari: view.words.of,
    kata_lampiran: view.words.annex,
    kata_daftar_isi: view.words.contents,
    kata_contoh: view.words.demo,
  } as TemplateData;
}

function signaturePairs(view: PaperView): Record<string, string>[] {
  const all = view.signatures;
  const cells = all.length === 1 ? [undefined, all[0]] : all;
  const pairs: Record<string, string>[] = [];
  for (let i = 0; i < cells.length; i += 2) {
    const [left, right] = [cells[i], cells[i + 1]];
    // Where one of the two has a place line the other keeps the line free, so that both stand level.
    const free = left?.place || right?.place ? '\u00a0' : '';
    pairs.push({ ...signature('kiri', left, free), ...signature('kanan', right, free) });
  }
  return pairs;
}

const signature = (side: string, s: PaperView['signatures'][number] | undefined, free: string) => ({
  [`ttd_${side}_tempat`]: s?.place || free,
  [`ttd_${side}_jabatan`]: s?.office ?? '',
  [`ttd_${side}_nama`]: s?.name ?? '',
  [`ttd_${side}_garis`]: s && s.name === '' ? '(…………………………………)' : '',
  [`ttd_${side}_nip`]: s?.idNumber ? `NIP ${s.idNumber}` : '',
});

function emblemImage(view: PaperView) {
  const { emblem } = view.letterhead;
  if (!emblem) return '';
  const source = Buffer.from(emblem.base64, 'base64');
  const { width, height } = imageSize(source, emblem.mime);
  // easy-template-x puts the alternative text into its markup as it is.
  // In pixels of 1/96 inch: 18 mm high, no wider than its column.
  const tall = Math.min(68, (68 * height) / width);
  return {
    _type: 'image',
    source,
    format: emblem.mime,
    width: (tall * width) / height,
    height: tall,
    altText: escapeXml(emblem.alt),
  };
}

const attribute = (xml: string | undefined, name: string): number | undefined => {
  const found = xml ? new RegExp(`w:${name}="(-?\\d+)"`).exec(xml)?.[1] : undefined;
  return found === undefined ? undefined : Number(found);
};

/** How wide the text stands in this template: page, margins, and indent of the body style as the office set them. */
export async function textFrame(template: Uint8Array): Promise<TextFrame> {
  const zip = await JSZip.loadAsync(template);
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
  const size = document.match(/<w:pgSz [^>]*>/g)?.at(-1);
  const margins = document.match(/<w:pgMar [^>]*>/g)?.at(-1);
  const body = new RegExp(`<w:style [^>]*w:styleId="${styleIds.body}".*?</w:style>`, 's').exec(styles)?.[0];
  const indent = Math.max(0, attribute(/<w:ind [^>]*>/.exec(body ?? '')?.[0], 'left') ?? 0);
  const text =
    (attribute(size, 'w') ?? mm(210)) -
    (attribute(margins, 'left') ?? mm(24)) -
    (attribute(margins, 'right') ?? mm(20));
  return { indent, width: Math.max(mm(60), text - indent) };
}

/** What easy-template-x does not do: charts, numberings, properties, and taking away emptied markers. */
async function finish(filled: Uint8Array, view: PaperView, beside: BesideText): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(filled);
  const change = async (name: string, mend: (xml: string) => string) => {
    const xml = await zip.file(name)?.async('string');
    if (xml !== undefined) zip.file(name, mend(xml));
  };
  await change('word/document.xml', withoutEmptied);
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
  await change('word/numbering.xml', (xml) => withNumberings(xml, styles, beside.numberedLists));
  for (const [index, bars] of beside.charts.entries()) {
    const name = `simpul${index + 1}`;
    zip.file(`word/charts/${name}.xml`, chartXml(bars, 'rId1'));
    zip.file(`word/embeddings/${name}.xlsx`, await chartWorkbook(bars));
    zip.file(
      `word/charts/_rels/${name}.xml.rels`,
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/package" Target="../embeddings/${name}.xlsx"/></Relationships>`,
    );
  }
  await change('word/_rels/document.xml.rels', (xml) => {
    const own = beside.charts.map(
      (_, i) =>
        `<Relationship Id="${chartId(i)}" Type="${relationships}/chart" Target="charts/simpul${i + 1}.xml"/>`,
    );
    return xml.replace('</Relationships>', `${own.join('')}</Relationships>`);
  });
  await change('[Content_Types].xml', (xml) => {
    const own = beside.charts.map(
      (_, i) =>
        `<Override PartName="/word/charts/simpul${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
    );
    const workbook =
      beside.charts.length > 0 && !xml.includes('Extension="xlsx"')
        ? '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
        : '';
    return xml.replace(/(<Types[^>]*>)/, `$1${workbook}`).replace('</Types>', `${own.join('')}</Types>`);
  });
  if (zip.file('docProps/core.xml')) {
    zip.file('docProps/core.xml', coreProperties(view.title, `${view.number}, ${view.hash}`, view.language));
  }
  await embedFonts(zip);
  return packZip(zip);
}

const emptied = new Set<string>([
  styleIds.marker,
  'Subtitle',
  'KopPemerintah',
  'KopAlamat',
  'SubjudulBerita',
  'TandaTangan',
]);

/** Markers whose tags are gone, lines left empty by an empty value, and tables without rows. */
export function withoutEmptied(document: string): string {
  return document
    .replace(/<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|<\/w:p>).)*<\/w:p>/gs, (p) => {
      const style = /<w:pStyle w:val="([^"]+)"\/>/.exec(p)?.[1] ?? '';
      return emptied.has(style) &&
        !/<w:t(?: [^>]*)?>[^<]|<w:(?:drawing|fldChar|instrText|sectPr|fldSimple)[ >]/.test(p)
        ? ''
        : p;
    })
    .replace(/<w:tbl>(?:(?!<w:tr[ >]|<w:tbl>).)*?<\/w:tbl>/gs, '');
}

/** A numbering of its own for each counted list, so that each begins at 1. */
function withNumberings(numbering: string, styles: string, count: number): string {
  if (count === 0) return numbering;
  const style = new RegExp(`<w:style [^>]*w:styleId="${styleIds.numbered}".*?</w:style>`, 's').exec(
    styles,
  )?.[0];
  const numId = attribute(/<w:numId [^>]*>/.exec(style ?? '')?.[0], 'val');
  const num = new RegExp(`<w:num [^>]*w:numId="${numId}".*?</w:num>`, 's').exec(numbering)?.[0];
  const abstract = attribute(/<w:abstractNumId [^>]*>/.exec(num ?? '')?.[0], 'val');
  if (abstract === undefined) return numbering;
  const own = Array.from(
    { length: count },
    (_, i) =>
      `<w:num w:numId="${firstListId + i}"><w:abstractNumId w:val="${abstract}"/>` +
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  );
  return numbering.replace('</w:numbering>', `${own.join('')}</w:numbering>`);
}
