import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { readMigrations } from '../db/migrate.ts';
import { openCopyClient, type CopyClient } from '../db/copy.ts';
import type { Pool } from '../db/connect.ts';
import { ArchiveError } from './archive-error.ts';
import { openArchive } from './archive-file.ts';
import type { ArchiveHeader, ArchivePart, Manifest } from './archive.ts';
import { headsPart, masterKeyPart, ownParts } from './export.ts';
import { unwrapWithRecovery } from './recovery-key.ts';
import { openForLoading, ownTables, setSequences, type Table } from './tables.ts';

export interface BackupFiles {
  dataFile: string;
  /** From the same backup or a later one: whoever was erased in between stays erased. */
  keysFile: string;
  /** The recovery key (AGE-SECRET-KEY-1...). */
  identity: string;
}

/** What a backup is, read with the recovery key; refuses two files that do not belong together. */
export async function inspectBackup(
  files: BackupFiles,
): Promise<{ data: ArchiveHeader; keys: ArchiveHeader }> {
  const data = await headerOf(files.dataFile, files.identity, 'data');
  const keys = await headerOf(files.keysFile, files.identity, 'keys');
  if (data.installation !== keys.installation) {
    throw new ArchiveError(
      'wrong_installation',
      'The keys and the data come from two different installations.',
    );
  }
  if (keys.takenAt < data.takenAt) {
    throw new ArchiveError(
      'keys_too_old',
      `The keys are of ${keys.takenAt}, older than the data of ${data.takenAt}. Take the keys file of that backup or a later one.`,
    );
  }
  if (!readMigrations().some((migration) => migration.name === data.migration)) {
    throw new ArchiveError(
      'unsupported',
      `The backup was made by a newer Simpul (${data.migration}). Restore it with that version or a later one.`,
    );
  }
  return { data, keys };
}

export interface RestoreTarget {
  /** One pool for each login that owns tables, the owner first; the tables are those of `data.migration`. */
  logins: readonly Pool[];
  home: string;
  headsFile: string;
}

export interface RestoreResult {
  tables: number;
  rows: number;
  files: number;
  /** The text of the master key file: the caller puts it where the key of this home lives. */
  masterKey: string;
}

/**
 * Fills an empty installation from a backup. Nothing is kept unless both archives were read to their end and
 * fit their manifests. The caller has run the migrations up to `data.migration`; later ones run afterwards.
 */
export async function restoreBackup(target: RestoreTarget, files: BackupFiles): Promise<RestoreResult> {
  const { data } = await inspectBackup(files);
  const clients: CopyClient[] = [];
  const written: string[] = [];
  try {
    for (const login of target.logins) clients.push(await openCopyClient(login));
    const [owner] = clients;
    if (!owner) throw new Error('a restore needs the login of the owner');
    for (const client of clients) await client.query('begin');
    await owner.query("select set_config('simpul.maintenance', 'restore', true)");
    await refuseFilled(owner);
    const homes = new Map<string, { client: CopyClient; table: Table }>();
    const close: (() => Promise<void>)[] = [];
    for (const client of clients) {
      const tables = await ownTables(client);
      for (const table of tables) homes.set(table.name, { client, table });
      close.push(await openForLoading(client, tables));
    }
    const result: RestoreResult = { tables: 0, rows: 0, files: 0, masterKey: '' };
    const take = async (part: ArchivePart) => {
      if (part.kind === 'table') return loadTable(homes, part);
      if (part.name === masterKeyPart) {
        const wrapped = Buffer.concat(await Array.fromAsync(part.chunks));
        result.masterKey = await unwrapWithRecovery(wrapped, files.identity);
        return;
      }
      written.push(await writeHomeFile(target, part));
      if (!ownParts.includes(part.name)) result.files += 1;
    };
    for (const file of [files.dataFile, files.keysFile]) {
      const manifest = await takeAll(file, files.identity, take);
      const tables = manifest.parts.filter((part) => part.kind === 'table');
      result.tables += tables.length;
      result.rows += tables.reduce((sum, part) => sum + (part.rows ?? 0), 0);
    }
    if (result.masterKey === '') throw new ArchiveError('damaged', 'The keys file holds no master key.');
    for (const put of close) await put();
    for (const client of clients) await restoreSequences(client, data);
    // The owner's tables last: an installation counts as filled only when all is there.
    for (const client of clients.toReversed()) await client.query('commit');
    return result;
  } catch (error) {
    for (const file of written) fs.rmSync(file, { force: true });
    throw error;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function headerOf(file: string, identity: string, kind: ArchiveHeader['kind']): Promise<ArchiveHeader> {
  const { header, parts } = await openArchive(file, identity);
  await parts.return({ parts: [], sha256: '' });
  if (header.kind === kind) return header;
  const other = { data: 'the data', keys: 'the keys' } as const;
  throw new ArchiveError(
    'unsupported',
    `${file} holds ${other[header.kind]}; ${other[kind]} were expected here.`,
  );
}

async function takeAll(
  file: string,
  identity: string,
  take: (part: ArchivePart) => Promise<void>,
): Promise<Manifest> {
  const { parts } = await openArchive(file, identity);
  for (;;) {
    const { value, done } = await parts.next();
    if (done) return value;
    await take(value);
  }
}

async function refuseFilled(owner: CopyClient): Promise<void> {
  const [row] = await owner.query<{ filled: boolean }>(
    `select exists (select from platform.tenant) or exists (select from audit.entry) as filled`,
  );
  if (row?.filled) {
    throw new ArchiveError(
      'not_empty',
      'This database holds data already. Restore into a new home or an empty database.',
    );
  }
}

async function loadTable(
  homes: Map<string, { client: CopyClient; table: Table }>,
  { name, columns = [], chunks }: ArchivePart,
): Promise<void> {
  const home = homes.get(name);
  const missing = columns.filter((column) => !home?.table.columns.includes(column));
  if (!home || missing.length > 0) {
    throw new ArchiveError(
      'table_missing',
      `The database lacks ${[name, ...missing].join(', ')} of the backup.`,
    );
  }
  await home.client.copyFrom(name, columns, chunks);
}

async function restoreSequences(client: CopyClient, data: ArchiveHeader): Promise<void> {
  const mine = await client.query<{ name: string }>(
    "select schemaname || '.' || sequencename as name from pg_sequences where sequenceowner = current_user",
  );
  const names = new Set(mine.map((row) => row.name));
  await setSequences(
    client,
    data.sequences.filter((sequence) => names.has(sequence.name)),
  );
}

/** Files go below the home and nowhere else, whatever their name in the archive. */
async function writeHomeFile(target: RestoreTarget, { name, chunks }: ArchivePart): Promise<string> {
  const place = name === headsPart ? target.headsFile : path.join(target.home, name);
  if (name !== headsPart && !/^files(\/[\w-][\w.-]*)+$/.test(name)) {
    throw new ArchiveError('damaged', 'The backup holds a file of an unknown kind.');
  }
  if (fs.existsSync(place)) {
    throw new ArchiveError('not_empty', `${place} exists already. Restore into a new home.`);
  }
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  await pipeline(
    Readable.from(chunks, { objectMode: false }),
    fs.createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return place;
}
