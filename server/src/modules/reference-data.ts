import type { Pool } from '../platform/db/connect.ts';
import { loadRoles } from './accounts/index.ts';
import { loadDuties } from './duties/index.ts';
import { loadAreas } from './regions/index.ts';

/** Data every installation needs, loaded by the owner at start; each loader does nothing when nothing changed, and none needs another's. */
export const referenceData: ((owner: Pool) => Promise<void>)[] = [
  loadRoles,
  loadAreas,
  (owner) => loadDuties(owner),
];
