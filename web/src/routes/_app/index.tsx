import { createFileRoute } from '@tanstack/react-router';
import { Home } from '../../features/home/Home.tsx';

/** Other modules add their sections here: `side` (what came back, agenda) and `questions` (for leaders). */
export const Route = createFileRoute('/_app/')({ component: HomePage });

function HomePage() {
  return <Home />;
}
