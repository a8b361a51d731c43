import { importRoutes } from './import-routes.ts';
import { roundRoutes } from './round-routes.ts';
import { verifyRoutes } from './verify-routes.ts';

export const clearingRoutes = {
  ...importRoutes,
  ...verifyRoutes,
  ...roundRoutes,
};
