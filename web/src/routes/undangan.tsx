import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { AcceptInvitation } from '../features/accounts/AcceptInvitation.tsx';

/** The code stands after `#`, which browsers never send: it reaches no log. */
export const Route = createFileRoute('/undangan')({ component: InvitationPage });

function InvitationPage() {
  const navigate = useNavigate();
  return (
    <AcceptInvitation
      code={window.location.hash.slice(1)}
      onDone={() => void navigate({ to: '/masuk', replace: true })}
    />
  );
}
