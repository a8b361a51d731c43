import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { Num, useFormat } from '../../../ui/FormatProvider.tsx';
import { Status } from '../../../ui/Status.tsx';
import classes from '../Clearing.module.css';
import type { Round } from '../queries.ts';

type Source = Round['sources'][number];

/** What each source says by its own count, and what only it knows. */
export function Sources({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const figure = (id: 'rows' | 'cases' | 'victims' | 'onlyHere'): Column<Source> => ({
    id,
    header: t(`column.${id}`),
    numeric: true,
    cell: (s) => <Num value={s[id]} />,
  });
  const columns: Column<Source>[] = [
    { id: 'agency', header: t('column.agency'), primary: true, cell: (s) => s.agencyName },
    figure('rows'),
    figure('cases'),
    figure('victims'),
    figure('onlyHere'),
    {
      id: 'linked',
      header: t('column.linked'),
      cell: (s) =>
        s.linked ? (
          <Status kind="ok">
            {s.unlinked > 0
              ? t('sources.partly', { count: s.unlinked, number: number(s.unlinked) })
              : t('sources.linked')}
          </Status>
        ) : (
          <Status kind="mut">{t('sources.unlinked')}</Status>
        ),
    },
    {
      id: 'signed',
      header: t('column.signed'),
      cell: (s) =>
        s.signedOff ? (
          <Status kind="ok">{t('sources.signed')}</Status>
        ) : (
          <Status kind="wait">{t('sources.unsigned')}</Status>
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('sources.title')}
        columns={columns}
        rowId={(s) => s.agency}
        data={{ rows: round.sources }}
      />
      <p className={classes['note']}>{t('sources.note')}</p>
    </>
  );
}
