import type { Ctx } from '../../../platform/context.ts';

export interface Standing {
  /** Agencies that signed off every period for which they handed in something of the year. */
  signed: Set<string>;
  /** The periods each of the others did not sign. */
  unsigned: Map<string, string[]>;
}

/** Who answers for what was handed in of a counting year, as it stands now. */
export async function getStanding(ctx: Ctx, year: number): Promise<Standing> {
  const found = await ctx.client.query<{ agency: string; unsigned: string[] }>(
    `select agency, coalesce(array_agg(period order by period) filter (where not signed), '{}') as unsigned
       from clearing.standing($1) group by agency`,
    [year],
  );
  return {
    signed: new Set(found.rows.filter((r) => r.unsigned.length === 0).map((r) => r.agency)),
    unsigned: new Map(
      found.rows.filter((r) => r.unsigned.length > 0).map((r) => [r.agency, r.unsigned] as const),
    ),
  };
}
