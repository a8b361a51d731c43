import fs from 'node:fs';
import path from 'node:path';
import { readHeads } from '../audit/heads.ts';
import type { Clock } from '../clock.ts';
import { formatMasterKey, type MasterKey } from '../crypto/master-key.ts';
import type { Pool } from '../db/connect.ts';
import { openCopyClient, type CopyClient } from '../db/copy.ts';
import { writeArchive } from './archive-file.ts';
import type { ArchiveHeader, ArchivePart, Manifest } from './archive.ts';
import { wrapForRecovery } from './recovery-key.ts';
import { keyTables, ownSequences, ownTables, type Table } from './tables.ts';

export const headsPart = 'audit-heads.jsonl';
export const masterKeyPart = 'master-key.age';
/** What goes with every backup and is none of the files that were handed in. */
export const ownParts: readonly string[] = [headsPart, masterKeyPart];

export interface BackupSource {
  /** One pool for each login that owns tables; the owner first. */
  logins: readonly Pool[];
  home: string;
  headsFile: string;
  master: MasterKey;
  clock: Clock;
}

export interface BackupResult {
  dataFile: string;
  keysFile: string;
  data: Manifest;
  keys: Manifest;
  /** Files that the database knows and the disk does not have. */
  missingFiles: string[];
}

/** Files that were handed in, as the restore counts them. */
export const countFiles = ({ data }: Pick<BackupResult, 'data'>): number =>
  data.parts.filter((part) => part.kind === 'file' && !ownParts.includes(part.name)).length;

export const keysFileName = 'simpul-keys.age';

/**
 * One logical backup into `folder`: the data under a name with its time, and beside it the keys, which
 * replace the keys of the backup before. All logins read one REPEATABLE READ snapshot while work goes on.
 */
export async function exportBackup(
  source: BackupSource,
  { folder, recipient }: { folder: string; recipient: string },
): Promise<BackupResult> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clients: CopyClient[] = [];
  try {
    for (const login of source.logins) clients.push(await openCopyClient(login));
    const [owner] = clients;
    if (!owner) throw new Error('a backup needs the login of the owner');
    await shareSnapshot(clients);
    const takenAt = source.clock.now().toString({ smallestUnit: 'millisecond' });
    const known = await describe(owner);
    const own = await Promise.all(
      clients.map(async (client) => ({
        client,
        tables: await ownTables(client),
        sequences: await ownSequences(client),
      })),
    );
    const isKey = (table: Table) => keyTables.includes(table.name);
    const header = (kind: ArchiveHeader['kind'], tables: Table[]): ArchiveHeader => ({
      format: 1,
      kind,
      ...known,
      takenAt,
      tables: tables.map((table) => table.name),
      sequences: kind === 'data' ? own.flatMap((login) => login.sequences) : [],
    });
    const missingFiles: string[] = [];
    const dataTables = own.map(({ client, tables }) => ({ client, tables: tables.filter((t) => !isKey(t)) }));
    const dataFile = path.join(folder, `simpul-data-${takenAt.replaceAll(':', '').replace('.', '-')}.age`);
    const data = await writeArchive(
      dataFile,
      recipient,
      header(
        'data',
        dataTables.flatMap((login) => login.tables),
      ),
      (async function* () {
        for (const { client, tables } of dataTables) yield* tableParts(client, tables);
        yield await headsOfSnapshot(owner, source.headsFile, takenAt);
        yield* fileParts(owner, source.home, missingFiles);
      })(),
    );
    const tables = own.flatMap((login) => login.tables.filter(isKey));
    const keysFile = path.join(folder, keysFileName);
    const keys = await writeArchive(
      keysFile,
      recipient,
      header('keys', tables),
      (async function* () {
        const wrapped = await wrapForRecovery(formatMasterKey(source.master), recipient);
        yield filePart(masterKeyPart, [wrapped]);
        yield* tableParts(owner, tables);
      })(),
    );
    return { dataFile, keysFile, data, keys, missingFiles };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** The first login takes a snapshot, the others join it: tables of all owners show the same moment. */
async function shareSnapshot(clients: readonly CopyClient[]): Promise<void> {
  let snapshot: string | undefined;
  for (const client of clients) {
    await client.query('begin isolation level repeatable read read only');
    if (snapshot === undefined) {
      const [row] = await client.query<{ id: string }>('select pg_export_snapshot() as id');
      snapshot = row?.id ?? '';
      await client.query("select set_config('simpul.maintenance', 'backup', true)");
    } else {
      await client.query(`set transaction snapshot '${snapshot.replaceAll("'", '')}'`);
    }
  }
}

async function describe(owner: CopyClient): Promise<{ installation: string; migration: string }> {
  const [row] = await owner.query<{ installation: string; migration: string }>(
    'select i.id as installation, (select max(name) from platform.migration) as migration from platform.installation i',
  );
  if (!row)
    throw new Error(
      'This database is not an installation of Simpul: it has no row in platform.installation.',
    );
  return row;
}

async function* tableParts(client: CopyClient, tables: readonly Table[]): AsyncGenerator<ArchivePart> {
  for (const { name, columns } of tables) {
    yield { kind: 'table', name, columns, chunks: client.copyTo(name, columns) };
  }
}

function filePart(name: string, bytes: readonly Uint8Array[]): ArchivePart {
  return {
    kind: 'file',
    name,
    chunks: (async function* () {
      yield* bytes;
    })(),
  };
}

/** The heads up to this snapshot and its own: a later head would make the restored trail look cut. */
async function headsOfSnapshot(owner: CopyClient, headsFile: string, takenAt: string): Promise<ArchivePart> {
  const [last] = await owner.query<{ position: number; mac: string }>(
    "select position, encode(chain_mac, 'hex') as mac from audit.seal order by position desc limit 1",
  );
  const heads = last ? readHeads(headsFile).filter((head) => head.position < last.position) : [];
  if (last) heads.push({ position: last.position, chainMac: last.mac, at: takenAt });
  return filePart(
    headsPart,
    heads.map((head) => Buffer.from(`${JSON.stringify(head)}\n`)),
  );
}

/** The sealed files as they lie on disk: their keys are wrapped by a key of the tenant. */
async function* fileParts(owner: CopyClient, home: string, missing: string[]): AsyncGenerator<ArchivePart> {
  const files = await owner.query<{ tenant: string; id: string }>(
    'select tenant, id from platform.file where removed_at is null order by tenant, id',
  );
  for (const { tenant, id } of files) {
    const name = `files/${tenant}/${id.slice(0, 2)}/${id}`;
    const place = path.join(home, name);
    if (fs.existsSync(place)) yield { kind: 'file', name, chunks: fs.createReadStream(place) };
    else missing.push(name);
  }
}
