import type { Pool, PoolClient } from '../db/connect.ts';
import { asMaintenance } from '../db/maintenance.ts';
import { KeyError } from './key-error.ts';
import { newKey, rewrapKey, unwrapKey, wrappedVersion, type DataKeyKind } from './keyring.ts';
import { tenantPurpose, wrapTenantKey } from './keys.ts';
import { replaceMasterKeyFile } from './master-key-file.ts';
import {
  formatMasterKey,
  masterKeyVersion,
  withNewVersion,
  type MasterKey,
  type MasterKeySource,
} from './master-key.ts';

const batch = 5_000;

/**
 * A new master key: every tenant key is wrapped anew, nothing that they seal is touched. The key file gets
 * the new version before the database does, so that a crash between leaves every key readable. A key from
 * the environment or a command must be given its new version there first. Running servers go on with the
 * older version until they restart.
 */
export async function rotateMaster(
  owner: Pool,
  { source, master }: { source: MasterKeySource; master: MasterKey },
): Promise<{ master: MasterKey; rewrapped: number }> {
  let next = master;
  if (source.kind === 'file') {
    next = withNewVersion(master);
    replaceMasterKeyFile(source.path, formatMasterKey(next));
  } else if ((await asMaintenance(owner, 'rotate', oldestMasterVersion)) === master.current) {
    throw new KeyError(
      'key_version_unknown',
      `Every key is under version ${master.current} already. Add version ${master.current + 1} to the key source, keep the old one, and run this again.`,
    );
  }
  const rewrapped = await asMaintenance(owner, 'rotate', (client) => rewrapTenantKeys(client, next));
  return { master: next, rewrapped };
}

/** A new key for one tenant: its data keys are wrapped anew, what they seal is not touched. */
export async function rotateTenant(
  owner: Pool,
  { master, tenant }: { master: MasterKey; tenant: string },
): Promise<{ version: number; rewrapped: number }> {
  return asMaintenance(owner, 'rotate', async (client) => {
    const found = await client.query<{ version: number; wrapped: Buffer }>(
      'select version, wrapped from platform.tenant_key where tenant = $1 order by version for update',
      [tenant],
    );
    const last = found.rows.at(-1);
    if (!last)
      throw new KeyError('key_missing', `Tenant ${tenant} has no key yet: there is nothing to rotate.`);
    const versions = new Map(
      found.rows.map(({ version, wrapped }) => [
        version,
        unwrapKey((v) => masterKeyVersion(master, v), wrapped, tenantPurpose(tenant, version)),
      ]),
    );
    const next = { version: last.version + 1, key: newKey() };
    await client.query('insert into platform.tenant_key (tenant, version, wrapped) values ($1, $2, $3)', [
      tenant,
      next.version,
      wrapTenantKey(master, next.key, tenant, next.version),
    ]);
    const by = (version: number) => {
      const key = versions.get(version);
      if (!key)
        throw new KeyError('key_version_unknown', `Version ${version} of the tenant's key is missing.`);
      return key;
    };
    let rewrapped = 0;
    await client.query(
      'declare data_keys no scroll cursor for select kind, subject_id, wrapped from platform.data_key where tenant = $1 for update',
      [tenant],
    );
    for (;;) {
      const page = await client.query<DataKeyRow>(`fetch ${batch} from data_keys`);
      if (page.rows.length === 0) break;
      const anew = page.rows.map(({ kind, subject_id: id, wrapped }) =>
        rewrapKey(by, next, wrapped, { tenant, kind, id }),
      );
      await client.query(
        `update platform.data_key k set wrapped = s.wrapped
         from unnest($2::text[], $3::text[], $4::bytea[]) as s (kind, subject_id, wrapped)
         where k.tenant = $1 and k.kind = s.kind and k.subject_id = s.subject_id`,
        [tenant, page.rows.map((r) => r.kind), page.rows.map((r) => r.subject_id), anew],
      );
      rewrapped += page.rows.length;
    }
    await pruneTenantKeys(client, tenant, next.version);
    return { version: next.version, rewrapped };
  });
}

interface DataKeyRow {
  kind: DataKeyKind;
  subject_id: string;
  wrapped: Buffer;
}

/** Which versions of the master key are needed still: to open tenant keys, and to verify the audit chain. */
export async function masterVersionsInUse(owner: Pool): Promise<{ wrapping: number[]; sealing: number[] }> {
  return asMaintenance(owner, 'rotate', async (client) => {
    const keys = await client.query<{ wrapped: Buffer }>('select wrapped from platform.tenant_key');
    const seals = await client.query<{ key_version: number }>(
      'select distinct key_version from audit.seal order by 1',
    );
    const wrapping = new Set(keys.rows.map((row) => wrappedVersion(row.wrapped)));
    return {
      wrapping: [...wrapping].sort((a, b) => a - b),
      sealing: seals.rows.map((row) => row.key_version),
    };
  });
}

async function oldestMasterVersion(client: PoolClient): Promise<number | null> {
  const { rows } = await client.query<{ wrapped: Buffer }>('select wrapped from platform.tenant_key');
  return rows.length === 0 ? null : Math.min(...rows.map((row) => wrappedVersion(row.wrapped)));
}

async function rewrapTenantKeys(client: PoolClient, master: MasterKey): Promise<number> {
  const { rows } = await client.query<{ tenant: string; version: number; wrapped: Buffer }>(
    'select tenant, version, wrapped from platform.tenant_key for update',
  );
  let rewrapped = 0;
  for (const { tenant, version, wrapped } of rows) {
    if (wrappedVersion(wrapped) === master.current) continue;
    const key = unwrapKey((v) => masterKeyVersion(master, v), wrapped, tenantPurpose(tenant, version));
    await client.query('update platform.tenant_key set wrapped = $3 where tenant = $1 and version = $2', [
      tenant,
      version,
      wrapTenantKey(master, key, tenant, version),
    ]);
    rewrapped += 1;
  }
  return rewrapped;
}

/**
 * Removes tenant key versions that wrap nothing any more. The last one before this rotation stays for now: a
 * request under way may still insert a key that it wrapped with it.
 */
async function pruneTenantKeys(client: PoolClient, tenant: string, current: number): Promise<void> {
  await client.query(
    `delete from platform.tenant_key t
     where t.tenant = $1 and t.version < $2 - 1
       and not exists (select from platform.data_key k
         where k.tenant = t.tenant and substring(k.wrapped from 2 for 4) = int4send(t.version))`,
    [tenant, current],
  );
}
