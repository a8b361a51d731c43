import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { SourceCase } from '@simpul/contract/clearing/row';
import type { ConfirmRows, CorrectRow, ExcludeRow } from '@simpul/contract/clearing/verify';
import type { Ref } from '@simpul/contract/route';
import { dayIn } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';
import { areaLookup } from '../area-lookup.ts';
import { getOpenPeriod } from '../periods.ts';
import { openIdentities, sealIdentities } from '../row-identity.ts';
import { refuseSigned } from '../standing-rows.ts';
import { correctedCase } from './corrected-case.ts';

interface RowRecord {
  id: string;
  period: string;
  state: string;
  version: number;
  case_data: SourceCase;
}

async function getChangeable(ctx: Ctx, id: string, version: number): Promise<RowRecord> {
  const found = await ctx.client.query<RowRecord>(
    'select id, period, state, version, case_data from clearing.source_row where id = $1 and agency = $2 for update',
    [id, ctx.actor.agency],
  );
  const row = found.rows[0];
  if (!row) throw new AppError('not_found');
  if (row.version !== version) throw new AppError('stale_version');
  if (row.state === 'superseded') throw new AppError('wrong_state', { params: { reason: 'row_superseded' } });
  await getOpenPeriod(ctx, row.period);
  await refuseSigned(ctx, row.period);
  return row;
}

export async function confirmRows(ctx: Ctx, input: z.infer<typeof ConfirmRows>): Promise<Ref> {
  await getOpenPeriod(ctx, input.period);
  await refuseSigned(ctx, input.period);
  const done = await ctx.client.query<{ id: string }>(
    `update clearing.source_row set state = 'confirmed', state_reason = null, verified_by = $3, verified_at = $4, version = version + 1
      where agency = $1 and period = $2 and state in ('imported', 'excluded') and ($5::uuid[] is null and state = 'imported' or id = any($5::uuid[]))
      returning id`,
    [
      ctx.actor.agency,
      input.period,
      ctx.actor.id,
      new Date(ctx.clock.now().epochMilliseconds),
      input.rows ?? null,
    ],
  );
  if (done.rows.length === 0) throw new AppError('wrong_state', { params: { reason: 'nothing_to_confirm' } });
  await ctx.audit({
    action: 'clearing.confirm_rows',
    subject: { kind: 'clearing.period', id: input.period },
  });
  return { id: input.period };
}

export async function excludeRow(ctx: Ctx, input: z.infer<typeof ExcludeRow>): Promise<Ref> {
  const row = await getChangeable(ctx, input.id, input.version);
  await ctx.client.query(
    `update clearing.source_row set state = 'excluded', state_reason = $2, verified_by = $3, verified_at = $4, version = version + 1
      where id = $1`,
    [row.id, input.reason, ctx.actor.id, new Date(ctx.clock.now().epochMilliseconds)],
  );
  await ctx.audit({ action: 'clearing.exclude_row', subject: { kind: 'clearing.source_row', id: row.id } });
  return { id: row.id, version: row.version + 1 };
}

/** A corrected row is a new row, confirmed by whoever corrected it; the old one stays, superseded. */
export async function correctRow(ctx: Ctx, input: z.infer<typeof CorrectRow>): Promise<Ref> {
  const row = await getChangeable(ctx, input.id, input.version);
  const identity = (await openIdentities(ctx, [row.id])).get(row.id);
  const data = correctedCase(row.case_data, input.changes, {
    birthDate: identity?.birthDate,
    areas: await areaLookup(ctx),
    today: dayIn(ctx.actor.zone, ctx.clock.now()),
  });
  const id = randomUUIDv7();
  const now = new Date(ctx.clock.now().epochMilliseconds);
  await ctx.client.query(
    `insert into clearing.source_row (id, tenant, agency, import, row_number, period, counting_year, year_basis, report_date,
       case_no, role, place_code, origin_code, sex, age_min, age_max, child, primary_form, victim_status, legal_stage,
       case_data, linkable, fingerprint, state, state_reason, verified_by, verified_at)
     select $2, tenant, agency, import, row_number, period, $3, $17, report_date, case_no, role, $4, $5, $6, $7, $8,
            $9, $10, $11, $12, $13, linkable, fingerprint, 'confirmed', $14, $15, $16
       from clearing.source_row where id = $1`,
    [
      row.id,
      id,
      data.countingYear,
      data.placeCode,
      data.originCode ?? null,
      data.sex,
      data.ageMin ?? null,
      data.ageMax ?? null,
      data.child,
      data.exploitation[0] ?? 'unknown',
      data.victimStatus ?? null,
      data.legalStage ?? null,
      JSON.stringify(data),
      input.reason,
      ctx.actor.id,
      now,
      data.yearBasis,
    ],
  );
  await ctx.client.query(
    "update clearing.source_row set state = 'superseded', superseded_by = $2, version = version + 1 where id = $1",
    [row.id, id],
  );
  if (identity) {
    const [sealed] = await sealIdentities(ctx, [{ row: id, identity }]);
    await ctx.client.query(
      'insert into clearing.row_identity (row, tenant, agency, sealed) values ($1, $2, $3, $4)',
      [id, ctx.actor.tenant, ctx.actor.agency, sealed],
    );
    await ctx.client.query(
      `insert into clearing.match_key (tenant, token, row, agency)
       select tenant, token, $2, agency from clearing.match_key where row = $1`,
      [row.id, id],
    );
  }
  await ctx.audit({
    action: 'clearing.correct_row',
    subject: { kind: 'clearing.source_row', id },
    detail: { fields: Object.keys(input.changes).sort().join(' ') },
  });
  return { id, version: 1 };
}
