import path from 'node:path';
import { parseArgs } from 'node:util';
import { headsFileOf } from '../platform/audit/heads.ts';
import { countFiles, exportBackup } from '../platform/backup/export.ts';
import { systemClock } from '../platform/clock.ts';
import { CliError } from './cli-error.ts';
import { homeOf } from './home.ts';
import { existingMasterKey, reachDatabase } from './reach-database.ts';
import { readRecipient } from './recovery-key.ts';

/** `simpul backup FOLDER`: while the server runs or stands still, embedded or external. */
export async function backup(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { home: { type: 'string' }, demo: { type: 'boolean' } },
  });
  const [folder] = positionals;
  if (!folder) throw new CliError('Name the folder of the backup: npx simpul backup FOLDER', 2);
  const home = homeOf(values.demo ? 'demo' : 'office', values.home);
  const recipient = readRecipient(home);
  const reached = await reachDatabase(home);
  try {
    const master = await existingMasterKey(home);
    const logins = [reached.owner, reached.login('simpul_auth'), reached.login('simpul_worker')];
    const source = { logins, home, headsFile: headsFileOf(home), master, clock: systemClock };
    const done = await exportBackup(source, { folder: path.resolve(folder), recipient });
    const parts = [...done.data.parts, ...done.keys.parts];
    const rows = parts.reduce((sum, part) => sum + (part.rows ?? 0), 0);
    const tables = parts.filter((part) => part.kind === 'table').length;
    process.stdout.write(`${tables} tables, ${rows} rows, ${countFiles(done)} files.\n`);
    process.stdout.write(`Data: ${done.dataFile}\nKeys: ${done.keysFile} (keep only the latest)\n`);
    if (done.missingFiles.length > 0) {
      throw new CliError(`${done.missingFiles.length} files are known to the database and not on the disk.`);
    }
  } finally {
    await reached.close();
  }
}
