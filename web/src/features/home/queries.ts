import { queryOptions } from '@tanstack/react-query';
import { client } from '../../app/api.ts';

export const myTasksQuery = queryOptions({
  queryKey: ['duties', 'mine'],
  queryFn: ({ signal }) => client.duties.listMyTasks({}, { signal, context: {} }),
  // Time left is part of what is shown.
  refetchInterval: 60_000,
});
