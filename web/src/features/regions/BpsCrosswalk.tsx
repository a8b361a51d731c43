import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Prose, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, SkeletonRows } from '../../ui/States.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { BpsImportForm } from './BpsImportForm.tsx';
import { OdblNotice } from './OdblNotice.tsx';
import { crosswalkQuery } from './queries.ts';
import { RegionTabs } from './RegionTabs.tsx';

/** The crosswalk between BPS and Kemendagri codes in use, and the way to load another. */
export function BpsCrosswalk({ today }: { today: string }) {
  const { t } = useTranslation('regions');
  const { data, error, refetch } = useQuery(crosswalkQuery);
  return (
    <>
      <PageHeader title={t('bps.title')} sub={t('bps.sub')} />
      <RegionTabs />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} />
      ) : (
        <Stack gap="lg">
          {data.current ? (
            <InUse current={data.current} />
          ) : (
            <EmptyState title={t('bps.none')}>{t('bps.noneText')}</EmptyState>
          )}
          {data.abilities.import ? (
            <Section title={t(data.current ? 'bps.replace' : 'bps.load')}>
              <BpsImportForm key={data.current?.id ?? ''} today={today} />
            </Section>
          ) : (
            <Prose>{t('bps.whoLoads')}</Prose>
          )}
        </Stack>
      )}
      <OdblNotice />
    </>
  );
}

type Status = NonNullable<Awaited<ReturnType<NonNullable<typeof crosswalkQuery.queryFn>>>>;

function InUse({ current }: { current: NonNullable<Status['current']> }) {
  const { t } = useTranslation('regions');
  const { date, count, number } = useFormat();
  const levels = (['province', 'regency', 'district', 'village'] as const).filter(
    (l) => current.counts[l] > 0,
  );
  return (
    <SummaryList
      items={[
        { key: 'source', term: t('bps.source'), value: current.source },
        { key: 'asOf', term: t('bps.asOf'), value: date(current.asOf) },
        {
          key: 'rows',
          term: t('bps.rows'),
          value: levels
            .map((l) => t(`counts.${l}`, { count: current.counts[l], number: number(current.counts[l]) }))
            .join(', '),
        },
        {
          key: 'traps',
          term: t('bps.traps'),
          value: t('bps.trapsText', { count: current.traps, number: count(current.traps) }),
        },
        { key: 'at', term: t('bps.importedAt'), value: date(current.importedAt) },
      ]}
    />
  );
}
