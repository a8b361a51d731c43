import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../app/api.ts';

/** Everything under this key is read again after an act of clearing. */
export const clearingKey = ['clearing'] as const;

export type Period = Awaited<ReturnType<typeof client.clearing.listPeriods>>[number];
export type PeriodAgency = Awaited<ReturnType<typeof client.clearing.listPeriodAgencies>>[number];
export type ImportLine = Awaited<ReturnType<typeof client.clearing.listImports>>['items'][number];
export type Import = Awaited<ReturnType<typeof client.clearing.getImport>>;
export type ProblemGroup = Import['groups'][number];
export type RowProblem = Awaited<ReturnType<typeof client.clearing.listProblems>>['items'][number];
export type RowLine = Awaited<ReturnType<typeof client.clearing.listRows>>['items'][number];
export type RowDetail = Awaited<ReturnType<typeof client.clearing.getRow>>;
export type RoundLine = Awaited<ReturnType<typeof client.clearing.listRounds>>['items'][number];
export type Round = Awaited<ReturnType<typeof client.clearing.getRound>>;
export type PairLine = Awaited<ReturnType<typeof client.clearing.listPairs>>['items'][number];
export type Pair = Awaited<ReturnType<typeof client.clearing.getPair>>;
export type LineageRow = Awaited<ReturnType<typeof client.clearing.listLineage>>['items'][number];

export const periodsQuery = queryOptions({
  queryKey: [...clearingKey, 'periods'],
  queryFn: ({ signal }) => client.clearing.listPeriods({}, { signal, context: {} }),
  staleTime: 60_000,
});

export const periodAgenciesQuery = (code: string) =>
  queryOptions({
    queryKey: [...clearingKey, 'period-agencies', code],
    queryFn: ({ signal }) => client.clearing.listPeriodAgencies({ code }, { signal, context: {} }),
  });

export interface ImportFilter {
  period?: string | undefined;
  state?: ImportLine['state'] | undefined;
  cursor?: string | undefined;
  limit: number;
}
const working = (state: ImportLine['state'] | undefined) =>
  state === 'uploaded' || state === 'checking' || state === 'accepting';

export const importsQuery = (filter: ImportFilter) =>
  queryOptions({
    queryKey: [...clearingKey, 'imports', filter],
    queryFn: ({ signal }) => client.clearing.listImports(filter, { signal, context: {} }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some((i) => working(i.state)) ? 2500 : false),
  });

/** Read again while work goes on; the page may be left and found again. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...clearingKey, 'import', id],
    queryFn: ({ signal }) => client.clearing.getImport({ id }, { signal, context: {} }),
    refetchInterval: ({ state }) => (working(state.data?.state) ? 1000 : false),
  });

export interface RowFilter {
  period?: string | undefined;
  state?: RowLine['state'] | undefined;
  import?: string | undefined;
  place?: string | undefined;
  year?: number | undefined;
  cursor?: string | undefined;
  limit: number;
}
export const rowsQuery = (filter: RowFilter) =>
  queryOptions({
    queryKey: [...clearingKey, 'rows', filter],
    queryFn: ({ signal }) => client.clearing.listRows(filter, { signal, context: {} }),
    placeholderData: keepPreviousData,
  });

export const rowQuery = (id: string) =>
  queryOptions({
    queryKey: [...clearingKey, 'row', id],
    queryFn: ({ signal }) => client.clearing.getRow({ id }, { signal, context: {} }),
  });

export const roundsKey = [...clearingKey, 'rounds'] as const;
export const roundsQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [...roundsKey, cursor ?? ''],
    queryFn: ({ signal }) => client.clearing.listRounds({ cursor, limit: 50 }, { signal, context: {} }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some((r) => r.state === 'matching') ? 2500 : false),
  });

export const roundKey = (id: string) => [...clearingKey, 'round', id] as const;
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: [...roundKey(id), 'round'],
    queryFn: ({ signal }) => client.clearing.getRound({ id }, { signal, context: {} }),
    refetchInterval: ({ state }) => (state.data?.state === 'matching' ? 1500 : false),
  });

export type PairShow = 'open' | 'unsure' | 'decided' | 'all';
export const pairsQuery = (id: string, show: PairShow, cursor: string | undefined, limit = 50) =>
  queryOptions({
    queryKey: [...roundKey(id), 'pairs', show, cursor ?? '', limit],
    queryFn: ({ signal }) => client.clearing.listPairs({ id, show, cursor, limit }, { signal, context: {} }),
    placeholderData: keepPreviousData,
  });

export const pairQuery = (id: string) =>
  queryOptions({
    queryKey: [...clearingKey, 'pair', id],
    queryFn: ({ signal }) => client.clearing.getPair({ id }, { signal, context: {} }),
  });

export const lineageQuery = (id: string, agency: string | undefined, cursor: string | undefined) =>
  queryOptions({
    queryKey: [...roundKey(id), 'lineage', agency ?? '', cursor ?? ''],
    queryFn: ({ signal }) =>
      client.clearing.listLineage({ id, agency, cursor, limit: 50 }, { signal, context: {} }),
    placeholderData: keepPreviousData,
  });
