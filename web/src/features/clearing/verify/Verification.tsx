import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageProblem } from '../../../app/PageProblem.tsx';
import { client } from '../../../app/api.ts';
import { useMe } from '../../../app/me.ts';
import { useCommand } from '../../../app/use-command.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Columns, Stack } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/States.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useSearchState } from '../../../ui/use-search-state.ts';
import { currentPeriod, PeriodSelect } from '../PeriodSelect.tsx';
import { clearingKey, type Period, periodAgenciesQuery, periodsQuery, type RowLine } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { useWords } from '../use-words.ts';
import { type Counts, nobody, unconfirmedOf } from './counts.ts';
import { RowPanel } from './RowPanel.tsx';
import { RowFilters, RowTable } from './RowTable.tsx';
import { SignOffPanel } from './SignOffPanel.tsx';

export interface VerificationProps {
  period: string | undefined;
  state: RowLine['state'] | undefined;
  year: string | undefined;
  place: string | undefined;
  importId: string | undefined;
  row: string | undefined;
  cursor: string | undefined;
}

/** The own agency's rows of a quarter: looked at, confirmed, corrected or excluded, and answered for. */
export function Verification(props: VerificationProps) {
  const { t } = useTranslation('clearing-verify');
  const periods = useQuery(periodsQuery);
  if (periods.error && !periods.data)
    return <PageProblem error={periods.error} retry={() => void periods.refetch()} />;
  if (!periods.data) return <SkeletonRows rows={8} />;
  const chosen = periods.data.find((p) => p.code === props.period) ?? currentPeriod(periods.data);
  if (!chosen)
    return (
      <>
        <PageHeader title={t('title.plain')} />
        <EmptyState title={t('noPeriod.title')}>{t('noPeriod.text')}</EmptyState>
      </>
    );
  return <InPeriod {...props} chosen={chosen} periods={periods.data} />;
}

function InPeriod(props: VerificationProps & { chosen: Period; periods: readonly Period[] }) {
  const { chosen, periods, row } = props;
  const { t } = useTranslation('clearing-verify');
  const { number } = useFormat();
  const words = useWords();
  const me = useMe();
  const { set } = useSearchState();
  const agencies = useQuery(periodAgenciesQuery(chosen.code));
  const own: Counts = agencies.data?.find((a) => a.agency === me.agency?.id) ?? nobody;
  const waiting = unconfirmedOf(own);
  const values = { count: waiting, number: number(waiting), period: words.period(chosen.code) };
  const title = !agencies.data
    ? t('title.plain')
    : own.signedOffAt
      ? t('title.signed', values)
      : own.rows === 0
        ? t('title.empty', values)
        : waiting === 0
          ? t('title.done', values)
          : t('title.waiting', values);
  const closed = chosen.state === 'closed' || own.signedOffAt !== null;
  return (
    <>
      <PageHeader
        title={title}
        sub={t('sub', { agency: me.agency?.name ?? '' })}
        primary={!closed && waiting > 0 && <ConfirmAll period={chosen.code} count={waiting} />}
      />
      <Stack gap="lg">
        {agencies.data && <SignOffPanel period={chosen} counts={own} />}
        <Columns
          sideFirst
          side={
            <RowFilters importId={props.importId} place={props.place}>
              <PeriodSelect
                periods={periods}
                value={chosen.code}
                onChange={(code) => set({ periode: code, impor: undefined })}
              />
            </RowFilters>
          }
          main={<RowTable {...props} period={chosen.code} closed={closed} />}
        />
      </Stack>
      {row !== undefined && (
        <RowPanel key={row} id={row} closed={closed} onClose={() => set({ baris: undefined }, true)} />
      )}
    </>
  );
}

function ConfirmAll({ period, count }: { period: string; count: number }) {
  const { t } = useTranslation('clearing-verify');
  const { number } = useFormat();
  const words = useWords();
  const problemText = useClearingProblem();
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string>();
  const values = { count, number: number(count), period: words.period(period) };
  const confirm = useCommand(client.clearing.confirmRows, {
    invalidates: [clearingKey],
    onSuccess: () => {
      setAsking(false);
      showToast({ kind: 'ok', text: t('confirmed', values) });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <>
      <Button
        variant="filled"
        leftSection={<CheckCheck size={18} aria-hidden />}
        onClick={() => {
          setFault(undefined);
          setAsking(true);
        }}
      >
        {t('act.confirmAll', values)}
      </Button>
      <Confirm
        open={asking}
        title={t('confirmAll.title', values)}
        yes={t('act.confirmAll', values)}
        busy={confirm.isPending}
        onYes={() => confirm.mutate({ period })}
        onNo={() => setAsking(false)}
      >
        <Stack gap="sm">
          <p>{t('confirmAll.text', values)}</p>
          {fault && <FieldError>{fault}</FieldError>}
        </Stack>
      </Confirm>
    </>
  );
}
