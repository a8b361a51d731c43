import { queryOptions } from '@tanstack/react-query';
import { client } from './api.ts';

export const bellQuery = queryOptions({
  queryKey: ['duties', 'bell'],
  queryFn: async ({ signal }) => {
    const { counts } = await client.duties.listMyTasks({}, { signal, context: {} });
    return counts;
  },
  staleTime: 60_000,
  refetchInterval: 5 * 60_000,
});
