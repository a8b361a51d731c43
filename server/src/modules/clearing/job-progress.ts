import type { Progress } from '@simpul/contract/clearing/import';
import type { Ctx } from '../../platform/context.ts';

/** How far the job is that works on an import or a round, as far as the person may see it. */
export async function jobProgress(ctx: Ctx, job: string | null): Promise<Progress | null> {
  if (job === null) return null;
  const found = await ctx.client.query<Progress>(
    'select done, total, error_code as "errorCode" from platform.job where id = $1',
    [job],
  );
  return found.rows[0] ?? null;
}
