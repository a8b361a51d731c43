import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { Overlays } from '../../../features/regions/Overlays.tsx';

export const Route = createFileRoute('/_app/wilayah/penanda')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'regions.read'),
  component: Overlays,
});
