import { useQuery } from '@tanstack/react-query';
import type { Task, TaskList } from '@simpul/contract/duties/deadline';
import { Link } from '@tanstack/react-router';
import { CalendarCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
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
  /** Sections of other modules under the tasks, composed by the route: own work, questions of leaders. */
  children?: ReactNode;
}

/** What is due, by when, on what basis; then what the person answers for, or asks. */
export function Home({ children }: HomeProps) {
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
  return (
    <>
      <PageHeader
        title={words.charAt(0).toLocaleUpperCase() + words.slice(1)}
        sub={
          <>
            {date(data.today, 'long')}
            {counts.later > 0 && (
              <>
                {' · '}
                <Link to="/tenggat">{t('later', { count: counts.later })}</Link>
              </>
            )}
          </>
        }
      />
      <TaskGroups data={data} onOpen={setOpen} silent={children !== undefined} />
      {children}
      {open && <TaskDialog task={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface TaskGroupsProps {
  data: TaskList;
  onOpen: (task: Task) => void;
  /** Something else follows: the title alone says that nothing is due. */
  silent: boolean;
}

function TaskGroups({ data, onOpen, silent }: TaskGroupsProps) {
  const { t } = useTranslation('home');
  const { date } = useFormat();
  const day = date(data.until, 'long').replace(/ \d{4}$/, '');
  const groups = homeGroups
    .map((group) => ({ group, tasks: data.items.filter((task) => groupOf(task) === group) }))
    .filter(({ tasks }) => tasks.length > 0);
  if (groups.length === 0)
    return silent ? null : (
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
