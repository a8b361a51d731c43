import { shortAreaName } from '@simpul/contract/regions/rules';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/Code.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { Prose, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, SkeletonRows } from '../../ui/States.tsx';
import { MarkStatus } from './MarkStatus.tsx';
import { OdblNotice } from './OdblNotice.tsx';
import { overlaysQuery } from './queries.ts';
import { RegionTabs } from './RegionTabs.tsx';

/** Areas across the levels, such as the new capital. */
export function Overlays() {
  const { t } = useTranslation('regions');
  const { data, error, refetch } = useQuery(overlaysQuery);
  return (
    <>
      <PageHeader title={t('overlay.title')} sub={t('overlay.sub')} />
      <RegionTabs />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('overlay.none')} />
      ) : (
        <Stack gap="lg">
          {data.items.map((overlay) => (
            <OverlaySection key={overlay.code} overlay={overlay} />
          ))}
        </Stack>
      )}
      <OdblNotice />
    </>
  );
}

type Overlay = NonNullable<Awaited<ReturnType<NonNullable<typeof overlaysQuery.queryFn>>>>['items'][number];
type Member = Overlay['members'][number];

function OverlaySection({ overlay }: { overlay: Overlay }) {
  const { t } = useTranslation('regions');
  const columns: Column<Member>[] = [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      cell: (area) => (
        <Link to="/wilayah/$kode" params={{ kode: area.code }}>
          {area.name}
        </Link>
      ),
    },
    { id: 'in', header: t('column.in'), cell: (area) => shortAreaName(area.path.at(-1) ?? '') },
    { id: 'code', header: t('column.code'), width: '10rem', cell: (area) => <Code>{area.code}</Code> },
    { id: 'mark', header: t('column.mark'), cell: (area) => <MarkStatus mark={area.mark} /> },
  ];
  return (
    <Section title={overlay.name} note={t('overlay.members', { count: overlay.members.length })}>
      <Prose>{overlay.basis}</Prose>
      <DataTable
        caption={overlay.name}
        columns={columns}
        rowId={(area) => area.code}
        data={{ rows: overlay.members }}
      />
    </Section>
  );
}
