import type { DifferenceReason } from '@simpul/contract/figures/codes';
import type { Figure } from '@simpul/contract/figures/figure';
import type { Part, ReportBlock } from '@simpul/contract/reporting/content';
import { number, shortDay } from '../../../platform/documents/words-id.ts';
import type { Gathered } from '../gather.ts';
import { type Citations, t, yearsUpTo } from './parts.ts';

/** What differs for every published figure is said once above the table; here only what is its own. */
const reasonWords: Partial<Record<DifferenceReason, (f: Figure) => string>> = {
  part_of_year: (f) => `masa sumber berakhir ${shortDay(f.periodTo)}`,
  known_earlier: (f) => `keadaan per ${f.asOf ? shortDay(f.asOf) : '-'}`,
  conflicts: () => 'sumber lain berbeda',
};

const signed = (n: number): string => (n > 0 ? `+${number(n)}` : n < 0 ? `−${number(-n)}` : '0');

/** Agreed beside published: the difference and where it comes from, line by line. */
export function comparisonTable(g: Gathered, c: Citations): ReportBlock[] {
  const rows = [
    { series: g.cases, word: 'Kasus' },
    { series: g.victims, word: 'Korban' },
  ].flatMap(({ series, word }) =>
    yearsUpTo(series.years, g.year).flatMap((y) =>
      y.published.map(({ figure, difference, reasons }) => ({
        year: y.year,
        cells: [
          t(String(y.year)),
          t(word),
          y.agreed ? c.bare(y.agreed) : t('belum ada'),
          c.bare(figure),
          t(difference === null ? '' : signed(difference)),
          t(
            [figure.source, ...reasons.map((r) => reasonWords[r]?.(figure) ?? '')]
              .filter((w) => w !== '')
              .join('; '),
          ),
        ] satisfies Part[],
      })),
    ),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'section', number: '3.1', title: 'Angka sepakat dan angka terpublikasi' },
    {
      kind: 'paragraph',
      parts: [
        t(
          'Angka yang pernah diumumkan pihak lain dicatat berdampingan dengan angka sepakat. Keduanya tidak dijumlahkan dan tidak disamakan: setiap angka terpublikasi berasal dari satu sumber dan memakai cara hitungnya sendiri (Lampiran B).',
        ),
      ],
    },
    {
      kind: 'table',
      number: '3.1',
      caption: 'Angka sepakat dan angka terpublikasi menurut tahun',
      source: 'Sumber dan tanggal setiap angka: Lampiran B. Selisih: terpublikasi dikurangi sepakat.',
      columns: [
        { label: 'Tahun', align: 'start' },
        { label: 'Satuan', align: 'start' },
        { label: 'Sepakat', align: 'end' },
        { label: 'Terpublikasi', align: 'end' },
        { label: 'Selisih', align: 'end' },
        { label: 'Sumber terpublikasi dan sebab selisih', align: 'start' },
      ],
      rows: rows.toSorted((a, b) => a.year - b.year).map(({ cells }) => ({ cells, total: false })),
    },
  ];
}

/** Context: violence against women and children, another thing than trafficking. */
export function violenceTable(g: Gathered, c: Citations): ReportBlock[] {
  const years = yearsUpTo(g.violence.years, g.year);
  const rows = years.flatMap((y) => {
    const figure = y.published[0]?.figure;
    return figure ? [{ cells: [t(String(y.year)), c.bare(figure), t(figure.source)], total: false }] : [];
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'section', number: '3.4', title: 'Konteks: kekerasan terhadap perempuan dan anak' },
    {
      kind: 'paragraph',
      parts: [t('Angka berikut bukan korban TPPO dan tidak ditambahkan pada angka sepakat.')],
    },
    {
      kind: 'table',
      number: '3.7',
      caption: 'Korban kekerasan terhadap perempuan dan anak yang diumumkan',
      source: 'Sumber dan tanggal: Lampiran B.',
      columns: [
        { label: 'Tahun', align: 'start' },
        { label: 'Korban', align: 'end' },
        { label: 'Sumber', align: 'start' },
      ],
      rows,
    },
  ];
}
