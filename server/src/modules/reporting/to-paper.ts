import type { Part, ReportBlock, ReportContent } from '@simpul/contract/reporting/content';
import type { PaperInput } from '../../platform/documents/paper.ts';
import { longDay } from '../../platform/documents/words-id.ts';
import { numberMark } from './build/chapters.ts';
import { hasOwnNumbers, paragraphsOf } from './chapter-text.ts';

type PaperBlocks = NonNullable<PaperInput['opening']>;
type PaperBlock = PaperBlocks[number];

export const noData = 'Belum ada data pada Simpul untuk bagian ini.';

const joined = (parts: readonly Part[]): string => parts.map((p) => p.text).join('');

/** Blocks of a report as blocks of a paper: references become their digits. */
export function toBlocks(blocks: readonly ReportBlock[], number: string): PaperBlocks {
  return blocks.map((b): PaperBlock => {
    switch (b.kind) {
      case 'paragraph':
        return { kind: 'paragraph', text: joined(b.parts) };
      case 'list':
        return { kind: 'list', ordered: b.ordered, items: b.items.map(joined) };
      case 'facts':
        return {
          kind: 'facts',
          items: b.items.map((i) => ({ ...i, value: i.value.replaceAll(numberMark, number) })),
        };
      case 'table':
        return {
          ...b,
          rows: b.rows.map((r) => ({ cells: r.cells.map((cell) => cell.text), total: r.total })),
        };
      case 'bars':
        return {
          ...b,
          points: b.points.map(({ published = false, ...point }) => ({ ...point, hollow: published })),
        };
      case 'section':
      case 'note':
        return b;
    }
  });
}

const writtenBlocks = (text: string): PaperBlocks => [
  ...paragraphsOf(text).map((p): PaperBlock => ({ kind: 'paragraph', text: p })),
  ...(hasOwnNumbers(text)
    ? [
        {
          kind: 'note' as const,
          text: 'Angka dalam teks penyusun di atas tidak dibekukan dari sumber dan tidak diperiksa terhadap angka sepakat.',
        },
      ]
    : []),
];

export interface ReportState {
  state: 'draft' | 'frozen' | 'signed' | 'submitted' | 'withdrawn';
  number: string | null;
  edition: number;
  sha256: string;
  /** Day on the paper. */
  day: string;
  signedAs: string | null;
  demo: boolean;
}

const standing = (s: ReportState): string =>
  ({
    draft: 'DRAF, belum dibekukan',
    frozen: 'Dibekukan, belum ditandatangani',
    signed: '',
    submitted: '',
    withdrawn: 'DITARIK, tidak berlaku',
  })[s.state];

/** The whole report as a paper. Equal content gives an equal paper. */
export function reportPaper(content: ReportContent, s: ReportState): PaperInput {
  const { letterhead, year, areaName } = content;
  const number = s.number ?? 'belum bernomor';
  const state = standing(s);
  const edition = s.edition > 1 ? `Perbaikan ke-${s.edition - 1}` : '';
  const chapters = content.chapters.map((c) => ({
    number: c.number,
    title: c.title,
    blocks: [
      ...toBlocks(c.blocks, number),
      ...(c.text === null || c.text === '' ? [] : writtenBlocks(c.text)),
      ...(c.blocks.length === 0 && !c.text ? [{ kind: 'note' as const, text: noData }] : []),
    ],
  }));
  return {
    kind: 'report',
    class: 'TERBATAS',
    demo: s.demo,
    letterhead: { authority: letterhead.authority, office: letterhead.office, address: letterhead.address },
    number,
    hash: s.sha256,
    day: s.day,
    title: `Laporan kinerja Gugus Tugas PP-TPPO ${areaName} tahun ${year}`,
    subtitle: [edition, state].filter((w) => w !== '').join(' · '),
    runningTitle: `Laporan kinerja Gugus Tugas PP-TPPO, tahun ${year}${state === '' ? '' : ` · ${state}`}`,
    contents: true,
    facts: [
      { label: 'Disampaikan kepada', value: letterhead.addressee },
      { label: 'Masa laporan', value: `1 Januari–31 Desember ${year}` },
      { label: 'Angka dibaca', value: longDay(content.readOn) },
    ],
    chapters,
    annexes: content.annexes.map((a) => ({
      number: a.number,
      title: a.title,
      blocks: toBlocks(a.blocks, number),
    })),
    signatures: [
      {
        place: [letterhead.place, longDay(s.day)].filter((w) => w !== '').join(', '),
        office: s.signedAs ?? `Ketua Gugus Tugas PP-TPPO ${areaName}`,
      },
    ],
  };
}
