import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { routeTree } from '../routeTree.gen.ts';
import { parseSearch, stringifySearch } from '../ui/search-params.ts';
import { SkeletonRows } from '../ui/States.tsx';
import { afterRefusal } from './after-refusal.ts';
import { meQuery } from './me.ts';
import { isPassing } from './problem.ts';
import { RouteError, RouteNotFound } from './RouteStates.tsx';

/** A session that ended while the page was open: back to the door, and afterwards to where one was. */
function onError(error: unknown) {
  const way = afterRefusal(error);
  if (way === null) return;
  // Before the first sign-in there is no session to end; the route's own guard leads to the door.
  const { pathname, href } = router.state.location;
  if (pathname === '/masuk' || !queryClient.getQueryData(meQuery.queryKey)) return;
  if (way === 'enrol') {
    // What is known of the person is older than the refusal; the guard of the pages behind sign-in does the rest.
    void queryClient.invalidateQueries({ queryKey: meQuery.queryKey }).then(() => router.invalidate());
    return;
  }
  void leaveTo({ lanjut: href, sebab: 'expired' });
}

let leaving: Promise<void> | undefined;
/**
 * To the door, and only then what is known of the person is forgotten: a page that still stands would ask for it once
 * more and fail before the eyes.
 */
function leaveTo(search: { lanjut: string; sebab: 'expired' }): Promise<void> {
  leaving ??= router
    .navigate({ to: '/masuk', search })
    .then(() => queryClient.clear())
    // Whoever went back meanwhile is asked who they are.
    .then(() => router.invalidate())
    .finally(() => {
      leaving = undefined;
    });
  return leaving;
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && isPassing(error),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export const router = createRouter({
  routeTree,
  context: { queries: queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
  defaultPendingComponent: SkeletonRows,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteNotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
