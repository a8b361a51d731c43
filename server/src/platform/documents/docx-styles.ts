import { declaration, mm, namespaces } from './docx-xml.ts';

/**
 * The styles of the Word templates. Staff change how papers look by changing these in Word; their names are
 * therefore Indonesian, and the block writer refers to them by id.
 */
export const styleIds = {
  body: 'Isi',
  chapter: 'Heading1',
  section: 'Heading2',
  caption: 'Keterangan',
  source: 'Sumber',
  note: 'Catatan',
  fact: 'Rincian',
  numbered: 'DaftarNomor',
  bulleted: 'DaftarButir',
  figure: 'Gambar',
  table: 'TabelSimpul',
  cell: 'IsiTabel',
  headCell: 'KepalaTabel',
  contentsTitle: 'JudulDaftar',
  contentsLine: 'TOC1',
  marker: 'Penanda',
  gap: 'Jeda',
} as const;

export const ink = '1A2024';
export const muted = '50595E';
const serif =
  '<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4" w:eastAsia="Source Serif 4" w:cs="Source Serif 4"/>';
const sans =
  '<w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3" w:eastAsia="Source Sans 3" w:cs="Source Sans 3"/>';

interface Style {
  id: string;
  name: string;
  basedOn?: string;
  next?: string;
  paragraph?: string;
  run?: string;
}

const bold = '<w:b/><w:bCs/>';
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const colour = (hex: string) => `<w:color w:val="${hex}"/>`;
/** Points before and after; `line` in points holds the height exactly. */
const spacing = (before: number, after: number, line?: number) =>
  `<w:spacing w:before="${before * 20}" w:after="${after * 20}"${line ? ` w:line="${line * 20}" w:lineRule="exact"` : ''}/>`;
const dense = (before: number, after: number) =>
  `<w:spacing w:before="${before * 20}" w:after="${after * 20}" w:line="226" w:lineRule="auto"/>`;
const indent = (left: number, hanging = 0) =>
  `<w:ind w:left="${left}"${hanging ? ` w:hanging="${hanging}"` : ''}/>`;
const listOf = (id: number) => `<w:numPr><w:numId w:val="${id}"/></w:numPr>`;
const tab = (at: number, kind = 'left') => `<w:tabs><w:tab w:val="${kind}" w:pos="${at}"/></w:tabs>`;

function paragraphStyles(hang: number, textWidth: number): Style[] {
  const heading = (points: number, before: number, after: number, level: number) => ({
    paragraph:
      `<w:keepNext/><w:keepLines/>${hang ? tab(hang) : ''}${dense(before, after)}` +
      `${indent(hang, hang)}<w:outlineLvl w:val="${level}"/>`,
    run: `${serif}${bold}${size(points)}`,
    next: styleIds.body,
  });
  const centred = '<w:jc w:val="center"/>';
  return [
    { id: 'Normal', name: 'Normal' },
    { id: styleIds.body, name: 'Isi', paragraph: `${spacing(0, 8)}${indent(hang)}` },
    { id: 'Title', name: 'Title', paragraph: spacing(0, 8), run: `${serif}${bold}${size(19)}` },
    { id: 'Subtitle', name: 'Subtitle', paragraph: spacing(0, 8), run: `${colour(muted)}${size(11.5)}` },
    {
      id: 'JudulBerita',
      name: 'Judul Berita Acara',
      paragraph: `${spacing(0, 0)}${centred}`,
      run: `${serif}${bold}<w:caps/>${size(14.5)}`,
    },
    {
      id: 'SubjudulBerita',
      name: 'Subjudul Berita Acara',
      paragraph: `${spacing(2, 0)}${centred}`,
      run: `${serif}${bold}<w:caps/>${size(12)}`,
    },
    {
      id: 'NomorBerita',
      name: 'Nomor Berita Acara',
      paragraph: `${spacing(2, 14)}${centred}`,
      run: '<w:caps/>',
    },
    { id: styleIds.chapter, name: 'heading 1', ...heading(16.5, 20, 7, 0) },
    { id: styleIds.section, name: 'heading 2', ...heading(12.5, 14, 5, 1) },
    {
      id: 'LampiranTanda',
      name: 'Tanda Lampiran',
      paragraph: `<w:keepNext/><w:pageBreakBefore/>${spacing(0, 0)}${indent(hang)}`,
      run: `${bold}${colour(muted)}${size(10)}`,
    },
    {
      id: 'JudulDaftar',
      name: 'Judul Daftar Isi',
      paragraph: `<w:keepNext/>${spacing(14, 6)}`,
      run: `${serif}${bold}${size(12.5)}`,
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      paragraph: `<w:tabs><w:tab w:val="left" w:pos="${mm(13)}"/><w:tab w:val="right" w:leader="dot" w:pos="${textWidth}"/></w:tabs>${spacing(0, 3)}`,
    },
    {
      id: styleIds.caption,
      name: 'Keterangan Gambar dan Tabel',
      paragraph: `<w:keepNext/><w:keepLines/>${spacing(12, 5)}${indent(hang)}`,
      run: `${bold}${size(10.5)}`,
    },
    {
      id: styleIds.source,
      name: 'Sumber',
      paragraph: `<w:keepLines/>${dense(4, 11)}${indent(hang)}`,
      run: `${colour(muted)}${size(9)}`,
    },
    {
      id: styleIds.note,
      name: 'Catatan',
      paragraph:
        `<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="16" w:space="8" w:color="${muted}"/></w:pBdr>` +
        `${spacing(8, 10)}${indent(hang + 200)}`,
      run: size(10),
    },
    {
      id: 'RincianKepala',
      name: 'Rincian Kepala',
      paragraph: `${tab(mm(42))}${spacing(0, 3)}${indent(mm(42), mm(42))}`,
    },
    {
      id: styleIds.fact,
      name: 'Rincian',
      paragraph: `${tab(mm(42) + hang)}${spacing(0, 3)}${indent(mm(42) + hang, mm(42))}`,
    },
    {
      id: styleIds.numbered,
      name: 'Daftar Nomor',
      paragraph: `${listOf(1)}${dense(0, 3)}${indent(hang + 360, 360)}`,
    },
    {
      id: styleIds.bulleted,
      name: 'Daftar Butir',
      paragraph: `${listOf(2)}${dense(0, 3)}${indent(hang + 360, 360)}`,
    },
    { id: styleIds.figure, name: 'Gambar', paragraph: `<w:keepNext/>${spacing(0, 0)}${indent(hang)}` },
    { id: styleIds.cell, name: 'Isi Tabel', paragraph: dense(2, 2), run: size(10) },
    {
      id: styleIds.headCell,
      name: 'Kepala Tabel',
      basedOn: styleIds.cell,
      paragraph: '<w:keepNext/>',
      run: bold,
    },
    { id: styleIds.gap, name: 'Jeda', paragraph: spacing(0, 0, 12) },
    {
      id: styleIds.marker,
      name: 'Penanda',
      paragraph: `<w:keepNext/>${spacing(0, 0)}`,
      run: `${colour('7A8E98')}${size(7)}`,
    },
    {
      id: 'KopPemerintah',
      name: 'Kop Pemerintah',
      paragraph: `${dense(0, 0)}${centred}`,
      run: `${serif}${bold}${size(11.5)}`,
    },
    {
      id: 'KopInstansi',
      name: 'Kop Instansi',
      paragraph: `${dense(0, 0)}${centred}`,
      run: `${serif}${bold}${size(13.5)}`,
    },
    {
      id: 'KopAlamat',
      name: 'Kop Alamat',
      paragraph: `${spacing(0, 0)}${centred}`,
      run: `${colour(muted)}${size(9)}`,
    },
    {
      id: 'KopGaris',
      name: 'Kop Garis',
      paragraph:
        `<w:pBdr><w:top w:val="single" w:sz="18" w:space="0" w:color="${ink}"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="${ink}"/></w:pBdr>` +
        spacing(5, 14, 2),
    },
    { id: 'TandaTangan', name: 'Tanda Tangan', paragraph: `<w:keepLines/>${spacing(0, 0)}${centred}` },
    {
      id: 'RuangTandaTangan',
      name: 'Ruang Tanda Tangan',
      basedOn: 'TandaTangan',
      paragraph: spacing(0, 0, 48),
    },
    { id: 'Header', name: 'header', paragraph: `${tab(textWidth, 'right')}${spacing(0, 0)}`, run: size(9.5) },
    {
      id: 'Footer',
      name: 'footer',
      paragraph:
        `<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="${muted}"/></w:pBdr>` +
        `${tab(textWidth, 'right')}${spacing(0, 0)}`,
      run: `${colour(muted)}${size(9)}`,
    },
  ];
}

const characterStyles: Style[] = [
  {
    id: 'Kelas',
    name: 'Kelas',
    run: `${bold}<w:spacing w:val="18"/>${size(9.5)}<w:bdr w:val="single" w:sz="8" w:space="0" w:color="${ink}"/>`,
  },
  {
    id: 'TandaContoh',
    name: 'Tanda Contoh',
    run: `${bold}${colour(muted)}<w:spacing w:val="18"/>${size(9.5)}<w:bdr w:val="dashed" w:sz="6" w:space="0" w:color="${muted}"/>`,
  },
];

const asXml = (style: Style, type: 'paragraph' | 'character'): string =>
  `<w:style w:type="${type}"${style.id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${style.id}">` +
  `<w:name w:val="${style.name}"/>` +
  (type === 'paragraph' && style.id !== 'Normal' ? `<w:basedOn w:val="${style.basedOn ?? 'Normal'}"/>` : '') +
  (style.next ? `<w:next w:val="${style.next}"/>` : '') +
  '<w:qFormat/>' +
  (style.paragraph ? `<w:pPr>${style.paragraph}</w:pPr>` : '') +
  (style.run ? `<w:rPr>${style.run}</w:rPr>` : '') +
  '</w:style>';

const line = (side: string, thick: number, hex: string) =>
  `<w:${side} w:val="single" w:sz="${thick}" w:space="0" w:color="${hex}"/>`;

const plainTableStyle =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
const tableStyle =
  `<w:style w:type="table" w:styleId="${styleIds.table}"><w:name w:val="Tabel Simpul"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>` +
  `<w:tblBorders>${line('top', 8, ink)}${line('bottom', 8, ink)}${line('insideH', 4, 'C3CACD')}</w:tblBorders>` +
  '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
  `<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', 8, ink)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>`;

/** word/styles.xml. `hang` is the room for chapter numbers in the margin of the text, in twips. */
export function stylesXml(hang: number, textWidth: number): string {
  return (
    `${declaration}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>${sans}${colour(ink)}${size(11)}` +
    '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="247" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    paragraphStyles(hang, textWidth)
      .map((s) => asXml(s, 'paragraph'))
      .join('') +
    characterStyles.map((s) => asXml(s, 'character')).join('') +
    `${plainTableStyle}${tableStyle}</w:styles>`
  );
}

/**
 * The styles that the content needs and a template lacks: some office programs drop what a template does not use
 * itself. Lists get their numbers from the text then, hence without numPr.
 */
export function missingStyles(styles: string, hang: number, textWidth: number): string {
  const has = (id: string) => styles.includes(`w:styleId="${id}"`);
  const needed = new Set<string>(Object.values(styleIds));
  const paragraphs = paragraphStyles(hang, textWidth)
    .filter((s) => needed.has(s.id) && !has(s.id))
    .map((s) => asXml(s, 'paragraph').replace(/<w:numPr>.*?<\/w:numPr>/, ''));
  return (
    paragraphs.join('') +
    (has(styleIds.table) ? '' : tableStyle.replace('<w:basedOn w:val="TableNormal"/>', ''))
  );
}

/** word/fontTable.xml: what to use where the fonts are not installed. */
export const fontTableXml =
  `${declaration}<w:fonts ${namespaces}>` +
  '<w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/><w:panose1 w:val="020B0503030403020204"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>' +
  '<w:font w:name="Source Serif 4"><w:altName w:val="Cambria"/><w:panose1 w:val="02040603050405020204"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>' +
  '</w:fonts>';

export const listLevel = (format: string, text: string): string =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
  '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>';

/** word/numbering.xml: 1 counts, 2 has dashes. */
export const numberingXml =
  `${declaration}<w:numbering ${namespaces}>` +
  `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>${listLevel('decimal', '%1.')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${listLevel('bullet', '–')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '</w:numbering>';
