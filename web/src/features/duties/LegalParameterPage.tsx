import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/me.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Panel, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { Section } from '../../ui/Section.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import classes from './Duties.module.css';
import { CheckStatus, MarkStatus } from './ParameterStatus.tsx';
import { type Parameter, parameterQuery } from './queries.ts';
import { SupersedeDialog } from './SupersedeDialog.tsx';
import { useWords } from './use-words.ts';
import { VerifyDialog } from './VerifyDialog.tsx';

/** One number of the law: what it says today, every version it had, and the two acts on it. */
export function LegalParameterPage({ parameterKey, today }: { parameterKey: string; today: string }) {
  const { t, i18n } = useTranslation('duties');
  const words = useWords();
  const may = useCan('duties.verify');
  const { data, error, refetch } = useQuery(parameterQuery(parameterKey));
  const [asking, setAsking] = useState<'verify' | 'supersede'>();
  const crumbs = [
    <Link key="all" to="/parameter-hukum">
      {t('parameters.title')}
    </Link>,
  ];
  const current = data?.current ?? undefined;
  const title = (data?.current ?? data?.history[0])?.title[i18n.language === 'en' ? 'en' : 'id'];
  const close = () => setAsking(undefined);
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={title ?? t('parameters.title')}
        sub={current && `${words.number(current)} · ${current.basis}`}
        acts={
          may && current && <Button onClick={() => setAsking('supersede')}>{t('parameter.supersede')}</Button>
        }
        primary={
          may &&
          current && (
            <Button variant="filled" onClick={() => setAsking('verify')}>
              {t('parameter.verify')}
            </Button>
          )
        }
      />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <Stack gap="lg">
          {current ? <Facts parameter={current} /> : <Panel tone="wait">{t('parameter.noneInForce')}</Panel>}
          <History versions={data.history} current={current} today={today} />
        </Stack>
      )}
      {asking === 'verify' && current && <VerifyDialog parameter={current} onClose={close} />}
      {asking === 'supersede' && current && (
        <SupersedeDialog parameter={current} today={today} onClose={close} />
      )}
    </>
  );
}

function Facts({ parameter: p }: { parameter: Parameter }) {
  const { t, i18n } = useTranslation('duties');
  const words = useWords();
  const holder = p.dutyHolder?.[i18n.language === 'en' ? 'en' : 'id'];
  return (
    <SummaryList
      items={[
        { key: 'number', term: t('parameter.number'), value: <strong>{words.number(p)}</strong> },
        { key: 'basis', term: t('parameter.basis'), value: p.basis },
        ...(holder ? [{ key: 'holder', term: t('parameter.holder'), value: holder }] : []),
        { key: 'mark', term: t('parameter.mark'), value: <MarkStatus mark={p.mark} /> },
        { key: 'check', term: t('parameter.check'), value: <CheckStatus parameter={p} /> },
        ...(p.verification
          ? [{ key: 'source', term: t('parameter.source'), value: p.verification.source }]
          : []),
        ...(p.note ? [{ key: 'note', term: t('parameter.note'), value: p.note }] : []),
      ]}
    />
  );
}

interface HistoryProps {
  versions: readonly Parameter[];
  current: Parameter | undefined;
  today: string;
}
function History({ versions, current, today }: HistoryProps) {
  const { t } = useTranslation('duties');
  const { date } = useFormat();
  const words = useWords();
  const isCurrent = (p: Parameter) => p.version === current?.version && p.origin === current.origin;
  const columns: Column<Parameter>[] = [
    {
      id: 'version',
      header: t('column.version'),
      primary: true,
      cell: (p) => (
        <span className={classes['cell']}>
          <span>{t('parameter.version', { version: p.version })}</span>
          <span className={classes['small']}>
            {t(p.origin === 'tenant' ? 'parameter.own' : 'parameter.shipped')}
          </span>
        </span>
      ),
    },
    {
      id: 'number',
      header: t('column.number'),
      cell: (p) => <span className={classes['number']}>{words.number(p)}</span>,
    },
    { id: 'basis', header: t('column.basis'), cell: (p) => p.basis },
    {
      id: 'valid',
      header: t('parameter.valid'),
      cell: (p) =>
        p.validTo
          ? t('parameter.validSpan', { from: date(p.validFrom), to: date(p.validTo) })
          : t('parameter.validFrom', { from: date(p.validFrom) }),
    },
    {
      id: 'state',
      header: t('detail.state'),
      cell: (p) =>
        isCurrent(p) ? (
          <Status kind="ok">{t('parameter.inForce')}</Status>
        ) : (
          <Status kind="mut">{t(p.validFrom > today ? 'parameter.coming' : 'parameter.former')}</Status>
        ),
    },
    { id: 'check', header: t('column.checked'), cell: (p) => <CheckStatus parameter={p} /> },
  ];
  return (
    <Section title={t('parameter.history')}>
      <DataTable
        caption={t('parameter.history')}
        columns={columns}
        rowId={(p) => `${p.origin} ${p.version}`}
        data={{ rows: versions }}
      />
    </Section>
  );
}
