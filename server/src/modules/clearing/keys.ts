import { createHmac, type KeyObject } from 'node:crypto';
import type { Ctx } from '../../platform/context.ts';
import { nameTokenKey } from '../../platform/crypto/keys.ts';

const keyOf = (ctx: Ctx, column: string): Promise<KeyObject> =>
  nameTokenKey(ctx.client, ctx.services.keys, { tenant: ctx.actor.tenant, column });

/** Key of the posting words by which rounds find candidates. */
export const matchKey = (ctx: Ctx): Promise<KeyObject> => keyOf(ctx, 'clearing.match_key.token');

/** Keyed hash of whole rows, hex: the same row handed in again has the same. */
export async function rowHmac(ctx: Ctx): Promise<(text: string) => string> {
  const key = await keyOf(ctx, 'clearing.source_row.fingerprint');
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}
