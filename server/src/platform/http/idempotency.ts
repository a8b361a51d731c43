import type { Ref } from '@simpul/contract/route';
import { canonical } from '../canonical.ts';
import type { Ctx } from '../context.ts';
import { AppError } from '../errors.ts';

const hash = (ctx: Ctx, route: string, input: unknown) =>
  ctx.services.hashRequest(`${route}\n${ctx.actor.agency ?? ''}\n${canonical(input)}`);

function checkKey(key: string): void {
  if (key.length < 8 || key.length > 200)
    throw new AppError('invalid', {
      errors: [
        {
          path: 'header.idempotency-key',
          code: 'length',
          message: 'Use 8 to 200 characters, new for each act.',
        },
      ],
    });
}

/**
 * The reference a command with this key already answered, if it ran. Takes a lock on the key first, so that
 * a twin sent at the same moment waits and then finds the answer. Throws when the key came with another input.
 */
export async function recall(ctx: Ctx, key: string, route: string, input: unknown): Promise<Ref | undefined> {
  checkKey(key);
  await ctx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${ctx.actor.id}:${key}`]);
  const found = await ctx.client.query(
    'select route, request_hash, ref_id, ref_version from platform.idempotency where tenant = $1 and actor = $2 and key = $3',
    [ctx.actor.tenant, ctx.actor.id, key],
  );
  const row = found.rows[0] as
    | { route: string; request_hash: Buffer; ref_id: string; ref_version: number | null }
    | undefined;
  if (!row) return undefined;
  if (row.route !== route || !row.request_hash.equals(hash(ctx, route, input)))
    throw new AppError('idempotency_mismatch');
  return { id: row.ref_id, ...(row.ref_version === null ? {} : { version: row.ref_version }) };
}

/** Keeps what the command made, in its own transaction. */
export async function remember(
  ctx: Ctx,
  key: string,
  route: string,
  input: unknown,
  ref: Ref,
): Promise<void> {
  await ctx.client.query(
    `insert into platform.idempotency (tenant, actor, key, route, request_hash, ref_id, ref_version)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [ctx.actor.tenant, ctx.actor.id, key, route, hash(ctx, route, input), ref.id, ref.version ?? null],
  );
}
