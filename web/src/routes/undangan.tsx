import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { BareRouteError } from '../app/RouteStates.tsx';
import { AcceptInvitation } from '../features/accounts/AcceptInvitation.tsx';

/** The code stands after `#`, which browsers never send: it reaches no log. */
export const Route = createFileRoute('/undangan')({
  component: InvitationPage,
  errorComponent: BareRouteError,
});

function InvitationPage() {
  const navigate = useNavigate();
  return (
    <AcceptInvitation
      code={window.location.hash.slice(1)}
      onDone={() => void navigate({ to: '/masuk', replace: true })}
    />
  );
}
