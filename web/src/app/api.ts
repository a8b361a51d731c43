import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { contract } from '@simpul/contract/router';
import { routes } from 'virtual:contract-routes';
import { chosenAgency } from './agency.ts';
import { createClient } from './api-client.ts';
import { askStepUp } from './step-up.ts';

/** Calls: `client.regions.search({ text })`. */
export const client = createClient<typeof contract>({
  origin: window.location.origin,
  routes,
  stepUp: askStepUp,
  agency: chosenAgency,
});

/** For TanStack Query: `useQuery(api.regions.search.queryOptions({ input: { text } }))`. */
export const api = createTanstackQueryUtils(client);
