import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { useToday } from '../../../app/use-today.ts';
import { BpsCrosswalk } from '../../../features/regions/BpsCrosswalk.tsx';

export const Route = createFileRoute('/_app/wilayah/kode-bps')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'regions.read'),
  component: Page,
});

function Page() {
  return <BpsCrosswalk today={useToday()} />;
}
