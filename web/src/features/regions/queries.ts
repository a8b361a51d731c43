import { queryOptions } from '@tanstack/react-query';
import { client } from '../../app/api.ts';

const regionsKey = ['regions'] as const;
const aDay = 24 * 60 * 60_000;

export type AreaHit = Awaited<ReturnType<typeof client.regions.searchAreas>>['items'][number];
export type AreaChild = Awaited<ReturnType<typeof client.regions.listChildren>>['items'][number];
export type AreaDetail = Awaited<ReturnType<typeof client.regions.getArea>>;

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: [...regionsKey, 'search', text],
    queryFn: ({ signal }) => client.regions.searchAreas({ text, limit: 20 }, { signal, context: {} }),
    enabled: text.length >= 2,
    staleTime: aDay,
    placeholderData: (before) => before,
  });

export const childrenQuery = (parent: string | undefined, cursor: string | undefined) =>
  queryOptions({
    queryKey: [...regionsKey, 'children', parent ?? '', cursor ?? ''],
    queryFn: ({ signal }) =>
      client.regions.listChildren({ parent, cursor, limit: 50 }, { signal, context: {} }),
    staleTime: aDay,
  });

export const areaQuery = (code: string, on: string | undefined) =>
  queryOptions({
    queryKey: [...regionsKey, 'area', code, on ?? ''],
    queryFn: ({ signal }) => client.regions.getArea({ code, on }, { signal, context: {} }),
    staleTime: 60_000,
  });

export const sourceQuery = queryOptions({
  queryKey: [...regionsKey, 'source'],
  queryFn: ({ signal }) => client.regions.getAreaSource({}, { signal, context: {} }),
  staleTime: aDay,
});

export const overlaysQuery = queryOptions({
  queryKey: [...regionsKey, 'overlays'],
  queryFn: ({ signal }) => client.regions.listOverlays({}, { signal, context: {} }),
  staleTime: aDay,
});

export const crosswalkQuery = queryOptions({
  queryKey: [...regionsKey, 'bps'],
  queryFn: ({ signal }) => client.regions.getBpsCrosswalkStatus({}, { signal, context: {} }),
});
