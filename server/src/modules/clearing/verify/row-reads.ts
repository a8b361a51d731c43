import type { z } from 'zod';
import type {
  RowDetail,
  RowId,
  RowIdentity,
  RowLine,
  RowPage,
  RowQuery,
} from '@simpul/contract/clearing/verify';
import { countCap } from '@simpul/contract/paging';
import type { Ctx } from '../../../platform/context.ts';
import { cursorOf, readCursor } from '../../../platform/cursor.ts';
import { AppError } from '../../../platform/errors.ts';
import { openIdentities } from '../row-identity.ts';

const columns = `id, row_number as "rowNumber", period, case_no as "caseNo", report_date as "reportDate",
  counting_year as "countingYear", role, place_code as place, sex, age_min as "ageMin", age_max as "ageMax", child,
  primary_form as form, victim_status as "victimStatus", state, state_reason as "stateReason", version`;

export async function listRows(ctx: Ctx, q: z.infer<typeof RowQuery>): Promise<z.infer<typeof RowPage>> {
  const values: unknown[] = [ctx.actor.agency];
  const where = ['agency = $1'];
  const add = (text: (n: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    where.push(text(`$${values.length}`));
  };
  add((n) => `period = ${n}`, q.period);
  add((n) => `state = ${n}`, q.state);
  add((n) => `import = ${n}`, q.import);
  add((n) => `place_code = ${n}`, q.place);
  add((n) => `counting_year = ${n}`, q.year);
  const filter = where.join(' and ');
  const counted = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from clearing.source_row where ${filter} limit ${countCap + 1}) capped`,
    values,
  );
  const after = readCursor(q.cursor, ['text', 'number', 'uuid']);
  if (after) {
    values.push(...after);
    const n = values.length;
    where.push(`(period, row_number, id) > ($${n - 2}, $${n - 1}, $${n}::uuid)`);
  }
  values.push(q.limit + 1);
  const found = await ctx.client.query<RowLine>(
    `select ${columns} from clearing.source_row where ${where.join(' and ')}
      order by tenant, agency, period, row_number, id limit $${values.length}`,
    values,
  );
  const items = found.rows.slice(0, q.limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor:
      found.rows.length > q.limit && last ? cursorOf([last.period, String(last.rowNumber), last.id]) : null,
    total: counted.rows[0]?.n ?? 0,
  };
}

export async function getRow(ctx: Ctx, { id }: z.infer<typeof RowId>): Promise<RowDetail> {
  const found = await ctx.client.query<RowDetail>(
    `select ${columns}, case_data as "case", year_basis as "yearBasis", linkable,
            exists (select 1 from clearing.row_identity i where i.row = r.id) as "hasIdentity",
            (select o.id from clearing.source_row o where o.superseded_by = r.id) as supersedes
       from clearing.source_row r where id = $1 and agency = $2`,
    [id, ctx.actor.agency],
  );
  const row = found.rows[0];
  if (!row) throw new AppError('not_found');
  return row;
}

/** The identity of a row of the own agency, for a stated purpose; logged, and hidden again after five minutes. */
export async function getRowIdentity(
  ctx: Ctx,
  { id }: z.infer<typeof RowId>,
): Promise<z.infer<typeof RowIdentity>> {
  await getRow(ctx, { id });
  const identity = (await openIdentities(ctx, [id])).get(id) ?? null;
  await ctx.audit({
    action: 'clearing.read_identity',
    subject: { kind: 'clearing.source_row', id },
    sensitivity: 'P3',
    read: [id],
  });
  return { identity, until: ctx.clock.now().add({ minutes: 5 }).toString() };
}
