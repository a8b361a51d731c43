import type { z } from 'zod';
import type {
  Import,
  ImportId,
  ImportLine,
  ImportPage,
  ImportQuery,
  ProblemPage,
  ProblemQuery,
} from '@simpul/contract/clearing/import';
import { countCap } from '@simpul/contract/paging';
import type { RowProblem } from '@simpul/contract/clearing/row';
import type { Ctx } from '../../../platform/context.ts';
import { cursorOf, readCursor } from '../../../platform/cursor.ts';
import { agencyNames } from '../../agencies/index.ts';
import { jobProgress } from '../job-progress.ts';
import { getQuarterState } from '../standing-rows.ts';
import { getImportRecord, importColumns, type ImportRecord } from './import-record.ts';

const line = (r: ImportRecord, agencyName: string): ImportLine => ({
  id: r.id,
  agency: r.agency,
  agencyName,
  period: r.period,
  state: r.state,
  rowsTotal: r.rows_total,
  rowsReady: r.rows_ready,
  rowsWrong: r.rows_wrong,
  rowsKnown: r.rows_known,
  rowsLeftOut: r.rows_left_out,
  rowsRepeated: r.rows_repeated,
  createdAt: r.created_at,
  acceptedAt: r.accepted_at,
});

export async function listImports(
  ctx: Ctx,
  q: z.infer<typeof ImportQuery>,
): Promise<z.infer<typeof ImportPage>> {
  const offset = Number(readCursor(q.cursor, ['number'])?.[0] ?? 0);
  const filter = `i.agency = $1 and ($2::text is null or i.period = $2) and ($3::text is null or i.state = $3)`;
  const values = [ctx.actor.agency, q.period ?? null, q.state ?? null];
  const found = await ctx.client.query<ImportRecord>(
    `select ${importColumns} from clearing.import i join platform.file f on f.id = i.file
      where ${filter} order by i.created_at desc, i.id desc limit $4 offset $5`,
    [...values, q.limit + 1, offset],
  );
  const total = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from clearing.import i where ${filter} limit ${countCap + 1}) capped`,
    values,
  );
  const names = await agencyNames(ctx, [...new Set(found.rows.map((r) => r.agency))]);
  return {
    items: found.rows.slice(0, q.limit).map((r) => line(r, names.get(r.agency) ?? '')),
    nextCursor: found.rows.length > q.limit ? cursorOf([String(offset + q.limit)]) : null,
    total: total.rows[0]?.n ?? 0,
  };
}

export async function getImport(ctx: Ctx, { id }: z.infer<typeof ImportId>): Promise<Import> {
  const r = await getImportRecord(ctx, id);
  const names = await agencyNames(ctx, [r.agency]);
  const twin = await ctx.client.query<{ id: string }>(
    `select id from clearing.import where agency = $1 and file_sha256 = $2 and id <> $3 and state = 'accepted'
      order by created_at limit 1`,
    [r.agency, r.sha256, r.id],
  );
  const quarter = await getQuarterState(ctx, r.period);
  const open = r.state !== 'accepted' && r.state !== 'cancelled';
  return {
    ...line(r, names.get(r.agency) ?? ''),
    kind: r.kind,
    bytes: r.bytes,
    sha256: r.sha256,
    sheet: r.sheet,
    sheets: r.columns?.sheets ?? [],
    hiddenRows: r.columns?.hiddenRows ?? 0,
    headerRow: r.columns?.lastHeaderRow ?? null,
    columns: r.columns?.recognised ?? [],
    mapping: r.mapping,
    remembered: r.columns?.remembered ?? false,
    refusals: r.refusal ?? [],
    groups: r.groups ?? [],
    job: r.job,
    progress: await jobProgress(ctx, r.job),
    quarter,
    sameFileAs: twin.rows[0]?.id ?? null,
    version: r.version,
    can: {
      map: (r.state === 'recognised' || r.state === 'checked') && quarter !== 'closed',
      accept: r.state === 'checked' && r.rows_wrong === 0 && r.rows_ready > 0 && quarter === 'open',
      cancel: open,
      withdraw: r.state === 'accepted' && quarter === 'open',
    },
  };
}

interface ProblemRecord extends Omit<RowProblem, 'row' | 'column'> {
  id: string;
  row_number: number;
  column_letter: string | null;
}

export async function listProblems(
  ctx: Ctx,
  q: z.infer<typeof ProblemQuery>,
): Promise<z.infer<typeof ProblemPage>> {
  await getImportRecord(ctx, q.id);
  const offset = Number(readCursor(q.cursor, ['number'])?.[0] ?? 0);
  const filter = `import = $1 and ($2::text is null or code = $2) and ($3::text is null or field = $3)`;
  const values = [q.id, q.code ?? null, q.field ?? null];
  const found = await ctx.client.query<ProblemRecord>(
    `select id, row_number, column_letter, field, code, severity, value, params from clearing.import_problem
      where ${filter} order by row_number, column_letter, id limit $4 offset $5`,
    [...values, q.limit + 1, offset],
  );
  const total = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from clearing.import_problem where ${filter} limit ${countCap + 1}) capped`,
    values,
  );
  return {
    items: found.rows.slice(0, q.limit).map(({ id: _id, row_number, column_letter, ...p }) => ({
      ...p,
      row: row_number,
      column: column_letter,
    })),
    nextCursor: found.rows.length > q.limit ? cursorOf([String(offset + q.limit)]) : null,
    total: total.rows[0]?.n ?? 0,
  };
}
