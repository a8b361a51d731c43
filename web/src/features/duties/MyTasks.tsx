import { Button } from '@mantine/core';
import type { Task, TaskList } from '@simpul/contract/duties/deadline';
import { useQuery } from '@tanstack/react-query';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { DueList, DueRow } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, SkeletonRows } from '../../ui/States.tsx';
import { DeadlineDialog } from './DeadlineDialog.tsx';
import classes from './Duties.module.css';
import { DutyTabs } from './DutyTabs.tsx';
import { Horizon, type Span, spanDays } from './Horizon.tsx';
import { groupOf, rowState } from './present.ts';
import { tasksQuery } from './queries.ts';
import { SubjectLabel } from '../../ui/SubjectLabel.tsx';
import { useWords } from './use-words.ts';

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** My tasks as far ahead as I want to see: late, today, this week, then month by month. */
export function MyTasks({ span, today }: { span: Span; today: string }) {
  const { t } = useTranslation('duties');
  const { zoneName } = useFormat();
  const words = useWords();
  const until = dayAfter(today, spanDays[span]);
  const { data, error, refetch } = useQuery(tasksQuery(until));
  const [open, setOpen] = useState<Task>();
  const count = data?.items.length ?? 0;
  const values = { count, number: words.count(count), day: words.day(until, today) };
  return (
    <>
      <PageHeader
        title={data ? t('mine.title', values) : t('mine.plain')}
        sub={t('mine.sub', { zone: zoneName(new Date(`${today}T12:00:00Z`)) })}
      />
      <DutyTabs act={<Horizon span={span} />} />
      {error && !data ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <Groups data={data} until={until} onOpen={setOpen} />
      )}
      {open && <DeadlineDialog id={open.id} kind={open.kind} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Groups({ data, until, onOpen }: { data: TaskList; until: string; onOpen: (task: Task) => void }) {
  const { t } = useTranslation('duties');
  const { date, number } = useFormat();
  const words = useWords();
  const weekEnd = dayAfter(data.today, 7);
  const groups = Map.groupBy(data.items, (task) => groupOf(task, weekEnd));
  const names = [...groups.keys()].filter((name) => name !== 'paused');
  if (groups.has('paused')) names.push('paused');
  const title = (name: string) => {
    if (name === 'week') return t('group.week', { day: words.day(weekEnd, data.today) });
    return /^\d/.test(name) ? words.upper(date(`${name}-01`, 'month')) : t(`group.${name}`);
  };
  return (
    <>
      {names.length === 0 && (
        <EmptyState
          icon={CalendarCheck}
          title={t('mine.title', { count: 0, day: words.day(until, data.today) })}
        >
          {t('mine.emptyText')}
        </EmptyState>
      )}
      {names.map((name) => {
        const tasks = groups.get(name) ?? [];
        return (
          <Section
            key={name}
            title={title(name)}
            note={t('group.count', { count: tasks.length, number: number(tasks.length) })}
          >
            <DueList>
              {tasks.map((task) => (
                <Line key={task.id} task={task} onOpen={() => onOpen(task)} />
              ))}
            </DueList>
          </Section>
        );
      })}
      {data.counts.later > 0 && (
        <p className={classes['after']}>
          {t('mine.later', { count: data.counts.later, number: number(data.counts.later) })}
        </p>
      )}
    </>
  );
}

function Line({ task, onOpen }: { task: Task; onOpen: () => void }) {
  const { t } = useTranslation('duties');
  const { date, time } = useFormat();
  const words = useWords();
  const byClock = task.unit === 'clock_hours' && ['late', 'today'].includes(task.remaining.state);
  const verb = t(`verb.${task.verb}`);
  return (
    <DueRow
      state={rowState(task)}
      when={<time dateTime={task.dueAt}>{byClock ? time(task.dueAt) : date(task.dueDate, 'weekday')}</time>}
      left={words.left(task)}
      what={words.title(task.kind)}
      about={<SubjectLabel subject={task.subject} />}
      basis={task.basis.text}
      act={
        <Button size="sm" onClick={onOpen} aria-label={`${verb}: ${words.title(task.kind)}`}>
          {verb}
        </Button>
      }
    />
  );
}
