import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AreaChildren } from './AreaChildren.tsx';
import { AreaResults } from './AreaResults.tsx';
import { AreaSearchField } from './AreaSearchField.tsx';
import { OdblNotice } from './OdblNotice.tsx';
import { sourceQuery } from './queries.ts';
import { RegionTabs } from './RegionTabs.tsx';

/** Areas: find one by name, or go down from the provinces. */
export function AreaHome({ text, cursor }: { text: string; cursor: string | undefined }) {
  const { t } = useTranslation('regions');
  const { number } = useFormat();
  const { data: source } = useQuery(sourceQuery);
  const counts = source && {
    provinces: number(source.counts.province),
    regencies: number(source.counts.regency),
    districts: number(source.counts.district),
    villages: number(source.counts.village),
  };
  return (
    <>
      <PageHeader title={t('home.title')} sub={counts ? t('home.counts', counts) : t('home.sub')} />
      <RegionTabs />
      <Stack gap="lg">
        <AreaSearchField text={text} />
        {text.length >= 2 ? <AreaResults text={text} /> : <AreaChildren cursor={cursor} />}
      </Stack>
      <OdblNotice />
    </>
  );
}
