import { Button } from '@mantine/core';
import { Circle, Diamond, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Code } from '../../ui/Code.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { ExportButton, Pager, PrintButton, TableHead, ViewMenu } from '../../ui/data-table/TableTools.tsx';
import { FilterChips, FilterPanel, type FilterGroup } from '../../ui/Filters.tsx';
import { DateText, Num } from '../../ui/FormatProvider.tsx';
import { Columns } from '../../ui/Layout.tsx';
import { Section } from '../../ui/Section.tsx';
import { PartialNote } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import { usePhone } from '../../ui/use-media.ts';
import { sampleCases, type SampleCase } from './sample.ts';

const risk = {
  high: (
    <Status kind="late" icon={TriangleAlert} strong>
      Tinggi
    </Status>
  ),
  medium: (
    <Status kind="wait" icon={Diamond}>
      Sedang
    </Status>
  ),
  low: (
    <Status kind="mut" icon={Circle}>
      Rendah
    </Status>
  ),
};
const columns: readonly Column<SampleCase>[] = [
  {
    id: 'nomor',
    header: 'Nomor kasus',
    primary: true,
    sortable: true,
    cell: (c) => (
      <a href="#top">
        <Code>{c.number}</Code>
      </a>
    ),
  },
  { id: 'alias', header: 'Alias', cell: (c) => c.alias },
  { id: 'risiko', header: 'Risiko', sortable: true, cell: (c) => risk[c.risk] },
  { id: 'tahap', header: 'Tahap', hideable: true, cell: (c) => c.stage },
  { id: 'tempat', header: 'Ditemukan di', hideable: true, cell: (c) => c.place },
  {
    id: 'tenggat',
    header: 'Tenggat berikut',
    sortable: true,
    cell: (c) =>
      c.late ? (
        <Status kind="late" strong>
          Lewat 1 hari
        </Status>
      ) : (
        <DateText value={c.due} />
      ),
  },
  {
    id: 'korban',
    header: 'Korban',
    numeric: true,
    sortable: true,
    hideable: true,
    cell: (c) => <Num value={c.victims} />,
  },
];
const groups: readonly FilterGroup[] = [
  {
    key: 'risiko',
    label: 'Risiko',
    kind: 'many',
    options: [
      { value: 'high', label: 'Tinggi', count: 9 },
      { value: 'medium', label: 'Sedang', count: 29 },
      { value: 'low', label: 'Rendah', count: 74 },
    ],
  },
  {
    key: 'batas',
    label: 'Tenggat berikut',
    kind: 'one',
    options: [
      { value: 'lewat', label: 'Terlewat', count: 2 },
      { value: 'minggu', label: '7 hari ke depan', count: 10 },
    ],
  },
];

export function Tables() {
  const rows = useMemo(() => sampleCases(12), []);
  const phone = usePhone();
  const many = useMemo(() => sampleCases(phone ? 100 : 1500), [phone]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['2']));
  const rowId = (c: SampleCase) => c.id;
  return (
    <>
      <Section title="Daftar" rule={false}>
        <Columns
          sideFirst
          side={<FilterPanel groups={groups} />}
          main={
            <>
              <TableHead
                title="38 kasus terbuka, risiko tinggi atau sedang"
                chips={<FilterChips groups={groups} />}
                tools={
                  <>
                    <ViewMenu columns={columns} />
                    <PrintButton />
                    <ExportButton onExport={() => undefined} />
                  </>
                }
              />
              <DataTable
                caption="Kasus contoh"
                columns={columns}
                rowId={rowId}
                data={{ rows, total: 1001, nextCursor: 'abc' }}
                partial={
                  <PartialNote>Polda Kaltim belum menjawab; kasusnya tidak ada di daftar ini.</PartialNote>
                }
                highlight={(c) => c.id === '4'}
                selection={{
                  selected,
                  onChange: setSelected,
                  nameOf: (c) => c.number,
                  acts: () => <Button size="sm">Tugaskan</Button>,
                }}
              />
              <Pager shown={12} total={1001} nextCursor="abc" />
            </>
          }
        />
      </Section>
      <Section title="Memuat, kosong, gagal">
        <DataTable caption="Memuat" columns={columns} rowId={rowId} data={undefined} />
        <DataTable caption="Kosong" columns={columns} rowId={rowId} data={{ rows: [] }} />
        <DataTable
          caption="Gagal"
          columns={columns}
          rowId={rowId}
          data={undefined}
          error={{ status: 503, problem: { requestId: '9c1e' } }}
          retry={() => undefined}
        />
      </Section>
      <Section title="1.500 baris">
        <DataTable
          caption="Banyak baris"
          columns={columns}
          rowId={rowId}
          data={{ rows: many }}
          wide={false}
        />
      </Section>
    </>
  );
}
