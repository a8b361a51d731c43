import JSZip from 'jszip';
import { fontTableXml, numberingXml, styleIds, stylesXml } from './docx-styles.ts';
import { declaration, escapeXml, field, mm, namespaces, paragraph, relationships, run } from './docx-xml.ts';
import type { PaperData } from './paper.ts';

/** Builds the Word templates that come with the program; `server/templates/build.ts` writes them to disk. */

const page = { width: mm(210), height: mm(297), left: mm(24), right: mm(20) };
const textWidth = page.width - page.left - page.right;
const hang = mm(13);

const marker = (tag: string) => paragraph(styleIds.marker, run(tag));
const cell = (width: number, content: string, align = 'center') =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="${align}"/></w:tcPr>${content}</w:tc>`;
const table = (widths: number[], rows: string) =>
  `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
  `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`;

function letterhead(): string {
  const side = mm(19);
  const widths = [side, textWidth - 2 * side, side];
  const lines =
    paragraph('KopPemerintah', run('{kop_pemerintah}')) +
    paragraph('KopInstansi', run('{kop_instansi}')) +
    paragraph('KopAlamat', run('{kop_alamat}'));
  const row = `<w:tr>${cell(side, paragraph('Normal', run('{lambang}')))}${cell(widths[1] ?? 0, lines)}${cell(side, paragraph('Normal', ''))}</w:tr>`;
  return table(widths, row) + paragraph('KopGaris', '');
}

function signatures(): string {
  const half = Math.floor(textWidth / 2);
  const block = (side: string) =>
    paragraph('TandaTangan', run(`{ttd_${side}_tempat}`)) +
    paragraph('TandaTangan', run(`{ttd_${side}_jabatan}`)) +
    paragraph('RuangTandaTangan', '') +
    paragraph('TandaTangan', run(`{ttd_${side}_nama}`, '<w:b/>') + run(`{ttd_${side}_garis}`)) +
    paragraph('TandaTangan', run(`{ttd_${side}_nip}`));
  const opened = block('kiri').replace('<w:r>', `${run('{#tanda_tangan}')}<w:r>`);
  const closed = `${block('kanan')}${paragraph(styleIds.gap, run('{/tanda_tangan}'))}`;
  const row = `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(half, opened, 'top')}${cell(half, closed, 'top')}</w:tr>`;
  return paragraph(styleIds.gap, '') + table([half, half], row) + paragraph(styleIds.gap, '');
}

const facts =
  marker('{#rincian}') + paragraph('RincianKepala', run('{label}\t: {nilai}')) + marker('{/rincian}');

const contents = paragraph(styleIds.body, run('{daftar_isi}'));

const heading = paragraph(styleIds.chapter, run('{nomor}\t{judul}'));
const chapters = marker('{#bab}') + heading + paragraph(styleIds.body, run('{isi}')) + marker('{/bab}');
const annexes =
  marker('{#lampiran}') +
  paragraph('LampiranTanda', run('{kata_lampiran}')) +
  heading +
  paragraph(styleIds.body, run('{isi}')) +
  marker('{/lampiran}');
const opening = paragraph(styleIds.body, run('{pembuka}'));

const bodies: Record<PaperData['kind'], string> = {
  report:
    letterhead() +
    paragraph('Title', run('{judul}')) +
    paragraph('Subtitle', run('{subjudul}')) +
    paragraph('RincianKepala', run('{kata_nomor}\t: {nomor_dokumen}')) +
    facts +
    contents +
    opening +
    chapters +
    signatures() +
    annexes,
  record:
    letterhead() +
    paragraph('JudulBerita', run('{judul}')) +
    paragraph('SubjudulBerita', run('{subjudul}')) +
    paragraph('NomorBerita', run('{kata_nomor}: {nomor_dokumen}')) +
    facts +
    opening +
    chapters +
    signatures() +
    annexes,
};

const headerXml =
  `${declaration}<w:hdr ${namespaces}>` +
  paragraph(
    'Header',
    `${run('\u00a0{kelas}\u00a0', '<w:rStyle w:val="Kelas"/>')}${run('{#contoh}')}${run('  ')}` +
      `${run('\u00a0{kata_contoh}\u00a0', '<w:rStyle w:val="TandaContoh"/>')}${run('{/contoh}')}${run('\t{judul_jalan}')}`,
  ) +
  '</w:hdr>';
const footerXml =
  `${declaration}<w:ftr ${namespaces}>` +
  paragraph(
    'Footer',
    run('{kata_dokumen} {nomor_dokumen} · SHA-256 {sidik}\t{kata_halaman} ') +
      field('PAGE', '1') +
      run(' {kata_dari} ') +
      field('NUMPAGES', '1'),
  ) +
  '</w:ftr>';

const section =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>' +
  `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>` +
  `<w:pgMar w:top="${mm(23)}" w:right="${page.right}" w:bottom="${mm(26)}" w:left="${page.left}" w:header="${mm(11)}" w:footer="${mm(11)}" w:gutter="0"/>` +
  '</w:sectPr>';

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const parts: [name: string, type: string, relation: string][] = [
  ['header1.xml', 'header', 'header'],
  ['footer1.xml', 'footer', 'footer'],
  ['styles.xml', 'styles', 'styles'],
  ['numbering.xml', 'numbering', 'numbering'],
  ['settings.xml', 'settings', 'settings'],
  ['fontTable.xml', 'fontTable', 'fontTable'],
];

const contentTypes =
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/>` +
  parts.map(([n, t]) => `<Override PartName="/word/${n}" ContentType="${office}.${t}+xml"/>`).join('') +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

const relations = (all: [id: string, type: string, target: string][]) =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('') +
  '</Relationships>';

const settings =
  `${declaration}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="id-ID"/></w:settings>';

/** docProps/core.xml: title and language of the paper; no author, since papers are signed by offices. */
export const coreProperties = (title: string, keywords: string, language: string): string =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${escapeXml(title)}</dc:title><cp:keywords>${escapeXml(keywords)}</cp:keywords><dc:language>${language}</dc:language></cp:coreProperties>`;

export async function buildTemplate(kind: PaperData['kind']): Promise<Uint8Array> {
  const zip = new JSZip();
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([
      ['rId1', `${relationships}/officeDocument`, 'word/document.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'docProps/core.xml': coreProperties('Templat', '', 'id'),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${bodies[kind]}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      parts.map(([name, , relation], i) => [`rId${i + 1}`, `${relationships}/${relation}`, name]),
    ),
    'word/header1.xml': headerXml,
    'word/footer1.xml': footerXml,
    'word/styles.xml': stylesXml(kind === 'report' ? hang : 0, textWidth),
    'word/numbering.xml': numberingXml,
    'word/settings.xml': settings,
    'word/fontTable.xml': fontTableXml,
  };
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return packZip(zip);
}

/** One date for every part, so that equal content gives equal bytes. */
export async function packZip(zip: JSZip): Promise<Uint8Array> {
  for (const part of Object.values(zip.files)) part.date = new Date(Date.UTC(2000, 0, 1));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 6 } });
}
