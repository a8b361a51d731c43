import { useState } from 'react';
import { dayOf } from '../ui/format.ts';
import { useMe } from './me.ts';

/** The calendar day in the tenant's zone when the page was opened: `2026-11-25`. */
export function useToday(): string {
  const { tenant } = useMe();
  const [today] = useState(() => dayOf(new Date(), tenant.zone));
  return today;
}
