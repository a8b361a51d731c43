import { randomUUIDv7 } from 'node:crypto';
import type { NewAgency } from '@simpul/contract/agencies/commands';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { auditAgency, refuse, requireAreas, requireManager } from './change-agency.ts';
import { findAgencyByCode } from './names.ts';
import { addServiceAreas, insertName } from './store.ts';

async function requireParent(ctx: Ctx, id: string): Promise<void> {
  const found = await ctx.client.query("select 1 from agencies.agency where id = $1 and state = 'active'", [
    id,
  ]);
  if (found.rows.length === 0)
    throw refuse('parentId', 'parent_unknown', 'Lembaga induk tidak ditemukan atau sudah ditutup.');
}

/** Enters an organisation with its first name and service areas. */
export async function createAgency(ctx: Ctx, input: NewAgency): Promise<Ref> {
  requireManager(ctx);
  await requireAreas(ctx, [input.areaCode], 'areaCode');
  await requireAreas(ctx, input.serviceAreas, 'serviceAreas');
  if (input.parentId !== undefined) await requireParent(ctx, input.parentId);
  if (await findAgencyByCode(ctx, input.code))
    throw new AppError('conflict', {
      errors: [
        { path: 'code', code: 'agencies.code_taken', message: 'Kode ini sudah dipakai lembaga lain.' },
      ],
    });
  const id = randomUUIDv7();
  await ctx.client.query(
    `insert into agencies.agency (id, tenant, code, type, level, sector, area_code, parent, mark, note, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'entered', $9, $10, $11)`,
    [
      id,
      ctx.actor.tenant,
      input.code,
      input.type,
      input.level,
      input.sector,
      input.areaCode,
      input.parentId ?? null,
      input.note || null,
      ctx.actor.id,
      ctx.clock.now().toString(),
    ],
  );
  await insertName(ctx, id, { ...input, from: input.from ?? null });
  await addServiceAreas(ctx, id, { areas: input.serviceAreas, from: input.from ?? null, basis: input.basis });
  await auditAgency(ctx, 'agencies.agency.create', id, { code: input.code });
  return { id, version: 1 };
}
