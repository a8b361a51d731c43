import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { headsFileOf } from '../platform/audit/heads.ts';
import { keysFileName } from '../platform/backup/export.ts';
import { inspectBackup, restoreBackup, type BackupFiles } from '../platform/backup/restore.ts';
import { recipientOf } from '../platform/backup/recovery-key.ts';
import { loadMasterKey, formatMasterKey, parseMasterKey } from '../platform/crypto/master-key.ts';
import { makeMasterKeyFile } from '../platform/crypto/master-key-file.ts';
import { prepareTables } from '../prepare.ts';
import { CliError } from './cli-error.ts';
import { homeOf } from './home.ts';
import { keySourceOf, reachDatabase } from './reach-database.ts';
import { readIdentity, recipientFile } from './recovery-key.ts';

/** `simpul restore DATA-FILE [--keys FILE] --home NEW-HOME`: into an empty home or an empty DATABASE_URL. */
export async function restore(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { home: { type: 'string' }, keys: { type: 'string' }, demo: { type: 'boolean' } },
  });
  const [dataFile] = positionals;
  if (!dataFile)
    throw new CliError('Name the backup: npx simpul restore DATA-FILE [--keys FILE] --home NEW-HOME', 2);
  const home = homeOf(values.demo ? 'demo' : 'office', values.home);
  const keysFile = values.keys ?? path.join(path.dirname(dataFile), keysFileName);
  const done = await restoreHome(home, { dataFile, keysFile, identity: await readIdentity() });
  process.stdout.write(
    `${done.tables} tables, ${done.rows} rows, ${done.files} files are back in ${home}.\n`,
  );
  process.stdout.write(
    'Sign-in starts anew: every session ended, and second factors are to be enrolled again.\n',
  );
}

/** The tables as they stood at the backup, then its rows, files and master key. The next start migrates on. */
export async function restoreHome(
  home: string,
  files: BackupFiles,
): Promise<{ tables: number; rows: number; files: number }> {
  const { data } = await inspectBackup(files);
  const embedded = !process.env['DATABASE_URL'];
  if (embedded && fs.existsSync(path.join(home, 'pg'))) {
    throw new CliError(`${home} holds an installation already. Restore into a new home.`);
  }
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  const reached = await reachDatabase(home, { make: true });
  try {
    await prepareTables(reached.target, reached.owner, { setup: embedded, upTo: data.migration });
    const logins = [reached.owner, reached.login('simpul_auth'), reached.login('simpul_worker')];
    const done = await restoreBackup({ logins, home, headsFile: headsFileOf(home) }, files);
    fs.writeFileSync(recipientFile(home), `${await recipientOf(files.identity)}\n`, { mode: 0o600 });
    await keepMasterKey(home, done.masterKey);
    return done;
  } finally {
    await reached.close();
  }
}

/** Into the key file; where the key comes from the environment or a command, it must be this one. */
async function keepMasterKey(home: string, text: string): Promise<void> {
  const source = keySourceOf(home);
  if (source.kind === 'file') return makeMasterKeyFile(source.path, text);
  const given = await loadMasterKey(source, { mayMake: false });
  if (formatMasterKey(given) === formatMasterKey(parseMasterKey(text, 'backup'))) return;
  const file = path.join(home, 'restored-master.key');
  makeMasterKeyFile(file, text);
  throw new CliError(
    `The data is restored, but the key source holds another master key than the backup. The right one is in ${file}: move it to the key source and delete the file.`,
  );
}
