import { createFileRoute } from '@tanstack/react-router';
import { Settings } from '../../../features/accounts/Settings.tsx';

export const Route = createFileRoute('/_app/pengaturan/')({ component: Settings });
