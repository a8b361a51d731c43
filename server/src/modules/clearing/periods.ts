import type { Period, PeriodAgency } from '@simpul/contract/clearing/import';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { agencyNames } from '../agencies/index.ts';

export async function listPeriods(ctx: Ctx): Promise<Period[]> {
  const found = await ctx.client.query<Period>(
    'select code, starts, ends, state from clearing.period order by code desc limit 100',
  );
  return found.rows;
}

/** The period, open for rows; a closed one says so. */
export async function getOpenPeriod(ctx: Ctx, code: string): Promise<Period> {
  const found = await ctx.client.query<Period>(
    'select code, starts, ends, state from clearing.period where code = $1',
    [code],
  );
  const period = found.rows[0];
  if (!period) throw new AppError('not_found', { params: { period: code } });
  if (period.state !== 'open')
    throw new AppError('wrong_state', { params: { reason: 'period_closed', period: code } });
  return period;
}

/** What arrived for a period. Row-level security decides: a data contact sees the own agency, a steward all. */
export async function listPeriodAgencies(ctx: Ctx, { code }: { code: string }): Promise<PeriodAgency[]> {
  const found = await ctx.client.query<Omit<PeriodAgency, 'agencyName'>>(
    `select $1 as period, a.agency, coalesce(h.imports, 0) as imports, coalesce(h.pending, 0) as pending,
            coalesce(h.waiting + h.confirmed + h.excluded, 0) as rows, coalesce(h.waiting, 0) as waiting,
            coalesce(h.confirmed, 0) as confirmed, coalesce(h.excluded, 0) as excluded,
            (select to_char(s.signed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from clearing.sign_off s
              where s.agency = a.agency and s.period = $1 and s.withdrawn_at is null) as "signedOffAt"
       from (select agency from clearing.handed_in($1)
             union select agency from clearing.sign_off where period = $1) a
       left join clearing.handed_in($1) h on h.agency = a.agency`,
    [code],
  );
  const names = await agencyNames(
    ctx,
    found.rows.map((r) => r.agency),
  );
  return found.rows
    .map((r) => ({ ...r, agencyName: names.get(r.agency) ?? '' }))
    .sort((a, b) => a.agencyName.localeCompare(b.agencyName, 'id'));
}
