import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { PaperSettingsPage } from '../../../features/reporting/PaperSettingsPage.tsx';

export const Route = createFileRoute('/_app/laporan/kop')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'reporting.draft'),
  component: PaperSettingsPage,
});
