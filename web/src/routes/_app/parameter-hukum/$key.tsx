import { createFileRoute } from '@tanstack/react-router';
import { useToday } from '../../../app/use-today.ts';
import { LegalParameterPage } from '../../../features/duties/LegalParameterPage.tsx';

export const Route = createFileRoute('/_app/parameter-hukum/$key')({ component: Page });

function Page() {
  const { key } = Route.useParams();
  return <LegalParameterPage parameterKey={key} today={useToday()} />;
}
