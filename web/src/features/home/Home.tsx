import { useQuery } from '@tanstack/react-query';
import type { Task, TaskList } from '@simpul/contract/duties/deadline';
import { CalendarCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Columns } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { DueList } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, SkeletonRows } from '../../ui/States.tsx';
import { findingKey, groupOf, homeGroups } from './present.ts';
import { myTasksQuery } from './queries.ts';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskRow } from './TaskRow.tsx';

interface HomeProps {
  /** What came back from others, today's agenda: sections of other modules, composed by the route. */
  side?: ReactNode;
  /** For leaders: a few questions with one figure each. */
  questions?: ReactNode;
  primary?: ReactNode;
}

/** What is due, by when, on what basis; what came back from others; then, for leaders, a few questions. */
export function Home({ side, questions, primary }: HomeProps) {
  const { t } = useTranslation('home');
  const { date, numberWord } = useFormat();
  const { data, error, refetch } = useQuery(myTasksQuery);
  const [open, setOpen] = useState<Task>();
  if (error && !data)
    return (
      <>
        <PageHeader title={t('plain')} />
        <ProblemStates error={error} retry={() => void refetch()} />
      </>
    );
  if (!data)
    return (
      <>
        <PageHeader title={t('plain')} sub={t('reading')} />
        <SkeletonRows rows={6} label={t('reading')} />
      </>
    );
  const { counts } = data;
  const words = t(findingKey(counts), {
    late: numberWord(counts.late),
    today: numberWord(counts.today),
    soon: numberWord(counts.soon),
    day: date(data.until, 'long').replace(/ \d{4}$/, ''),
  });
  const main = (
    <>
      {questions}
      <TaskGroups data={data} onOpen={setOpen} />
    </>
  );
  return (
    <>
      <PageHeader
        title={words.charAt(0).toLocaleUpperCase() + words.slice(1)}
        sub={[
          date(data.today, 'long'),
          ...(counts.later > 0 ? [t('later', { count: counts.later })] : []),
        ].join(' · ')}
        primary={primary}
      />
      {side ? <Columns main={main} side={side} /> : main}
      {open && <TaskDialog task={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function TaskGroups({ data, onOpen }: { data: TaskList; onOpen: (task: Task) => void }) {
  const { t } = useTranslation('home');
  const { date } = useFormat();
  const day = date(data.until, 'long').replace(/ \d{4}$/, '');
  const groups = homeGroups
    .map((group) => ({ group, tasks: data.items.filter((task) => groupOf(task) === group) }))
    .filter(({ tasks }) => tasks.length > 0);
  if (groups.length === 0)
    return (
      <EmptyState icon={CalendarCheck} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  return groups.map(({ group, tasks }) => (
    <Section
      key={group}
      title={t(`group.${group}`, { day })}
      note={t('group.count', { count: tasks.length })}
    >
      <DueList>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} onOpen={() => onOpen(task)} />
        ))}
      </DueList>
    </Section>
  ));
}
