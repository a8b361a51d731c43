import { accountsRoutes } from './accounts/routes.ts';
import { oversightRoutes } from './platform/routes.ts';
import { dutiesRoutes } from './duties/routes.ts';
import { clearingRoutes } from './clearing/routes.ts';
import { agenciesRoutes } from './agencies/routes.ts';
import { figuresRoutes } from './figures/routes.ts';
import { reportingRoutes } from './reporting/routes.ts';
import { regionsRoutes } from './regions/routes.ts';

/** Every route of the system, by module. Server, client, OpenAPI and access matrix derive from it. */
export const contract = {
  clearing: clearingRoutes,
  accounts: accountsRoutes,
  oversight: oversightRoutes,
  duties: dutiesRoutes,
  figures: figuresRoutes,
  reporting: reportingRoutes,
  regions: regionsRoutes,
  agencies: agenciesRoutes,
};
export type Contract = typeof contract;
