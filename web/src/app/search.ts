import type { Capability } from '@simpul/contract/accounts/roles';
import type { LinkProps } from '@tanstack/react-router';
import { Building2, type LucideIcon, MapPin } from 'lucide-react';
import { client } from './api.ts';

export interface SearchHit {
  key: string;
  label: string;
  sub?: string;
  to: NonNullable<LinkProps['to']>;
  params?: Record<string, string>;
  search?: Record<string, string>;
}

export interface SearchProvider {
  key: string;
  /** Key `entry.<labelKey>` in the namespace `nav`. */
  labelKey: string;
  icon: LucideIcon;
  capability?: Capability;
  find: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
}

/** What `/` searches besides the names of pages. A module adds its own line here. */
export const searchProviders: readonly SearchProvider[] = [
  {
    key: 'areas',
    labelKey: 'areas',
    icon: MapPin,
    capability: 'regions.read',
    find: async (text, signal) => {
      const { items } = await client.regions.searchAreas({ text, limit: 5 }, { signal, context: {} });
      return items.map((area) => ({
        key: area.code,
        label: area.name,
        sub: [area.code, ...[...area.path].reverse()].join(' · '),
        to: '/wilayah/$kode',
        params: { kode: area.code },
      }));
    },
  },
  {
    key: 'agencies',
    labelKey: 'agencies',
    icon: Building2,
    capability: 'agencies.read',
    find: async (text, signal) => {
      const { items } = await client.agencies.listAgencies({ text, limit: 5 }, { signal, context: {} });
      return items.map((agency) => ({
        key: agency.id,
        label: agency.name,
        ...(agency.shortName ? { sub: agency.shortName } : {}),
        to: '/lembaga/$id',
        params: { id: agency.id },
      }));
    },
  },
];
