import { accountsRouter } from './modules/accounts/index.ts';
import { dutiesRouter } from './modules/duties/index.ts';

/** The contract's routes bound to their functions, in the same shape as contract/src/router.ts. */
export const router = {
  accounts: accountsRouter,
  duties: dutiesRouter,
};
