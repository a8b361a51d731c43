import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { meQuery } from '../app/me.ts';
import { ProblemError } from '../app/problem.ts';
import { BareRouteError } from '../app/RouteStates.tsx';
import { Shell } from '../app/shell/Shell.tsx';
import { Notices } from '../features/accounts/Notices.tsx';

/** Everything behind sign-in. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401)
        throw redirect({ to: '/masuk', search: location.href === '/' ? {} : { lanjut: location.href } });
      throw error;
    }
  },
  component: SignedIn,
  errorComponent: BareRouteError,
});

function SignedIn() {
  return (
    <Shell>
      <Notices />
      <Outlet />
    </Shell>
  );
}
