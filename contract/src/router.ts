import { accountsRoutes } from './accounts/routes.ts';

/** Every route of the system, by module. Server, client, OpenAPI and access matrix derive from it. */
export const contract = {
  accounts: accountsRoutes,
};
export type Contract = typeof contract;
