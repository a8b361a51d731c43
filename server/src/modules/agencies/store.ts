/** Rows of the dated histories, written the same way by every command. */
import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/context.ts';

interface NameRow {
  name: string;
  shortName?: string | undefined;
  from: string | null;
  basis: string;
}

/** A new official name, open-ended; the one before must have ended or been superseded. */
export async function insertName(ctx: Ctx, agency: string, n: NameRow): Promise<void> {
  await ctx.client.query(
    `insert into agencies.agency_name
       (id, tenant, agency, kind, name, short_name, valid_from, basis, mark, recorded_by, recorded_at)
     values ($1, $2, $3, 'official', $4, $5, $6, $7, 'entered', $8, $9)`,
    [
      randomUUIDv7(),
      ctx.actor.tenant,
      agency,
      n.name,
      n.shortName || null,
      n.from,
      n.basis,
      ctx.actor.id,
      ctx.clock.now().toString(),
    ],
  );
}

export async function addServiceAreas(
  ctx: Ctx,
  agency: string,
  a: { areas: readonly string[]; from: string | null; basis: string },
): Promise<void> {
  const areas = [...new Set(a.areas)];
  await ctx.client.query(
    `insert into agencies.service_area (id, tenant, agency, area_code, valid_from, basis, recorded_by, recorded_at)
     select n.id, $1, $2, n.area, $3, $4, $5, $6 from unnest($7::uuid[], $8::text[]) n (id, area)`,
    [
      ctx.actor.tenant,
      agency,
      a.from,
      a.basis,
      ctx.actor.id,
      ctx.clock.now().toString(),
      areas.map(() => randomUUIDv7()),
      areas,
    ],
  );
}
