/** Who may do what with organisations, as sentences. Which rows they reach is decided by the tables' policies. */
import type { Ctx } from '../../platform/context.ts';

/** The secretariat keeps the list of organisations; everybody else reads it. */
export const mayManage = (ctx: Ctx): boolean => ctx.can('agencies.manage');

/** A closed organisation is only opened again, nothing else of it changes. */
export const agencyAbilities = (ctx: Ctx, agency: { state: 'active' | 'closed' }) => {
  const manages = mayManage(ctx);
  const active = agency.state === 'active';
  return { edit: manages && active, close: manages && active, reopen: manages && !active };
};

export const listAbilities = (ctx: Ctx) => ({ create: mayManage(ctx) });
