import { type KeyObject } from 'node:crypto';
import type { PoolClient } from '../db/connect.ts';
import { createKeyCache, type KeyCache } from './key-cache.ts';
import { KeyError } from './key-error.ts';
import {
  newKey,
  unwrapKey,
  wrapKey,
  type DataKeyKind,
  type KeyPurpose,
  type VersionedKey,
  type WrappedKey,
} from './keyring.ts';
import { masterKeyVersion, type MasterKey } from './master-key.ts';
import { tokenKey } from './tokens.ts';

/** The keys of a running server: the master key, and what it opened lately. */
export interface Keys {
  master: MasterKey;
  /** By wrapped bytes, never by name: a key whose row was rolled back is then never used again. */
  cache: KeyCache;
}

export const createKeys = (master: MasterKey): Keys => ({ master, cache: createKeyCache() });

/** Whose key: the tenant must be the one of the signed context, else row-level security shows no row. */
export interface KeySubject {
  tenant: string;
  kind: DataKeyKind;
  id: string;
}

/** New random keys for new subjects, in the transaction of `client`. Refused where one was destroyed. */
export async function makeDataKeys(
  client: PoolClient,
  keys: Keys,
  { tenant, kind, ids }: { tenant: string; kind: DataKeyKind; ids: readonly string[] },
): Promise<Map<string, VersionedKey>> {
  if (ids.length === 0) return new Map();
  const wrapping = latest(
    (await tenantKeys(client, keys, tenant)) ?? (await makeTenantKey(client, keys, tenant)),
  );
  const made = ids.map((id) => {
    const key = newKey();
    return { id, key, wrapped: wrapKey(wrapping, key, { tenant, kind, id }) };
  });
  await client.query(
    `insert into platform.data_key (tenant, kind, subject_id, wrapped)
     select $1, $2, s.id, s.wrapped from unnest($3::text[], $4::bytea[]) as s (id, wrapped)`,
    [tenant, kind, made.map((m) => m.id), made.map((m) => m.wrapped)],
  );
  return new Map(made.map((m) => [m.id, { version: 1, key: m.key }]));
}

export async function makeDataKey(
  client: PoolClient,
  keys: Keys,
  subject: KeySubject,
): Promise<VersionedKey> {
  const { tenant, kind, id } = subject;
  return required((await makeDataKeys(client, keys, { tenant, kind, ids: [id] })).get(id), subject);
}

/** The keys that exist; a subject whose key was destroyed is left out. */
export async function findDataKeys(
  client: PoolClient,
  keys: Keys,
  { tenant, kind, ids }: { tenant: string; kind: DataKeyKind; ids: readonly string[] },
): Promise<Map<string, VersionedKey>> {
  if (ids.length === 0) return new Map();
  const [found, wrapping] = await Promise.all([
    client.query<{ id: string; version: number; wrapped: Buffer }>(
      `select subject_id as id, version, wrapped from platform.data_key
       where tenant = $1 and kind = $2 and subject_id = any($3::text[])`,
      [tenant, kind, ids],
    ),
    tenantKeys(client, keys, tenant),
  ]);
  const by = (version: number) => versionOf(wrapping ?? new Map(), tenant, version);
  return new Map(
    found.rows.map(({ id, version, wrapped }) => [
      id,
      { version, key: unwrapCached(keys, by, wrapped, { tenant, kind, id }) },
    ]),
  );
}

export async function getDataKey(client: PoolClient, keys: Keys, subject: KeySubject): Promise<VersionedKey> {
  const { tenant, kind, id } = subject;
  return required((await findDataKeys(client, keys, { tenant, kind, ids: [id] })).get(id), subject);
}

/** The key of the search tokens of one column of one tenant; made at its first use. */
export async function nameTokenKey(
  client: PoolClient,
  keys: Keys,
  { tenant, column }: { tenant: string; column: string },
): Promise<KeyObject> {
  const ids = ['names'];
  const kind = 'tokens';
  const found = await findDataKeys(client, keys, { tenant, kind, ids });
  if (found.size > 0)
    return tokenKey(required(found.get('names'), { tenant, kind, id: 'names' }).key, column);
  // Two first uses at once: the second waits here and then finds the key of the first.
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`simpul-tokens/${tenant}`]);
  const now = await findDataKeys(client, keys, { tenant, kind, ids });
  const made = now.size > 0 ? now : await makeDataKeys(client, keys, { tenant, kind, ids });
  return tokenKey(required(made.get('names'), { tenant, kind, id: 'names' }).key, column);
}

/**
 * Erases what the subject's key sealed, for good. Runs on a connection of simpul_worker in the context of
 * the tenant; answers false where there is no such key. `reason` is a code.
 */
export async function destroyDataKey(
  client: PoolClient,
  { kind, id, reason }: { kind: DataKeyKind; id: string; reason: string },
): Promise<boolean> {
  const done = await client.query<{ done: boolean }>('select platform.destroy_key($1, $2, $3) as done', [
    kind,
    id,
    reason,
  ]);
  return done.rows[0]?.done ?? false;
}

type TenantKeys = Map<number, KeyObject>;

/** Every version of the tenant's key, or null where it has none yet. */
async function tenantKeys(client: PoolClient, keys: Keys, tenant: string): Promise<TenantKeys | null> {
  const { rows } = await client.query<{ version: number; wrapped: Buffer }>(
    'select version, wrapped from platform.tenant_key where tenant = $1',
    [tenant],
  );
  if (rows.length === 0) return null;
  return new Map(
    rows.map(({ version, wrapped }) => [
      version,
      unwrapCached(keys, (v) => masterKeyVersion(keys.master, v), wrapped, tenantPurpose(tenant, version)),
    ]),
  );
}

async function makeTenantKey(client: PoolClient, keys: Keys, tenant: string): Promise<TenantKeys> {
  // Of two first uses at once the second waits for the first and then reads its key.
  await client.query(
    'insert into platform.tenant_key (tenant, version, wrapped) values ($1, 1, $2) on conflict do nothing',
    [tenant, wrapTenantKey(keys.master, newKey(), tenant, 1)],
  );
  const made = await tenantKeys(client, keys, tenant);
  if (!made) throw new KeyError('key_missing', `Tenant ${tenant} has no key and none could be made.`);
  return made;
}

export function wrapTenantKey(
  master: MasterKey,
  key: KeyObject,
  tenant: string,
  version: number,
): WrappedKey {
  const wrapping = { version: master.current, key: masterKeyVersion(master, master.current) };
  return wrapKey(wrapping, key, tenantPurpose(tenant, version));
}

export const tenantPurpose = (tenant: string, version: number): KeyPurpose => ({
  tenant,
  kind: 'tenant',
  id: String(version),
});

function unwrapCached(
  keys: Keys,
  by: (version: number) => KeyObject,
  wrapped: Buffer,
  purpose: KeyPurpose,
): KeyObject {
  const name = `${purpose.tenant}/${purpose.kind}/${purpose.id}/${wrapped.toString('base64')}`;
  const held = keys.cache.get(name);
  if (held) return held;
  const key = unwrapKey(by, wrapped, purpose);
  keys.cache.set(name, key);
  return key;
}

function versionOf(found: TenantKeys, tenant: string, version: number): KeyObject {
  const key = found.get(version);
  if (!key)
    throw new KeyError(
      'key_version_unknown',
      `Version ${version} of the key of tenant ${tenant} is missing.`,
    );
  return key;
}

function latest(found: TenantKeys): VersionedKey {
  const version = Math.max(...found.keys());
  return { version, key: versionOf(found, '', version) };
}

function required(key: VersionedKey | undefined, { kind }: KeySubject): VersionedKey {
  if (!key)
    throw new KeyError('key_destroyed', `This ${kind} has no key: it was erased, or is not of this tenant.`);
  return key;
}
