import type { ReportBlock } from '@simpul/contract/reporting/content';
import { number, shortDay } from '../../../platform/documents/words-id.ts';
import type { Gathered } from '../gather.ts';
import { type Citations, t } from './parts.ts';

/** Annex A: the official record of the clearing, where one was made. */
export function annexRecord(g: Gathered): ReportBlock[] {
  if (!g.round)
    return [
      {
        kind: 'note',
        title: '',
        text: `Belum ada putaran kliring tahun ${g.year} yang disepakati, jadi belum ada berita acara.`,
      },
    ];
  if (g.round.recordNumber === null)
    return [
      {
        kind: 'note',
        title: '',
        text: `Berita acara kliring putaran ${g.round.number} tahun ${g.year} belum dibuat.`,
      },
    ];
  return [
    {
      kind: 'facts',
      items: [
        { label: 'Nomor', value: g.round.recordNumber },
        {
          label: 'Tentang',
          value: `Kliring data kasus dan korban, putaran ${g.round.number} tahun ${g.year}`,
        },
        { label: 'Berkas', value: 'Dilampirkan sebagai dokumen tersendiri' },
      ],
    },
  ];
}

/** Annex B: how each number was counted and where it comes from. Built last: it lists what the others cited. */
export function annexSources(g: Gathered, c: Citations): ReportBlock[] {
  const used = c
    .used()
    .toSorted(
      (a, b) =>
        Number(a.kind === 'published') - Number(b.kind === 'published') ||
        (a.periodTo < b.periodTo ? -1 : a.periodTo > b.periodTo ? 1 : 0),
    );
  const agreed = used.filter((f) => f.kind === 'agreed');
  const [first] = agreed;
  const counting: ReportBlock[] = first
    ? [
        {
          kind: 'facts',
          items: [
            { label: 'Cara hitung angka sepakat', value: first.countingRule },
            { label: 'Dasar tahun', value: first.yearBasis },
            { label: 'Status korban', value: first.statusSet },
            {
              label: 'Penyamaran',
              value: `Nilai 1–${g.threshold} dalam tabel terbatas tidak ditampilkan; jumlah tahunan provinsi dikecualikan`,
            },
          ],
        },
      ]
    : [];
  if (used.length === 0)
    return [{ kind: 'note', title: '', text: 'Laporan ini tidak memuat angka dari Simpul.' }];
  return [
    ...counting,
    {
      kind: 'table',
      number: 'B.1',
      caption: 'Angka dalam laporan ini dan asalnya',
      source:
        'Angka terpublikasi ialah salinan dari halaman yang disebut, bukan statistik resmi gugus tugas.',
      columns: [
        { label: 'Angka', align: 'start' },
        { label: 'Nilai', align: 'end' },
        { label: 'Keadaan per', align: 'start' },
        { label: 'Sumber dan cara hitung', align: 'start' },
      ],
      rows: used.map((f) => ({
        cells: [
          t(f.label),
          { text: number(f.value), figure: f.id },
          t(f.asOf === null ? 'tidak disebut' : shortDay(f.asOf)),
          t(
            [
              f.source,
              f.sourceTitle === null ? '' : `"${f.sourceTitle}"`,
              f.sourceDay === null ? '' : shortDay(f.sourceDay),
              f.kind === 'published' ? f.countingRule : '',
              f.sourceUrl ?? '',
              f.note ?? '',
            ]
              .filter((w) => w !== '')
              .join('; '),
          ),
        ],
        total: false,
      })),
    },
  ];
}
