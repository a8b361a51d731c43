import { createHmac, type KeyObject } from 'node:crypto';
import type { Pool } from './connect.ts';
import { asMaintenance } from './maintenance.ts';

/** The key that signs who is asking; the database holds its two padded blocks (RFC 2104). */
export interface ContextKey {
  version: number;
  key: KeyObject;
}

const padded = (key: KeyObject, byte: number) => {
  const block = Buffer.alloc(64, byte);
  const raw = key.export();
  for (let i = 0; i < raw.length; i++) block[i] = (raw[i] ?? 0) ^ byte;
  return block;
};

/**
 * Makes the database accept contexts signed with this key and, of the earlier ones, only the last: a process that
 * still runs while the key is rotated keeps working, a key that leaked long ago signs nothing. Run by the owner at
 * every start.
 */
export async function installContextKey(owner: Pool, { version, key }: ContextKey): Promise<void> {
  await asMaintenance(owner, 'migrate', async (client) => {
    await client.query(
      `insert into platform.context_key (version, inner_pad, outer_pad) values ($1, $2, $3)
       on conflict (version) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`,
      [version, padded(key, 0x36), padded(key, 0x5c)],
    );
    await client.query('delete from platform.context_key where version < $1', [version - 1]);
  });
}

/** Who asks, for whom, why. No part may hold the separator. */
export interface Scope {
  actor: string;
  tenant: string;
  agency: string | null;
  purpose?: string | null;
}

/** Seconds a signed context lives: longer than any request or job step, shorter than a working day. */
const lifetime = 3600;

export function signContext(
  scope: Scope,
  pid: number,
  { version, key }: ContextKey,
  nowMs = Date.now(),
): string {
  const parts = [
    'v1',
    scope.actor,
    scope.tenant,
    scope.agency ?? '',
    scope.purpose ?? '',
    String(pid),
    String(Math.floor(nowMs / 1000) + lifetime),
    String(version),
  ];
  if (parts.some((p) => p.includes('|'))) throw new Error('a context part holds the separator');
  const text = parts.join('|');
  return `${text}|${createHmac('sha256', key).update(text).digest('hex')}`;
}
