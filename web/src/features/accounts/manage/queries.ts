import { queryOptions } from '@tanstack/react-query';
import { client } from '../../../app/api.ts';

type PeopleInput = Parameters<typeof client.accounts.people>[0];
type InvitationsInput = Parameters<typeof client.accounts.invitations>[0];
export type PersonLine = Awaited<ReturnType<typeof client.accounts.people>>['items'][number];
export type PersonDetail = Awaited<ReturnType<typeof client.accounts.person>>;
export type Grant = PersonDetail['grants'][number];
export type Invitation = Awaited<ReturnType<typeof client.accounts.invitations>>['items'][number];

export const peopleQuery = (input: PeopleInput) =>
  queryOptions({
    queryKey: ['accounts', 'people', input],
    queryFn: ({ signal }) => client.accounts.people(input, { signal, context: {} }),
    placeholderData: (before) => before,
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'person', id],
    queryFn: ({ signal }) => client.accounts.person({ id }, { signal, context: {} }),
  });

export const reviewsQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: ['accounts', 'reviews', cursor ?? ''],
    queryFn: ({ signal }) => client.accounts.reviews({ cursor }, { signal, context: {} }),
    placeholderData: (before) => before,
  });

export const invitationsQuery = (input: InvitationsInput) =>
  queryOptions({
    queryKey: ['accounts', 'invitations', input],
    queryFn: ({ signal }) => client.accounts.invitations(input, { signal, context: {} }),
    placeholderData: (before) => before,
  });

/** The organisations a role can be held at, for a choice. */
export const agencyChoicesQuery = queryOptions({
  queryKey: ['agencies', 'choices'],
  queryFn: ({ signal }) =>
    client.agencies.listAgencies({ state: 'active', sort: 'name', limit: 200 }, { signal, context: {} }),
  staleTime: 5 * 60_000,
});
