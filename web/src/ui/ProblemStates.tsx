import { ErrorState, NotFoundState, OfflineState, RefusedState } from './States.tsx';

/** Errors carry their kind in their name and code; ui knows no transport. */
const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;

/** The state that fits an error: no network, no right, not there, or a fault with its reference. */
export function ProblemStates({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  if (field(error, 'name') === 'NoAnswerError') return <OfflineState retry={retry} />;
  const status = field(error, 'status');
  if (status === 403) return <RefusedState />;
  if (status === 404) return <NotFoundState />;
  const reference = field(field(error, 'problem'), 'requestId');
  return <ErrorState reference={typeof reference === 'string' ? reference : undefined} retry={retry} />;
}
