import type { AgreedDimension } from '@simpul/contract/figures/codes';
import type { AgreedTable } from '@simpul/contract/figures/series';
import { areaNotice } from '@simpul/contract/regions/rules';
import type { Part, ReportBlock } from '@simpul/contract/reporting/content';
import { codesOf, labelOf } from '@simpul/contract/standards/code-lists';
import { number } from '../../../platform/documents/words-id.ts';
import type { Gathered } from '../gather.ts';
import { type Citations, t } from './parts.ts';
import { restricted } from './tables-source.ts';

const titles: Record<AgreedDimension, { caption: string; head: string; said: string }> = {
  sex: { caption: 'menurut jenis kelamin', head: 'Jenis kelamin', said: 'menurut jenis kelamin' },
  child: { caption: 'menurut umur saat kejadian', head: 'Umur', said: 'anak dan dewasa' },
  form: { caption: 'menurut bentuk eksploitasi utama', head: 'Bentuk', said: 'menurut bentuk eksploitasi' },
  place: {
    caption: 'menurut kabupaten/kota kejadian',
    head: 'Kabupaten/kota',
    said: 'menurut kabupaten/kota',
  },
};
const unknown = 'Tidak diketahui';
const children: Record<string, string> = { yes: 'Anak (di bawah 18 tahun)', no: 'Dewasa', unknown };

const inList = <L extends 'sex' | 'exploitation_type'>(list: L, code: string): string => {
  const known = codesOf(list).find((c) => c === code);
  return known === undefined ? code : labelOf(list, known, 'id');
};

function wordOf(dimension: AgreedDimension, cell: AgreedTable['cells'][number]): string {
  if (cell.code === 'unknown') return unknown;
  if (dimension === 'child') return children[cell.code] ?? cell.code;
  if (dimension === 'sex') return inList('sex', cell.code);
  if (dimension === 'form') return inList('exploitation_type', cell.code);
  return cell.label === null ? cell.code : `${cell.label} (${cell.code})`;
}

const total = (g: Gathered, c: Citations): Part => (g.agreed ? c.bare(g.agreed.victims) : t(''));

function oneTable(
  g: Gathered,
  c: Citations,
  table: AgreedTable,
  position: number,
  source: string,
): ReportBlock {
  const { caption, head } = titles[table.dimension];
  return {
    kind: 'table',
    number: `3.${position}`,
    caption: `Korban tahun ${g.year} ${caption}`,
    source: [
      source,
      table.outcome === 'cells_hidden' ? `Nilai 1–${g.threshold} ditulis "${restricted}".` : '',
      table.dimension === 'place' ? areaNotice.short : '',
    ]
      .filter((s) => s !== '')
      .join(' '),
    columns: [
      { label: head, align: 'start' },
      { label: 'Korban', align: 'end' },
    ],
    rows: [
      ...table.cells.map((cell) => ({
        cells: [t(wordOf(table.dimension, cell)), t(cell.value === null ? restricted : number(cell.value))],
        total: false,
      })),
      { cells: [t('Jumlah'), total(g, c)], total: true },
    ],
  };
}

/** Victims by one attribute at a time; where hiding cells would not hide them, only the total. */
export function breakdownTables(g: Gathered, c: Citations, source: string): ReportBlock[] {
  if (!g.agreed || g.agreed.tables.length === 0) return [];
  const { agreed } = g;
  const shown = agreed.tables.filter((x) => x.outcome !== 'total_only');
  const withheld = agreed.tables
    .filter((x) => x.outcome === 'total_only')
    .map((x) => titles[x.dimension].said);
  return [
    { kind: 'section', number: '3.3', title: 'Umur, jenis kelamin, bentuk, dan wilayah' },
    {
      kind: 'paragraph',
      parts: [
        t(
          `Rincian disajikan satu sifat setiap tabel. Nilai 1–${g.threshold} disamarkan, dan sebuah sel tidak disamarkan sendirian karena dapat dihitung dari jumlahnya.`,
        ),
        ...(withheld.length > 0
          ? [
              t(
                ` Rincian ${withheld.join(', ')} tidak memenuhi syarat itu; yang disajikan hanya jumlahnya, `,
              ),
              c.cite(agreed.victims),
              t('.'),
            ]
          : []),
      ],
    },
    ...shown.map((table, i) => oneTable(g, c, table, i + 3, source)),
  ];
}
