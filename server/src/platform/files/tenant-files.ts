import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Ctx, Services } from '../context.ts';
import { findDataKeys, makeDataKey } from '../crypto/keys.ts';
import { unwrapKey, wrapKey } from '../crypto/keyring.ts';
import type { PoolClient } from '../db/connect.ts';
import { AppError } from '../errors.ts';
import { type DiskFileStore, openDiskStore, type StagedFile, stageFile } from './disk.ts';
import type { FileRules } from './store.ts';

const rootOf = (services: Services, tenant: string) => path.join(services.home, 'files', tenant);

/**
 * The sealed files of the tenant on this machine's disk. Each has a key of its own in the keyring, which wraps the key
 * in its header: removing that row erases the file, in old backups too.
 */
export async function openFiles(
  client: PoolClient,
  services: Services,
  tenant: string,
): Promise<DiskFileStore> {
  const purpose = (id: string) => ({ tenant, kind: 'file' as const, id });
  return openDiskStore(rootOf(services, tenant), {
    wrapKey: async (fileKey, id) =>
      wrapKey(await makeDataKey(client, services.keys, purpose(id)), fileKey, purpose(id)),
    unwrapKey: async (wrapped, id) => {
      const own = (await findDataKeys(client, services.keys, { tenant, kind: 'file', ids: [id] })).get(id);
      if (!own) throw new AppError('not_found');
      return unwrapKey(() => own.key, wrapped, purpose(id));
    },
  });
}

export interface KnownFile {
  id: string;
  kind: string;
  mime: string;
  bytes: number;
  sha256: string;
}

/** Seals a stream aside, outside any transaction; `keepFile` or `dropStaged` must follow. */
export const stageTenantFile = (
  services: Services,
  tenant: string,
  content: Readable,
  rules: FileRules,
): Promise<StagedFile> => stageFile(rootOf(services, tenant), content, rules);

/** Keeps what was staged and notes what it was; the content is on disk before the row commits, never the other way. */
export async function keepFile(ctx: Ctx, staged: StagedFile): Promise<KnownFile> {
  const store = await openFiles(ctx.client, ctx.services, ctx.actor.tenant);
  const f = staged.stored;
  await store.keep(staged);
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

/** Both at once, for content that is at hand and not waited for. */
export async function takeFile(ctx: Ctx, content: Readable, rules: FileRules): Promise<KnownFile> {
  return keepFile(ctx, await stageTenantFile(ctx.services, ctx.actor.tenant, content, rules));
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
