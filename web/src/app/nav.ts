import type { Capability } from '@simpul/contract/accounts/roles';
import type { FileRoutesByTo } from '../routeTree.gen.ts';
import {
  BadgeCheck,
  Building2,
  CalendarClock,
  FileText,
  GitCompareArrows,
  House,
  MapPin,
  Scale,
  Sigma,
  Upload,
  type LucideIcon,
} from 'lucide-react';

export const navGroups = ['top', 'data', 'plan', 'base', 'settings'] as const;
export type NavGroup = (typeof navGroups)[number];

export interface NavEntry {
  to: keyof FileRoutesByTo;
  /** Key `entry.<labelKey>` in the namespace `nav`. */
  labelKey: string;
  icon: LucideIcon;
  group: NavGroup;
  /** Without it the entry is there for every signed-in person. */
  capability?: Capability;
}

/** The rail, in order. An entry is added together with its module's routes. */
export const nav: readonly NavEntry[] = [
  { to: '/', labelKey: 'home', icon: House, group: 'top' },
  { to: '/tenggat', labelKey: 'deadlines', icon: CalendarClock, group: 'top', capability: 'duties.read' },
  { to: '/impor', labelKey: 'imports', icon: Upload, group: 'data', capability: 'clearing.import' },
  {
    to: '/verifikasi',
    labelKey: 'verification',
    icon: BadgeCheck,
    group: 'data',
    capability: 'clearing.verify',
  },
  {
    to: '/kliring',
    labelKey: 'clearing',
    icon: GitCompareArrows,
    group: 'data',
    capability: 'clearing.round',
  },
  { to: '/angka', labelKey: 'figures', icon: Sigma, group: 'data', capability: 'figures.read' },
  { to: '/laporan', labelKey: 'reports', icon: FileText, group: 'plan', capability: 'reporting.read' },
  { to: '/lembaga', labelKey: 'agencies', icon: Building2, group: 'base', capability: 'agencies.read' },
  { to: '/wilayah', labelKey: 'areas', icon: MapPin, group: 'base', capability: 'regions.read' },
  {
    to: '/parameter-hukum',
    labelKey: 'legalParameters',
    icon: Scale,
    group: 'base',
    capability: 'duties.read',
  },
];
