import type { Ctx } from '../../../platform/context.ts';

/** Which of these row fingerprints the own agency already handed in; sent again they are not taken twice. */
export async function knownFingerprints(ctx: Ctx, fingerprints: readonly string[]): Promise<Set<string>> {
  if (fingerprints.length === 0) return new Set();
  const found = await ctx.client.query<{ fingerprint: Buffer }>(
    `select distinct r.fingerprint from clearing.source_row r
      where r.agency = $1 and r.state <> 'superseded' and r.fingerprint = any($2::bytea[])`,
    [ctx.actor.agency, fingerprints.map((f) => Buffer.from(f, 'hex'))],
  );
  return new Set(found.rows.map((r) => r.fingerprint.toString('hex')));
}
