import type { Figure } from '@simpul/contract/figures/figure';
import type { SeriesYear } from '@simpul/contract/figures/series';
import type { ReportBlock } from '@simpul/contract/reporting/content';
import { longDay, longMoment, number } from '../../../platform/documents/words-id.ts';
import type { Gathered } from '../gather.ts';
import { type Citations, lookBack, t } from './parts.ts';
import { breakdownTables } from './tables-breakdown.ts';
import { comparisonTable, violenceTable } from './tables-published.ts';
import { sourceTable } from './tables-source.ts';

export const roundSource = (g: Gathered): string =>
  g.round?.agreedAt
    ? `Sumber: kliring putaran ${g.round.number} tahun ${g.year}, disepakati ${longMoment(Temporal.Instant.from(g.round.agreedAt), g.zone)}. Cara hitung: Lampiran B.`
    : `Sumber: kliring tahun ${g.year}. Cara hitung: Lampiran B.`;

function opening(g: Gathered, c: Citations): ReportBlock[] {
  if (!g.agreed)
    return [
      {
        kind: 'note',
        title: `Belum ada angka sepakat untuk tahun ${g.year}`,
        text: 'Putaran kliring tahun ini belum disepakati. Angka terpublikasi di bawah berasal dari pihak lain dan bukan angka gugus tugas.',
      },
    ];
  const sources = g.round?.sources.length ?? 0;
  const before = [g.cases, g.victims].map((s) => s.years.find((y) => y.year === g.year - 1)?.agreed);
  const [cases, victims] = before;
  return [
    {
      kind: 'paragraph',
      parts: [
        t(`Sepanjang ${g.year} gugus tugas mencatat `),
        c.cite(g.agreed.cases),
        t(' dengan '),
        c.cite(g.agreed.victims),
        t(`, setelah catatan ${number(sources)} instansi dicocokkan dan disepakati dalam kliring.`),
        ...(cases && victims
          ? [
              t(` Angka sepakat tahun ${g.year - 1} adalah `),
              c.cite(cases),
              t(' dengan '),
              c.cite(victims),
              t('. Perubahan antartahun tidak dapat dibedakan dari perubahan pencatatan.'),
            ]
          : []),
      ],
    },
  ];
}

/** The figure shown for a year: what was agreed, else what was published and is read first. */
const shownOf = (y: SeriesYear | undefined): Figure | undefined =>
  y?.agreed ?? y?.published.find((p) => p.figure.reading === 'primary')?.figure;

function bars(g: Gathered, c: Citations): ReportBlock[] {
  const years = [...new Set([...g.cases.years, ...g.victims.years].map((y) => y.year))].sort((a, b) => a - b);
  const points = years
    .filter((y) => y <= g.year && y > g.year - lookBack)
    .flatMap((year) => {
      const pair = [g.cases, g.victims].map((s) => shownOf(s.years.find((y) => y.year === year)));
      return pair.every((f) => f) ? [{ year, pair }] : [];
    });
  const shown = points.flatMap((p) => p.pair).filter((f) => f !== undefined);
  if (shown.length === 0) return [];
  for (const f of shown) c.bare(f);
  const value = (f: Figure | undefined) => f?.value ?? null;
  const isPartial = (pair: (Figure | undefined)[]) => pair.some((f) => f?.partial);
  const last = points.at(-1);
  const [cases, victims] = last?.pair ?? [];
  return [
    {
      kind: 'bars',
      number: '3.1',
      caption:
        cases && victims && !isPartial([cases, victims])
          ? `Tahun ${last?.year}: ${number(cases.value)} kasus dengan ${number(victims.value)} korban`
          : 'Kasus dan korban menurut tahun',
      alt: `Diagram batang kasus dan korban: ${points.map((p) => `${p.year} ${p.pair.map((f) => (f ? number(f.value) : 'tidak ada')).join(' dan ')}`).join('; ')}.`,
      source: barsSource(shown),
      series: [{ label: 'kasus' }, { label: 'korban' }],
      points: points.map((p) => ({
        label: `${p.year}${isPartial(p.pair) ? '*' : ''}`,
        partial: isPartial(p.pair),
        published: p.pair.some((f) => f?.kind === 'published'),
        values: p.pair.map(value),
      })),
    },
  ];
}

function barsSource(shown: readonly Figure[]): string {
  const yearsOf = (kind: Figure['kind']) =>
    [...new Set(shown.filter((f) => f.kind === kind).map((f) => f.year))].sort().join(', ');
  const partial = shown.find((f) => f.partial);
  const published = [...new Set(shown.filter((f) => f.kind === 'published').map((f) => f.source))];
  return [
    partial ? `* Keadaan s.d. ${longDay(partial.periodTo)}, bukan setahun penuh.` : '',
    yearsOf('agreed') ? `Angka sepakat kliring: ${yearsOf('agreed')}.` : '',
    published.length > 0
      ? `Batang tanpa isi: terpublikasi, bukan angka gugus tugas: ${yearsOf('published')} (${published.join('; ')}).`
      : '',
    'Jumlah tahunan provinsi ditampilkan walau kecil: dikecualikan dari penyamaran.',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Chapter III: cases and victims, apart; differences told; small cells hidden. */
export function chapterCases(g: Gathered, c: Citations): ReportBlock[] {
  const source = roundSource(g);
  return [
    ...opening(g, c),
    ...bars(g, c),
    ...comparisonTable(g, c),
    ...sourceTable(g, c, source),
    ...breakdownTables(g, c, source),
    ...violenceTable(g, c),
  ];
}
