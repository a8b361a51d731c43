import { createFileRoute, redirect, useRouter } from '@tanstack/react-router';
import { BareRouteError } from '../app/RouteStates.tsx';
import { ownAddress } from '../app/own-address.ts';
import { useQueryClient } from '@tanstack/react-query';
import { meQuery } from '../app/me.ts';
import { SignIn } from '../features/accounts/SignIn.tsx';
import { oneOf, searchOf, text } from '../ui/search-params.ts';

export const Route = createFileRoute('/masuk')({
  validateSearch: searchOf({ lanjut: text, sebab: oneOf(['expired', 'signed-out']) }),
  beforeLoad: ({ context, search }) => {
    // Who is leaving is forgotten a moment later.
    if (search.sebab === undefined && context.queries.getQueryData(meQuery.queryKey))
      throw redirect({ href: ownAddress(search.lanjut) });
  },
  component: SignInPage,
  errorComponent: BareRouteError,
});

function SignInPage() {
  const { lanjut, sebab } = Route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  return (
    <SignIn
      reason={sebab}
      onSignedIn={() => {
        queries.removeQueries({ queryKey: meQuery.queryKey });
        router.history.push(ownAddress(lanjut));
      }}
    />
  );
}
