import { PaperData, type PaperBars, type PaperBlock, type PaperInput, type PaperTable } from './paper.ts';
import { longDay, number, shortHash } from './words-id.ts';

/** The paper with everything said that both renderers would otherwise have to work out for themselves. */

const words = {
  id: {
    document: 'Dokumen',
    page: 'Halaman',
    of: 'dari',
    figure: 'Gambar',
    table: 'Tabel',
    annex: 'Lampiran',
    contents: 'Daftar isi',
    demo: 'DATA CONTOH',
    emblem: 'lambang daerah',
    number: 'Nomor',
    none: 'Tidak ada baris.',
  },
  en: {
    document: 'Document',
    page: 'Page',
    of: 'of',
    figure: 'Figure',
    table: 'Table',
    annex: 'Annex',
    contents: 'Contents',
    demo: 'INVENTED DATA',
    emblem: 'regional emblem',
    number: 'Number',
    none: 'No rows.',
  },
};
export type PaperWords = (typeof words)['id'];

const classNames = {
  id: { PUBLIK: 'PUBLIK', TERBATAS: 'TERBATAS', RAHASIA: 'RAHASIA' },
  en: { PUBLIK: 'PUBLIC', TERBATAS: 'RESTRICTED', RAHASIA: 'SECRET' },
};

export interface BarsView extends Omit<PaperBars, 'points'> {
  heading: string;
  ticks: { value: number; shown: string }[];
  most: number;
  points: (Omit<PaperBars['points'][number], 'values'> & {
    values: { value: number | null; shown: string }[];
  })[];
}
export interface TableView extends PaperTable {
  heading: string;
  /** Share of each column in the width; together 1. */
  shares: number[];
  /** 1, or less where many columns must share the page. */
  scale: number;
}
export type BlockView = Exclude<PaperBlock, PaperTable | PaperBars> | TableView | BarsView;
export interface ChapterView {
  number: string;
  title: string;
  blocks: BlockView[];
}
export interface PaperView extends Omit<PaperData, 'opening' | 'chapters' | 'annexes'> {
  words: PaperWords;
  className: string;
  shortHash: string;
  longDay: string;
  opening: BlockView[];
  chapters: ChapterView[];
  annexes: ChapterView[];
}

export function paperView(input: PaperInput): PaperView {
  const paper = PaperData.parse(input);
  const said = words[paper.language];
  const view = (blocks: PaperBlock[]) => blocks.map((block) => blockView(block, said));
  const chapter = (c: PaperData['chapters'][number]) => ({ ...c, blocks: view(c.blocks) });
  return {
    ...paper,
    words: said,
    className: classNames[paper.language][paper.class],
    shortHash: shortHash(paper.hash),
    longDay: longDay(paper.day),
    opening: view(paper.opening),
    chapters: paper.chapters.map(chapter),
    annexes: paper.annexes.map(chapter),
  };
}

function blockView(block: PaperBlock, said: PaperWords): BlockView {
  if (block.kind === 'table') {
    return { ...block, heading: headed(said.table, block), ...columnWidths(block) };
  }
  return block.kind === 'bars' ? barsView(block, headed(said.figure, block)) : block;
}

const headed = (word: string, block: { number: string; caption: string }): string =>
  block.number === '' ? block.caption : `${word} ${block.number} ${block.caption}`;

/** Characters of table text that fit on one line of an A4 page within our margins. */
const lineOfTable = 84;
const paddingOf = { start: 2.5, end: 3.5 } as const;
const longestWord = (texts: string[]): number =>
  Math.max(1, ...texts.flatMap((t) => t.split(/[\s\u00AD/–-]+/)).map((word) => Math.min(word.length, 26)));

/** Widths of the columns, together 1, and how much smaller the text must be for the longest words to fit. */
export function columnWidths(table: PaperTable): { shares: number[]; scale: number } {
  const given = table.columns.map((c) => c.share);
  const least = table.columns.map(
    (c, i) => longestWord([c.label, ...table.rows.map((r) => r.cells[i] ?? '')]) * 1.06 + paddingOf[c.align],
  );
  const scale = Math.max(0.7, Math.min(1, lineOfTable / sum(least)));
  if (given.every((s) => s !== undefined)) return { shares: given.map((s) => s / sum(given)), scale };
  const wished = table.columns.map((c, i) =>
    Math.max(
      least[i] ?? 0,
      Math.min(46, Math.max(...table.rows.map((r) => r.cells[i]?.length ?? 0), c.align === 'end' ? 5 : 8)) +
        paddingOf[c.align],
    ),
  );
  const room = Math.max(0, lineOfTable - sum(least));
  const missing = sum(wished) - sum(least);
  const part = missing > 0 ? Math.min(1, room / missing) : 0;
  const widths = wished.map((w, i) => {
    const from = least[i] ?? 0;
    return from + (w - from) * part;
  });
  return { shares: widths.map((w) => w / sum(widths)), scale };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function barsView(bars: PaperBars, heading: string): BarsView {
  const highest = Math.max(0, ...bars.points.flatMap((p) => p.values.map((v) => v ?? 0)));
  const whole = bars.points.every((p) => p.values.every((v) => v === null || Number.isInteger(v)));
  const step = tickStep(highest, whole);
  const top = Math.max(step, Math.floor(highest / step) * step);
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step);
  return {
    ...bars,
    heading,
    most: Math.max(highest, top),
    ticks: ticks.map((value) => ({ value, shown: number(Number(value.toFixed(6))) })),
    points: bars.points.map((p) => ({
      ...p,
      values: p.values.map((value) => ({ value, shown: value === null ? '–' : number(value) })),
    })),
  };
}

/** A step of 1, 2 or 5 times a power of ten that gives two to four lines above zero; whole for counts. */
export function tickStep(highest: number, whole: boolean): number {
  if (highest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest / 2));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => highest / s < 5) ?? power * 10;
  return whole ? Math.max(1, step) : step;
}
