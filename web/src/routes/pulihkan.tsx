import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { BareRouteError } from '../app/RouteStates.tsx';
import { RecoverAccount } from '../features/accounts/AcceptInvitation.tsx';

/** The code stands after `#`, which browsers never send: it reaches no log. */
export const Route = createFileRoute('/pulihkan')({
  component: RecoveryPage,
  errorComponent: BareRouteError,
});

function RecoveryPage() {
  const navigate = useNavigate();
  return (
    <RecoverAccount
      code={window.location.hash.slice(1)}
      onDone={() => void navigate({ to: '/masuk', replace: true })}
    />
  );
}
