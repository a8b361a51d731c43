import type { Ctx } from '../../platform/context.ts';
import { AppError, type FieldProblem } from '../../platform/errors.ts';
import { areasInForce } from '../regions/index.ts';
import { mayManage } from './policy.ts';

interface Seen {
  id: string;
  version: number;
}

export const refuse = (path: string, code: string, message: string): AppError =>
  new AppError('invalid', { errors: [{ path, code: `agencies.${code}`, message }] });

export function requireManager(ctx: Ctx): void {
  if (!mayManage(ctx)) throw new AppError('forbidden');
}

/**
 * Takes the row for this change: locks it, refuses a stale version and a state that does not allow it, and counts
 * the version up. Everything else of the command happens in the same transaction.
 */
export async function takeAgency(
  ctx: Ctx,
  { id, version }: Seen,
  state: 'active' | 'closed',
): Promise<number> {
  requireManager(ctx);
  const found = await ctx.client.query(
    'select state, version from agencies.agency where id = $1 for update',
    [id],
  );
  const row = found.rows[0] as { state: string; version: number } | undefined;
  if (!row) throw new AppError('not_found');
  if (row.version !== version) throw new AppError('stale_version', { params: { version: row.version } });
  if (row.state !== state) throw new AppError('wrong_state', { params: { reason: `agency_${row.state}` } });
  await ctx.client.query('update agencies.agency set version = version + 1 where id = $1', [id]);
  return version + 1;
}

/** Areas must be in the list; each unknown one is named by its place in the input. */
export async function requireAreas(ctx: Ctx, codes: readonly string[], path: string): Promise<void> {
  const known = await areasInForce(ctx, codes);
  const errors = codes.flatMap((code, i): FieldProblem[] =>
    known.has(code)
      ? []
      : [
          {
            path: codes.length === 1 ? path : `${path}.${i}`,
            code: 'agencies.area_unknown',
            message: `Kode wilayah ${code} tidak ada dalam daftar wilayah yang berlaku.`,
            params: { code },
          },
        ],
  );
  if (errors.length > 0) throw new AppError('invalid', { errors });
}

export const auditAgency = (
  ctx: Ctx,
  action: string,
  id: string,
  detail: Record<string, string | number | boolean | null> = {},
): Promise<void> => ctx.audit({ action, subject: { kind: 'agencies.agency', id }, detail });

/** The day before, as names and areas end when others begin. */
export const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
