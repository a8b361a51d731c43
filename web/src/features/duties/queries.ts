import { queryOptions } from '@tanstack/react-query';
import { client } from '../../app/api.ts';

/** Everything under this key is read again after an act. */
const dutiesKey = ['duties'] as const;

export type Parameter = Awaited<ReturnType<typeof client.duties.listLegalParameters>>['items'][number];
export type Deadline = Awaited<ReturnType<typeof client.duties.listDeadlines>>['items'][number];
export type CalendarDay = Awaited<ReturnType<typeof client.duties.listCalendarDays>>['items'][number];

export const tasksQuery = (until: string | undefined) =>
  queryOptions({
    queryKey: [...dutiesKey, 'tasks', until ?? ''],
    queryFn: ({ signal }) => client.duties.listMyTasks({ until }, { signal, context: {} }),
    refetchInterval: 60_000,
  });

export interface DeadlineFilter {
  status?: 'running' | 'open' | 'paused' | 'done' | 'not_followed' | 'cancelled' | undefined;
  late?: 'true' | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}
export const deadlinesQuery = (filter: DeadlineFilter) =>
  queryOptions({
    queryKey: [...dutiesKey, 'deadlines', filter],
    queryFn: ({ signal }) => client.duties.listDeadlines(filter, { signal, context: {} }),
    placeholderData: (before) => before,
  });

export const deadlineQuery = (id: string) =>
  queryOptions({
    queryKey: [...dutiesKey, 'deadline', id],
    queryFn: ({ signal }) => client.duties.getDeadline({ id }, { signal, context: {} }),
  });

export const parametersQuery = queryOptions({
  queryKey: [...dutiesKey, 'parameters'],
  queryFn: ({ signal }) => client.duties.listLegalParameters({}, { signal, context: {} }),
});

export const parameterQuery = (key: string) =>
  queryOptions({
    queryKey: [...dutiesKey, 'parameter', key],
    queryFn: ({ signal }) => client.duties.getLegalParameter({ key }, { signal, context: {} }),
  });

export const calendarQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...dutiesKey, 'calendar', from, to],
    queryFn: ({ signal }) => client.duties.listCalendarDays({ from, to }, { signal, context: {} }),
  });
