import type { SourceIdentity } from '@simpul/contract/clearing/row';
import type { Ctx } from '../../platform/context.ts';
import { findDataKeys, makeDataKeys } from '../../platform/crypto/keys.ts';
import { open, seal } from '../../platform/crypto/seal.ts';

const place = (tenant: string, row: string) => ({
  table: 'clearing.row_identity',
  column: 'sealed',
  rowId: row,
  tenant,
});

/** Seals each identity under a key of its own, so that one row can be erased, backups included. */
export async function sealIdentities(
  ctx: Ctx,
  identities: readonly { row: string; identity: SourceIdentity }[],
): Promise<Buffer[]> {
  const { tenant } = ctx.actor;
  const ids = identities.map((i) => i.row);
  const keys = await makeDataKeys(ctx.client, ctx.services.keys, { tenant, kind: 'row', ids });
  return identities.map(({ row, identity }) => {
    const key = keys.get(row);
    if (!key) throw new Error('a row got no key');
    return Buffer.from(seal(key, place(tenant, row), identity));
  });
}

/**
 * Unseals the identities of these rows that row-level security lets through. Says nothing to the audit
 * trail itself: the caller does, naming act and purpose.
 */
export async function openIdentities(
  ctx: Ctx,
  rows: readonly string[],
): Promise<Map<string, SourceIdentity>> {
  if (rows.length === 0) return new Map();
  const { tenant } = ctx.actor;
  const found = await ctx.client.query<{ row: string; sealed: Buffer }>(
    'select row, sealed from clearing.row_identity where row = any($1::uuid[])',
    [rows],
  );
  const ids = found.rows.map((r) => r.row);
  const keys = await findDataKeys(ctx.client, ctx.services.keys, { tenant, kind: 'row', ids });
  return new Map(
    found.rows.flatMap(({ row, sealed }) => {
      const key = keys.get(row);
      return key ? [[row, open(key, place(tenant, row), sealed) as SourceIdentity] as const] : [];
    }),
  );
}
