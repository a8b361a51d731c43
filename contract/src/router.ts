import { accountsRoutes } from './accounts/routes.ts';
import { dutiesRoutes } from './duties/routes.ts';

/** Every route of the system, by module. Server, client, OpenAPI and access matrix derive from it. */
export const contract = {
  accounts: accountsRoutes,
  duties: dutiesRoutes,
};
export type Contract = typeof contract;
