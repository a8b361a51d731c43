import type { ServiceAreaChange } from '@simpul/contract/agencies/commands';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { auditAgency, dayBefore, requireAreas, takeAgency } from './change-agency.ts';
import { addServiceAreas } from './store.ts';

interface AreaRow {
  id: string;
  area: string;
  from: string | null;
}

/** The areas served from a day on: what is left out ends the day before, what is new begins, the rest goes on. */
export async function setServiceAreas(ctx: Ctx, input: ServiceAreaChange): Promise<Ref> {
  const version = await takeAgency(ctx, input, 'active');
  await requireAreas(ctx, input.areas, 'areas');
  const found = await ctx.client.query(
    `select id, area_code as area, valid_from as "from" from agencies.service_area
      where agency = $1 and valid_to is null and superseded_at is null`,
    [input.id],
  );
  const present = found.rows as AreaRow[];
  const wanted = new Set(input.areas);
  const leaving = present.filter((p) => !wanted.has(p.area));
  // What would end before it began was a mistake: it is superseded instead.
  const begun = (p: AreaRow) => p.from === null || p.from < input.from;
  await ctx.client.query('update agencies.service_area set valid_to = $2 where id = any ($1)', [
    leaving.filter(begun).map((p) => p.id),
    dayBefore(input.from),
  ]);
  await ctx.client.query('update agencies.service_area set superseded_at = $2 where id = any ($1)', [
    leaving.filter((p) => !begun(p)).map((p) => p.id),
    ctx.clock.now().toString(),
  ]);
  const added = input.areas.filter((area) => !present.some((p) => p.area === area));
  await addServiceAreas(ctx, input.id, { areas: added, from: input.from, basis: input.basis });
  await auditAgency(ctx, 'agencies.agency.set_areas', input.id, {
    from: input.from,
    added: added.length,
    ended: leaving.length,
  });
  return { id: input.id, version };
}
