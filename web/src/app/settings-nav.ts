import {
  Footprints,
  Info,
  KeyRound,
  ListChecks,
  LockKeyhole,
  MailPlus,
  MonitorSmartphone,
  ScrollText,
  Terminal,
  UserCheck,
  Users,
} from 'lucide-react';
import type { NavEntry } from './nav.ts';

/** Pages under Pengaturan, listed on their common page and in the search. */
export const settingsNav: readonly NavEntry[] = [
  { to: '/pengaturan/sesi', labelKey: 'sessions', icon: MonitorSmartphone, group: 'settings' },
  { to: '/pengaturan/kata-sandi', labelKey: 'password', icon: LockKeyhole, group: 'settings' },
  { to: '/pengaturan/faktor-kedua', labelKey: 'secondFactor', icon: KeyRound, group: 'settings' },
  { to: '/pengaturan/token', labelKey: 'tokens', icon: Terminal, group: 'settings' },
  {
    to: '/pengaturan/orang',
    labelKey: 'people',
    icon: Users,
    group: 'settings',
    capability: 'accounts.read',
  },
  {
    to: '/pengaturan/undangan',
    labelKey: 'invitations',
    icon: MailPlus,
    group: 'settings',
    capability: 'accounts.read',
  },
  {
    to: '/pengaturan/tinjauan',
    labelKey: 'reviews',
    icon: UserCheck,
    group: 'settings',
    capability: 'accounts.review',
  },
  { to: '/pengaturan/pekerjaan', labelKey: 'jobs', icon: ListChecks, group: 'settings' },
  { to: '/pengaturan/jejak-saya', labelKey: 'myTrail', icon: Footprints, group: 'settings' },
  {
    to: '/pengaturan/jejak',
    labelKey: 'trail',
    icon: ScrollText,
    group: 'settings',
    capability: 'audit.read',
  },
  { to: '/pengaturan/tentang', labelKey: 'about', icon: Info, group: 'settings' },
];
