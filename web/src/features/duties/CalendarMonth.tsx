import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Columns, Panel, Row, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { DutyTabs } from './DutyTabs.tsx';
import { EditDayDialog } from './EditDayDialog.tsx';
import { monthAfter, weeksOf, workingDaysIn } from './month.ts';
import { MonthGrid } from './MonthGrid.tsx';
import { calendarQuery, type CalendarDay, deadlinesQuery } from './queries.ts';
import { SpecialDays } from './SpecialDays.tsx';
import { useWords } from './use-words.ts';
import { WithdrawDayDialog } from './WithdrawDayDialog.tsx';

/** One month: days off, days entered by hand, and how many deadlines fall on each day. */
export function CalendarMonth({ month, today }: { month: string; today: string }) {
  const { t } = useTranslation('duties');
  const { date, number } = useFormat();
  const words = useWords();
  const days = weeksOf(month)
    .flat()
    .flatMap((day) => day ?? []);
  const from = days[0] ?? `${month}-01`;
  const to = days.at(-1) ?? from;
  const calendar = useQuery(calendarQuery(from, to));
  const due = useQuery(deadlinesQuery({ status: 'running', from, to, limit: 200 }));
  const [editing, setEditing] = useState<string>();
  const [withdrawing, setWithdrawing] = useState<CalendarDay>();
  const name = date(from, 'month');
  const { data } = calendar;
  const counts = new Map<string, number>();
  for (const d of due.data?.items ?? []) counts.set(d.dueDate, (counts.get(d.dueDate) ?? 0) + 1);
  const edit = data?.abilities.edit ? setEditing : undefined;
  return (
    <>
      <PageHeader
        title={
          data
            ? t('calendar.title', {
                month: name,
                number: number(workingDaysIn(month, data.items, data.workingWeekdays)),
              })
            : name
        }
        sub={t('calendar.sub')}
        primary={
          edit && (
            <Button variant="filled" leftSection={<Plus size={18} aria-hidden />} onClick={() => edit('')}>
              {t('calendar.edit')}
            </Button>
          )
        }
      />
      <DutyTabs />
      {calendar.error ? (
        <ProblemStates error={calendar.error} retry={() => void calendar.refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <Columns
          main={
            <Stack>
              <MonthSteps month={month} today={today} />
              {data.years.map((year) =>
                year.source === 'estimated' ? (
                  <Panel key={year.year} tone="wait">
                    {t('calendar.estimated', { year: year.year })}
                  </Panel>
                ) : null,
              )}
              <MonthGrid
                month={month}
                caption={t('calendar.caption', { month: words.upper(name) })}
                today={today}
                special={data.items}
                workingWeekdays={data.workingWeekdays}
                counts={counts}
                onDay={edit}
              />
            </Stack>
          }
          side={
            <SpecialDays
              days={data.items}
              years={data.years}
              onWithdraw={edit ? setWithdrawing : undefined}
            />
          }
        />
      )}
      {editing !== undefined && (
        <EditDayDialog
          day={editing}
          known={data?.items.find((d) => d.date === editing)}
          onClose={() => setEditing(undefined)}
        />
      )}
      {withdrawing && <WithdrawDayDialog day={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
}

function MonthSteps({ month, today }: { month: string; today: string }) {
  const { t } = useTranslation('duties');
  const { date } = useFormat();
  const words = useWords();
  const step = (n: number, key: 'previous' | 'next') => (
    <Link
      to="/tenggat/kalender"
      search={{ bulan: monthAfter(month, n) }}
      className="icon-button"
      aria-label={t(`calendar.${key}`)}
    >
      {key === 'previous' ? <ChevronLeft size={20} aria-hidden /> : <ChevronRight size={20} aria-hidden />}
    </Link>
  );
  return (
    <Row>
      {step(-1, 'previous')}
      {step(1, 'next')}
      <strong>{words.upper(date(`${month}-01`, 'month'))}</strong>
      {month !== today.slice(0, 7) && (
        <Link to="/tenggat/kalender" search={{}}>
          {t('calendar.now')}
        </Link>
      )}
    </Row>
  );
}
