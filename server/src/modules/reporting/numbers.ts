import type { Ctx } from '../../platform/context.ts';
import { roman } from '../../platform/documents/words-id.ts';
import { numberPatternOf } from './settings.ts';

/** The next number of the year by the office's pattern. A paper that has one keeps it. */
export async function numberFor(ctx: Ctx, kind: 'report' | 'record', subject: string): Promise<string> {
  const day = ctx.clock.now().toZonedDateTimeISO(ctx.actor.zone).toPlainDate();
  await ctx.client.query('select pg_advisory_xact_lock(hashtext($1))', [
    `simpul-paper/${ctx.actor.tenant}/${day.year}`,
  ]);
  const known = await ctx.client.query<{ number: string }>(
    'select number from reporting.paper_number where subject_kind = $1 and subject = $2',
    [kind, subject],
  );
  if (known.rows[0]) return known.rows[0].number;
  const last = await ctx.client.query<{ position: number }>(
    'select coalesce(max(position), 0)::int as position from reporting.paper_number where year = $1',
    [day.year],
  );
  const position = (last.rows[0]?.position ?? 0) + 1;
  const number = (await numberPatternOf(ctx))
    .replaceAll('{urut}', String(position))
    .replaceAll('{tahun}', String(day.year))
    .replaceAll('{bulan}', roman(day.month));
  await ctx.client.query(
    `insert into reporting.paper_number (tenant, year, position, number, subject_kind, subject, assigned_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ctx.actor.tenant,
      day.year,
      position,
      number,
      kind,
      subject,
      new Date(ctx.clock.now().epochMilliseconds),
    ],
  );
  return number;
}
