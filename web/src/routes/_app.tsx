import { createFileRoute, Outlet, redirect, useRouterState } from '@tanstack/react-router';
import { useRef } from 'react';
import { meQuery, useMe, type Me } from '../app/me.ts';
import { mustEnrol } from '../app/must-enrol.ts';
import { ProblemError } from '../app/problem.ts';
import { BareRouteError } from '../app/RouteStates.tsx';
import { BareShell } from '../app/shell/BareShell.tsx';
import { Shell } from '../app/shell/Shell.tsx';
import { Notices } from '../features/accounts/Notices.tsx';

const enrolPath = '/pengaturan/faktor-kedua';

/** Everything behind sign-in. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    let me: Me;
    try {
      me = await context.queries.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401)
        throw redirect({ to: '/masuk', search: location.href === '/' ? {} : { lanjut: location.href } });
      throw error;
    }
    if (mustEnrol(me) && location.pathname !== enrolPath)
      throw redirect({ to: enrolPath, search: location.href === '/' ? {} : { lanjut: location.href } });
  },
  component: SignedIn,
  errorComponent: BareRouteError,
});

/** Also while the recovery codes, shown once, stand there: by then the factor is on, and a new frame would drop them. */
function useEnrolling(): boolean {
  const must = mustEnrol(useMe());
  const path = useRouterState({ select: (s) => s.location.pathname });
  const began = useRef(false);
  if (must) began.current = true;
  else if (path !== enrolPath) began.current = false;
  return must || (began.current && path === enrolPath);
}

function SignedIn() {
  if (useEnrolling())
    return (
      <BareShell>
        <Outlet />
      </BareShell>
    );
  return (
    <Shell>
      <Notices />
      <Outlet />
    </Shell>
  );
}
