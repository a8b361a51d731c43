import type { Capability } from '@simpul/contract/accounts/roles';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { notFound } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { client } from './api.ts';

export type Me = Awaited<ReturnType<typeof client.accounts.me>>;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }): Promise<Me> => client.accounts.me({}, { signal, context: {} }),
  staleTime: 5 * 60_000,
});

/** The person at the screen; only inside the signed-in shell, where it is loaded before anything is drawn. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function can(me: Pick<Me, 'capabilities'>, capability: Capability | undefined): boolean {
  return capability === undefined || me.capabilities.some((c) => c === capability);
}
export function useCan(capability: Capability): boolean {
  return can(useMe(), capability);
}

/** For `beforeLoad`: what a person may not do does not exist for that person. */
export async function requireCapability(queries: QueryClient, capability: Capability): Promise<void> {
  if (!can(await queries.ensureQueryData(meQuery), capability)) throw notFound();
}
