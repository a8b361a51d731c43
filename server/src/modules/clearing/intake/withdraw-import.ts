import type { z } from 'zod';
import type { WithdrawImport } from '@simpul/contract/clearing/import';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../../platform/context.ts';
import { getOpenPeriod } from '../periods.ts';
import { refuseSigned } from '../standing-rows.ts';
import { getImportRecord, requireState, requireVersion } from './import-record.ts';

/**
 * Takes an import back that was taken in by mistake: its rows stay as superseded, with the reason, and the same rows
 * can be handed in again, for this or another quarter. A round that had counted them refuses to be agreed.
 */
export async function withdrawImport(ctx: Ctx, input: z.infer<typeof WithdrawImport>): Promise<Ref> {
  const record = await getImportRecord(ctx, input.id, { lock: true });
  requireVersion(record, input.version);
  requireState(record, 'accepted');
  await getOpenPeriod(ctx, record.period);
  await refuseSigned(ctx, record.period);
  await ctx.client.query(
    `update clearing.source_row
        set state = 'superseded', state_reason = $3, verified_by = $4, verified_at = $5, version = version + 1
      where import = $1 and agency = $2 and state <> 'superseded'`,
    [record.id, ctx.actor.agency, input.reason, ctx.actor.id, new Date(ctx.clock.now().epochMilliseconds)],
  );
  await ctx.client.query(
    "update clearing.import set state = 'cancelled', version = version + 1 where id = $1",
    [record.id],
  );
  await ctx.audit({
    action: 'clearing.withdraw_import',
    subject: { kind: 'clearing.import', id: record.id },
  });
  return { id: record.id, version: record.version + 1 };
}
