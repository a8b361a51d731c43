import { accountsRouter } from './modules/accounts/index.ts';
import { oversightRouter } from './modules/oversight/index.ts';
import { dutiesRouter } from './modules/duties/index.ts';
import { clearingRouter } from './modules/clearing/index.ts';
import { agenciesRouter } from './modules/agencies/index.ts';
import { figuresRouter } from './modules/figures/index.ts';
import { reportingRouter } from './modules/reporting/index.ts';
import { regionsRouter } from './modules/regions/index.ts';

/** The contract's routes bound to their functions, in the same shape as contract/src/router.ts. */
export const router = {
  clearing: clearingRouter,
  accounts: accountsRouter,
  oversight: oversightRouter,
  duties: dutiesRouter,
  figures: figuresRouter,
  reporting: reportingRouter,
  regions: regionsRouter,
  agencies: agenciesRouter,
};
