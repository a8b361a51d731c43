import { Button } from '@mantine/core';
import { agencyTypeLabel } from '@simpul/contract/agencies/agency-types';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/Code.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Panel, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import classes from './Agencies.module.css';
import { AgencyMark, AgencyStatus } from './AgencyStatus.tsx';
import { CloseDialog, ReopenDialog } from './CloseDialog.tsx';
import { AreaHistory, NameHistory } from './Histories.tsx';
import { type AgencyDetail, agencyQuery } from './queries.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { ServiceAreasDialog } from './ServiceAreasDialog.tsx';
import { Units } from './Units.tsx';

const acts = ['rename', 'areas', 'close', 'reopen'] as const;
type Act = (typeof acts)[number];

interface AgencyPageProps {
  id: string;
  on: string | undefined;
  today: string;
}

/** One organisation: what it is, every name it had, whom it serves, its units. */
export function AgencyPage({ id, on, today }: AgencyPageProps) {
  const { t, i18n } = useTranslation('agencies');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const { data, error, refetch } = useQuery(agencyQuery(id, on));
  const [asking, setAsking] = useState<Act>();
  const close = () => setAsking(undefined);
  const may = data?.abilities;
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="all" to="/lembaga">
            {t('list.title')}
          </Link>,
        ]}
        title={data?.name ?? t('list.title')}
        sub={
          data && `${agencyTypeLabel(data.type, language)} · ${t(`level.${data.level}`)} · ${data.area.name}`
        }
        acts={
          <>
            {may?.close && <Button onClick={() => setAsking('close')}>{t('act.close')}</Button>}
            {may?.edit && <Button onClick={() => setAsking('areas')}>{t('act.areas')}</Button>}
          </>
        }
        primary={
          may?.edit ? (
            <Button variant="filled" onClick={() => setAsking('rename')}>
              {t('act.rename')}
            </Button>
          ) : (
            may?.reopen && (
              <Button variant="filled" onClick={() => setAsking('reopen')}>
                {t('act.reopen')}
              </Button>
            )
          )
        }
      />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <Stack gap="lg">
          <Notes agency={data} today={today} />
          <Facts agency={data} />
          <NameHistory agency={data} />
          <AreaHistory agency={data} />
          <Units agency={data} today={today} />
        </Stack>
      )}
      {data && asking === 'rename' && <RenameDialog agency={data} today={today} onClose={close} />}
      {data && asking === 'areas' && <ServiceAreasDialog agency={data} today={today} onClose={close} />}
      {data && asking === 'close' && <CloseDialog agency={data} today={today} onClose={close} />}
      {data && asking === 'reopen' && <ReopenDialog agency={data} onClose={close} />}
    </>
  );
}

/** Says that it is closed, or that another day than today is shown. */
function Notes({ agency, today }: { agency: AgencyDetail; today: string }) {
  const { t } = useTranslation('agencies');
  const { date } = useFormat();
  return (
    <>
      {agency.closedOn && (
        <Panel tone="wait">
          {t('detail.closed', { day: date(agency.closedOn), basis: agency.closedBasis ?? '' })}
        </Panel>
      )}
      {agency.on !== today && (
        <Panel tone="info">
          {t('detail.asOf', { day: date(agency.on) })}{' '}
          <Link to="/lembaga/$id" params={{ id: agency.id }}>
            {t('detail.toToday')}
          </Link>
        </Panel>
      )}
    </>
  );
}

function Facts({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  const item = (key: string, value: ReactNode) => ({ key, term: t(`detail.${key}`), value });
  const links = (family: readonly { id: string; name: string }[]) => (
    <ul className={classes['list']}>
      {family.map((one) => (
        <li key={one.id}>
          <Link to="/lembaga/$id" params={{ id: one.id }}>
            {one.name}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <SummaryList
      items={[
        item('code', <Code>{agency.code}</Code>),
        ...(agency.shortName ? [item('shortName', agency.shortName)] : []),
        item('sector', t(`sector.${agency.sector}`)),
        item(
          'seat',
          <Link to="/wilayah/$kode" params={{ kode: agency.area.code }}>
            {agency.area.name} <Code>{agency.area.code}</Code>
          </Link>,
        ),
        item('serves', agency.serviceAreas.map((a) => a.name).join(', ') || t('detail.servesNone')),
        ...(agency.parent ? [item('parent', links([agency.parent]))] : []),
        ...(agency.children.length > 0 ? [item('children', links(agency.children))] : []),
        item('state', <AgencyStatus agency={agency} />),
        item('mark', <AgencyMark mark={agency.mark} />),
        ...(agency.note ? [item('note', agency.note)] : []),
      ]}
    />
  );
}
