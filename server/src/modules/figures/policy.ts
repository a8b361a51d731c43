import type { Ctx } from '../../platform/context.ts';
import type { FigureRow } from './figure-row.ts';

export const mayManage = (ctx: Ctx): boolean => ctx.can('figures.manage');

/** An agreed figure changes by a new clearing round only (domain.md 3.24-7). */
export const maySupersede = (ctx: Ctx, f: FigureRow): boolean =>
  mayManage(ctx) && f.kind === 'published' && f.supersededAt === null;

/** Stewards see all rows of a round, a data contact those of the own agency. */
export const mayOpenRows = (ctx: Ctx, f: Pick<FigureRow, 'round'>): boolean =>
  f.round !== null && (ctx.can('clearing.round') || ctx.can('clearing.verify'));
