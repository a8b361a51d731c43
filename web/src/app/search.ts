import type { LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';

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
  capability?: string;
  find: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
}

/** What `/` searches besides the names of pages. A module adds its own line here. */
export const searchProviders: readonly SearchProvider[] = [];
