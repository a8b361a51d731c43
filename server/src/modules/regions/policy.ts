/** Who may do what with areas, as sentences. Which rows they reach is decided by the tables' policies. */
import type { Ctx } from '../../platform/context.ts';

/** Areas are public knowledge: whoever may read them may read them all. A crosswalk is loaded by the secretariat or the data steward. */
export const mayImportCrosswalk = (ctx: Ctx): boolean => ctx.can('regions.manage');

/** What the person may do on the screen of the crosswalk; the web shows no other buttons. */
export const crosswalkAbilities = (ctx: Ctx) => ({ import: mayImportCrosswalk(ctx) });
