import { shortAreaName } from '@simpul/contract/regions/rules';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/Code.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Panel, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { AreaChildren } from './AreaChildren.tsx';
import { MarkStatus } from './MarkStatus.tsx';
import { OdblNotice } from './OdblNotice.tsx';
import classes from './Regions.module.css';
import { type AreaDetail, areaQuery } from './queries.ts';
import { SuccessionTable } from './SuccessionTable.tsx';

interface AreaPageProps {
  code: string;
  on: string | undefined;
  cursor: string | undefined;
}

/** One area: where it lies, what it is called, how its code came about, and what lies below. */
export function AreaPage({ code, on, cursor }: AreaPageProps) {
  const { t } = useTranslation('regions');
  const { data, error, refetch } = useQuery(areaQuery(code, on));
  const crumbs = [
    <Link key="all" to="/wilayah">
      {t('home.title')}
    </Link>,
    ...(data?.path ?? []).map((above) => (
      <Link key={above.code} to="/wilayah/$kode" params={{ kode: above.code }}>
        {shortAreaName(above.name)}
      </Link>
    )),
  ];
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={data?.name ?? t('home.title')}
        sub={
          data && (
            <>
              {data.level === 'regency' ? '' : t(`kind.${data.kind}`)} <Code>{data.code}</Code>
            </>
          )
        }
      />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <Stack gap="lg">
          {!data.inForce && <NotInForce area={data} />}
          <Facts area={data} />
          {data.succession.length > 0 && <SuccessionTable area={data} />}
          {data.level !== 'village' && data.validTo === null && (
            <AreaChildren key={code} parent={code} cursor={cursor} />
          )}
        </Stack>
      )}
      <OdblNotice />
    </>
  );
}

/** Says since or until when, and which code took its place. */
function NotInForce({ area }: { area: AreaDetail }) {
  const { t } = useTranslation('regions');
  const { date } = useFormat();
  const next = area.succession.filter((s) => s.oldCode === area.code && s.kind !== 'split');
  return (
    <Panel tone="wait">
      {area.validTo !== null && area.validTo < area.on
        ? t('detail.ended', { day: date(area.validTo) })
        : t('detail.notYet', { day: date(area.validFrom ?? area.on) })}
      {next.map((s) => (
        <span key={s.newCode}>
          {' '}
          {t('detail.successor')}{' '}
          <Link to="/wilayah/$kode" params={{ kode: s.newCode }}>
            {s.newName} (<Code>{s.newCode}</Code>)
          </Link>
        </span>
      ))}
    </Panel>
  );
}

function Facts({ area }: { area: AreaDetail }) {
  const { t } = useTranslation('regions');
  const { date, number } = useFormat();
  const levels = (['regency', 'district', 'village'] as const).filter((level) => area.counts[level] > 0);
  const since =
    area.validFrom === null ? t('detail.sinceUnknown') : t('detail.since', { day: date(area.validFrom) });
  const item = (key: string, value: ReactNode) => ({ key, term: t(`detail.${key}`), value });
  return (
    <SummaryList
      items={[
        item(
          'validity',
          area.validTo === null ? since : t('detail.span', { since, until: date(area.validTo) }),
        ),
        ...(levels.length > 0
          ? [
              item(
                'holds',
                levels
                  .map((level) =>
                    t(`counts.${level}`, { count: area.counts[level], number: number(area.counts[level]) }),
                  )
                  .join(', '),
              ),
            ]
          : []),
        ...(area.aliases.length > 0
          ? [
              item(
                'aliases',
                <ul className={classes['list']}>
                  {area.aliases.map((alias) => (
                    <li key={alias.name} className={classes['tags']}>
                      <span>
                        {alias.name} <span className={classes['small']}>{t(`alias.${alias.kind}`)}</span>
                      </span>
                      {alias.kind === 'former' && <MarkStatus mark={alias.mark} />}
                    </li>
                  ))}
                </ul>,
              ),
            ]
          : []),
        ...(area.overlays.length > 0
          ? [
              item(
                'overlays',
                <ul className={classes['list']}>
                  {area.overlays.map((overlay) => (
                    <li key={overlay.code} className={classes['tags']}>
                      <Link to="/wilayah/penanda">{overlay.name}</Link>
                      <MarkStatus mark={overlay.mark} />
                    </li>
                  ))}
                </ul>,
              ),
            ]
          : []),
        item('bps', area.bpsCode === null ? t('detail.noBps') : <Code>{area.bpsCode}</Code>),
        item('source', area.source),
      ]}
    />
  );
}
