import { queryOptions } from '@tanstack/react-query';
import { client } from '../../app/api.ts';

/** Everything under this key is read again after an act. */
export const reportingKey = ['reporting'] as const;

export type ReportView = Awaited<ReturnType<typeof client.reporting.getReport>>;
export type ReportLine = Awaited<ReturnType<typeof client.reporting.listReports>>['items'][number];
export type RecordLine = Awaited<ReturnType<typeof client.reporting.listRecords>>['items'][number];
export type PaperSettings = Awaited<ReturnType<typeof client.reporting.getPaperSettings>>;
export type Chapter = ReportView['chapters'][number];
export type Annex = ReportView['annexes'][number];
export type UsedFigure = ReportView['figures'][number];
export type PartKey = Chapter['key'] | Annex['key'];

export const reportsQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [...reportingKey, 'reports', cursor ?? ''],
    queryFn: ({ signal }) => client.reporting.listReports({ cursor, limit: 50 }, { signal, context: {} }),
    placeholderData: (before) => before,
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: [...reportingKey, 'report', id],
    queryFn: ({ signal }) => client.reporting.getReport({ id }, { signal, context: {} }),
  });

export const recordsQuery = queryOptions({
  queryKey: [...reportingKey, 'records'],
  queryFn: ({ signal }) => client.reporting.listRecords({}, { signal, context: {} }),
});

export const settingsQuery = queryOptions({
  queryKey: [...reportingKey, 'settings'],
  queryFn: ({ signal }) => client.reporting.getPaperSettings({}, { signal, context: {} }),
});
