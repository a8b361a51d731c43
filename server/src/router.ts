import { accountsRouter } from './modules/accounts/index.ts';

/** The contract's routes bound to their functions, in the same shape as contract/src/router.ts. */
export const router = {
  accounts: accountsRouter,
};
