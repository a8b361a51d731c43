import { queryOptions } from '@tanstack/react-query';
import { client } from '../../app/api.ts';

const agenciesKey = ['agencies'] as const;

type ListInput = Parameters<typeof client.agencies.listAgencies>[0];
export type AgencyRow = Awaited<ReturnType<typeof client.agencies.listAgencies>>['items'][number];
export type AgencyDetail = Awaited<ReturnType<typeof client.agencies.getAgency>>;

export const agenciesQuery = (input: ListInput) =>
  queryOptions({
    queryKey: [...agenciesKey, 'list', input],
    queryFn: ({ signal }) => client.agencies.listAgencies(input, { signal, context: {} }),
    placeholderData: (before) => before,
  });

export const agencyQuery = (id: string, on: string | undefined) =>
  queryOptions({
    queryKey: [...agenciesKey, 'one', id, on ?? ''],
    queryFn: ({ signal }) => client.agencies.getAgency({ id, on }, { signal, context: {} }),
  });

/** Areas directly below one, for a choice of a few. */
export const areasBelowQuery = (parent: string) =>
  queryOptions({
    queryKey: ['regions', 'children', parent, ''],
    queryFn: ({ signal }) => client.regions.listChildren({ parent, limit: 200 }, { signal, context: {} }),
    staleTime: 24 * 60 * 60_000,
  });
