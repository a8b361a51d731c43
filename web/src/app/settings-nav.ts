import { Info, KeyRound, LockKeyhole, MonitorSmartphone } from 'lucide-react';
import type { NavEntry } from './nav.ts';

/** Pages under Pengaturan, listed on their common page and in the search. */
export const settingsNav: readonly NavEntry[] = [
  { to: '/pengaturan/sesi', labelKey: 'sessions', icon: MonitorSmartphone, group: 'settings' },
  { to: '/pengaturan/kata-sandi', labelKey: 'password', icon: LockKeyhole, group: 'settings' },
  { to: '/pengaturan/faktor-kedua', labelKey: 'secondFactor', icon: KeyRound, group: 'settings' },
  { to: '/pengaturan/tentang', labelKey: 'about', icon: Info, group: 'settings' },
];
