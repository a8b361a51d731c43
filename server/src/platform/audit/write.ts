import { createHash } from 'node:crypto';
import type { SensitivityClass } from '@simpul/contract/field';
import type { PoolClient } from '../db/connect.ts';

/** One line of the audit trail. `detail` holds codes and numbers, never personal data. */
export interface AuditEntry {
  action: string;
  outcome?: 'done' | 'refused';
  subject?: { kind: string; id: string };
  /** Highest class that was read. */
  sensitivity?: SensitivityClass;
  /** A bulk read: the ids that were read; their number and hash are kept. */
  read?: string[];
  detail?: Record<string, string | number | boolean | null>;
}

export const hashOfSet = (ids: string[]): Buffer =>
  createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest();

/** Writes the entry in the transaction of `client`, for the person of its signed context. */
export async function writeAudit(client: PoolClient, requestId: string, e: AuditEntry): Promise<void> {
  await client.query('select audit.write($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    requestId,
    e.action,
    e.outcome ?? 'done',
    e.subject?.kind ?? null,
    e.subject?.id ?? null,
    e.sensitivity ?? null,
    e.read?.length ?? null,
    e.read ? hashOfSet(e.read) : null,
    JSON.stringify(e.detail ?? {}),
  ]);
}
