import { queryOptions } from '@tanstack/react-query';
import { client } from './api.ts';

/** What the sign-in page of a demonstration shows; an office answers that it is none. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => client.accounts.demo({}, { signal, context: {} }),
  staleTime: Infinity,
  retry: 1,
});
