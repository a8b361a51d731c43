import { Button } from '@mantine/core';
import type { Task } from '@simpul/contract/duties/deadline';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { DueRow } from '../../ui/Rows.tsx';
import { SubjectLabel } from '../../ui/SubjectLabel.tsx';
import { leftText, rowState } from './present.ts';

export function TaskRow({ task, onOpen }: { task: Task; onOpen: () => void }) {
  const { t } = useTranslation('home');
  const { t: duty } = useTranslation('duties');
  const { date, time } = useFormat();
  const byClock = task.unit === 'clock_hours' && ['late', 'today'].includes(task.remaining.state);
  const left = leftText(task);
  const title = duty(`kind.${task.kind}.title`);
  return (
    <DueRow
      state={rowState(task)}
      when={<time dateTime={task.dueAt}>{byClock ? time(task.dueAt) : date(task.dueDate, 'weekday')}</time>}
      left={t(left.key, { ...left })}
      what={title}
      about={<SubjectLabel subject={task.subject} />}
      basis={task.basis.text}
      act={
        <Button size="sm" onClick={onOpen} aria-label={`${duty(`verb.${task.verb}`)}: ${title}`}>
          {duty(`verb.${task.verb}`)}
        </Button>
      }
    />
  );
}
