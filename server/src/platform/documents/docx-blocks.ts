import { ink, styleIds } from './docx-styles.ts';
import { escapeXml, paragraph, run } from './docx-xml.ts';
import type { BarsView, BlockView, PaperWords, TableView } from './paper-view.ts';

/** What the page of the template leaves for the text, in twips. */
export interface TextFrame {
  /** Indent of the body style. */
  indent: number;
  width: number;
}

/** Things that live beside the text in the file, collected while the text is written. */
export interface BesideText {
  charts: BarsView[];
  /** How many counted lists there are; each needs a numbering of its own to begin at 1. */
  numberedLists: number;
}

export interface BlockWriter {
  frame: TextFrame;
  words: PaperWords;
  beside: BesideText;
}

/** Numberings and charts of ours start here, out of the way of those the office's template has. */
export const bulletListId = 7000;
export const firstListId = 7001;
export const chartId = (index: number): string => `rIdSimpulChart${index + 1}`;

export const blocksXml = (blocks: readonly BlockView[], writer: BlockWriter): string =>
  blocks.map((block) => blockXml(block, writer)).join('');

function blockXml(block: BlockView, writer: BlockWriter): string {
  switch (block.kind) {
    case 'section':
      return paragraph(
        styleIds.section,
        run(block.number === '' ? block.title : `${block.number}\t${block.title}`),
      );
    case 'paragraph':
      return paragraph(styleIds.body, run(block.text));
    case 'note': {
      const title = block.title === '' ? '' : run(`${block.title}\n`, '<w:b/>');
      return paragraph(styleIds.note, title + run(block.text));
    }
    case 'facts':
      return block.items.map((f) => paragraph(styleIds.fact, run(`${f.label}\t: ${f.value}`))).join('');
    case 'list':
      return listXml(block.items, block.ordered, writer);
    case 'table':
      return tableXml(block, writer);
    case 'bars':
      return figureXml(block, writer);
  }
}

function listXml(items: readonly string[], ordered: boolean, writer: BlockWriter): string {
  const { beside, frame } = writer;
  const id = ordered ? firstListId + beside.numberedLists : bulletListId;
  if (ordered) beside.numberedLists += 1;
  const number = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
  // A numbering named here brings its own indent and would undo that of the style.
  const indent = `<w:ind w:left="${frame.indent + 360}" w:hanging="360"/>`;
  const end = (index: number) => (index === items.length - 1 ? '<w:spacing w:after="160"/>' : '');
  const style = ordered ? styleIds.numbered : styleIds.bulleted;
  return items.map((item, i) => paragraph(style, run(item), number + end(i) + indent)).join('');
}

const rule = (side: string, thick: number): string =>
  `<w:${side} w:val="single" w:sz="${thick}" w:space="0" w:color="${ink}"/>`;

/** Figures keep some distance from the words at their right. */
const figureMargin = '<w:tcMar><w:right w:w="240" w:type="dxa"/></w:tcMar>';

function tableXml(table: TableView, writer: BlockWriter): string {
  const widths = table.shares.map((share) => Math.floor(share * writer.frame.width));
  const text = table.scale < 1 ? `<w:sz w:val="${Math.round(20 * table.scale)}"/>` : '';
  // A short table stays on one page, with its source line.
  const together = table.rows.length <= 8 ? '<w:keepNext/>' : '';
  const cell = (content: string, index: number, style: string, borders: string, strong: boolean) => {
    const end = table.columns[index]?.align === 'end';
    return (
      `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/>${borders}${end ? figureMargin : ''}` +
      `${style === styleIds.headCell ? '<w:vAlign w:val="bottom"/>' : ''}</w:tcPr>` +
      paragraph(
        style,
        run(content, `${strong ? '<w:b/>' : ''}${text}`),
        (style === styleIds.cell ? together : '') + (end ? '<w:jc w:val="right"/>' : ''),
      ) +
      '</w:tc>'
    );
  };
  const below = `<w:tcBorders>${rule('bottom', 8)}</w:tcBorders>`;
  // The head stands again on every page (tblHeader); a row is not torn apart (cantSplit).
  const head =
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' +
    table.columns.map((c, i) => cell(c.label, i, styleIds.headCell, below, false)).join('') +
    '</w:tr>';
  const rows = table.rows.map(
    (row) =>
      '<w:tr><w:trPr><w:cantSplit/></w:trPr>' +
      row.cells.map((c, i) => cell(c, i, styleIds.cell, row.total ? below : '', row.total)).join('') +
      '</w:tr>',
  );
  const description = `<w:tblCaption w:val="${escapeXml(table.heading)}"/>`;
  const after = table.source !== '' ? table.source : table.rows.length === 0 ? writer.words.none : '';
  return (
    paragraph(styleIds.caption, run(table.heading)) +
    `<w:tbl><w:tblPr><w:tblStyle w:val="${styleIds.table}"/><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/>` +
    `<w:tblInd w:w="${writer.frame.indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>${description}</w:tblPr>` +
    `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${head}${rows.join('')}</w:tbl>` +
    (after === '' ? paragraph(styleIds.gap, '') : paragraph(styleIds.source, run(after)))
  );
}

const emuPerTwip = 635;

function figureXml(bars: BarsView, writer: BlockWriter): string {
  const index = writer.beside.charts.push(bars) - 1;
  const size = `cx="${writer.frame.width * emuPerTwip}" cy="${Math.round(54 * 36_000)}"`;
  const drawing =
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent ${size}/><wp:docPr id="${9001 + index}" name="${escapeXml(bars.heading)}" descr="${escapeXml(bars.alt)}"/>` +
    '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${chartId(index)}"/>` +
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  return (
    paragraph(styleIds.caption, run(bars.heading)) +
    paragraph(styleIds.figure, drawing) +
    (bars.source === '' ? paragraph(styleIds.gap, '') : paragraph(styleIds.source, run(bars.source)))
  );
}

/**
 * A table of contents that Word keeps up to date (field TOC). Made here and not by a loop in the template: office
 * programs wrap such a field in a content control, in which loops cannot run.
 */
export function contentsXml(chapters: readonly { number: string; title: string }[], title: string): string {
  if (chapters.length === 0) return '';
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const begin =
    `${mark('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h </w:instrText></w:r>` +
    mark('separate');
  const lines = chapters.map((c, i) =>
    paragraph(
      styleIds.contentsLine,
      (i === 0 ? begin : '') +
        run(`${c.number}\t${c.title}`) +
        (i === chapters.length - 1 ? mark('end') : ''),
    ),
  );
  return paragraph(styleIds.contentsTitle, run(title)) + lines.join('');
}
