import type { Measure } from '@simpul/contract/figures/codes';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../app/api.ts';

/** Everything under this key is read again after an act. */
export const figuresKey = ['figures'] as const;

export type FigureDetail = Awaited<ReturnType<typeof client.figures.getFigure>>;
export type FigureLine = Awaited<ReturnType<typeof client.figures.listFigures>>['items'][number];
export type AgreedYear = Awaited<ReturnType<typeof client.figures.getAgreedYear>>;
export type YearSeries = Awaited<ReturnType<typeof client.figures.getYearSeries>>;
export type Checks = Awaited<ReturnType<typeof client.figures.getChecks>>;

export const seriesQuery = (measure: Measure) =>
  queryOptions({
    queryKey: [...figuresKey, 'series', measure],
    queryFn: ({ signal }) => client.figures.getYearSeries({ measure }, { signal, context: {} }),
    placeholderData: (before) => before,
  });

export const figureQuery = (id: string) =>
  queryOptions({
    queryKey: [...figuresKey, 'figure', id],
    queryFn: ({ signal }) => client.figures.getFigure({ id }, { signal, context: {} }),
  });

export const agreedYearQuery = (year: number) =>
  queryOptions({
    queryKey: [...figuresKey, 'agreed', year],
    queryFn: ({ signal }) => client.figures.getAgreedYear({ year }, { signal, context: {} }),
  });

export const checksQuery = queryOptions({
  queryKey: [...figuresKey, 'checks'],
  queryFn: ({ signal }) => client.figures.getChecks({}, { signal, context: {} }),
});

export interface PublishedFilter {
  topic: 'trafficking' | 'violence' | undefined;
  year: string | undefined;
  area: string | undefined;
  totals: boolean;
  superseded: boolean;
  cursor: string | undefined;
}

/** Filters as the list and its export take them. */
export const filterOf = (f: PublishedFilter) => ({
  kind: 'published' as const,
  topic: f.topic,
  year: f.year,
  area: f.area,
  totals: f.totals ? 'true' : undefined,
  superseded: f.superseded ? 'true' : undefined,
});

export const publishedQuery = (f: PublishedFilter) =>
  queryOptions({
    queryKey: [...figuresKey, 'published', f],
    queryFn: ({ signal }) =>
      client.figures.listFigures({ ...filterOf(f), cursor: f.cursor, limit: 50 }, { signal, context: {} }),
    placeholderData: (before) => before,
  });
