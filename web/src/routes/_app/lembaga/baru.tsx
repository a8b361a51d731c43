import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { NewAgency } from '../../../features/agencies/NewAgency.tsx';

export const Route = createFileRoute('/_app/lembaga/baru')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'agencies.manage'),
  component: NewAgency,
});
