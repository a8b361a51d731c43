import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { BareRouteError } from '../app/RouteStates.tsx';

export const Route = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: BareRouteError,
});
