import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Ctx, Services } from '../context.ts';
import { findDataKeys, makeDataKeys } from '../crypto/keys.ts';
import { unwrapKey, type VersionedKey, wrapKey } from '../crypto/keyring.ts';
import type { PoolClient } from '../db/connect.ts';
import { AppError } from '../errors.ts';
import { type DiskFileStore, openDiskStore } from './disk.ts';
import type { FileRules } from './store.ts';

const subject = 'files';

/** The key that wraps every file key of a tenant; made at its first file. */
async function filesKey(client: PoolClient, services: Services, tenant: string): Promise<VersionedKey> {
  const ask = { tenant, kind: 'file' as const, ids: [subject] };
  const known = (await findDataKeys(client, services.keys, ask)).get(subject);
  if (known) return known;
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`simpul-files/${tenant}`]);
  const made =
    (await findDataKeys(client, services.keys, ask)).get(subject) ??
    (await makeDataKeys(client, services.keys, ask)).get(subject);
  if (!made) throw new AppError('unavailable');
  return made;
}

/** The sealed files of the tenant on this machine's disk. */
export async function openFiles(
  client: PoolClient,
  services: Services,
  tenant: string,
): Promise<DiskFileStore> {
  const key = await filesKey(client, services, tenant);
  const purpose = (id: string) => ({ tenant, kind: 'file' as const, id });
  return openDiskStore(path.join(services.home, 'files', tenant), {
    wrapKey: (fileKey, id) => wrapKey(key, fileKey, purpose(id)),
    unwrapKey: (wrapped, id) => unwrapKey(() => key.key, wrapped, purpose(id)),
  });
}

export interface KnownFile {
  id: string;
  kind: string;
  mime: string;
  bytes: number;
  sha256: string;
}

/** Seals a stream and notes what it was; the content is on disk before the row commits, never the other way. */
export async function takeFile(ctx: Ctx, content: Readable, rules: FileRules): Promise<KnownFile> {
  const store = await openFiles(ctx.client, ctx.services, ctx.actor.tenant);
  const f = await store.put(content, rules);
  try {
    await ctx.client.query(
      `insert into platform.file (id, tenant, agency, kind, mime, bytes, sha256, uploaded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [f.id, ctx.actor.tenant, ctx.actor.agency, f.kind, f.mime, f.bytes, f.sha256, ctx.actor.id],
    );
  } catch (error) {
    await store.remove(f.id);
    throw error;
  }
  return f;
}

export async function getFile(ctx: Ctx, id: string): Promise<KnownFile> {
  const found = await ctx.client.query(
    'select id, kind, mime, bytes, sha256 from platform.file where id = $1 and removed_at is null',
    [id],
  );
  const file = found.rows[0] as KnownFile | undefined;
  if (!file) throw new AppError('not_found');
  return file;
}
