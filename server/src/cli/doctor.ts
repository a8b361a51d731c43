import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { headsFileOf } from '../platform/audit/heads.ts';
import { KeyError } from '../platform/crypto/key-error.ts';
import { sharesDisk } from '../platform/crypto/master-key-file.ts';
import { masterVersionsInUse } from '../platform/crypto/rotate.ts';
import { asMaintenance } from '../platform/db/maintenance.ts';
import { readMigrations } from '../platform/db/migrate.ts';
import { CliError } from './cli-error.ts';
import { homeOf } from './home.ts';
import { existingMasterKey, keySourceOf, reachDatabase, type Reached } from './reach-database.ts';
import { recipientFile } from './recovery-key.ts';

interface Check {
  level: 'ok' | 'warning' | 'error';
  text: string;
}
const ok = (text: string): Check => ({ level: 'ok', text });
const warning = (text: string): Check => ({ level: 'warning', text });
const failure = (text: string): Check => ({ level: 'error', text });

/** `simpul doctor`: what an operator should know before it hurts. Ends with 1 on an error, not on a warning. */
export async function doctor(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { home: { type: 'string' }, demo: { type: 'boolean' } } });
  const home = homeOf(values.demo ? 'demo' : 'office', values.home);
  if (!process.env['DATABASE_URL'] && !fs.existsSync(path.join(home, 'pg'))) throw nothingHere(home, values);
  const checks = [
    ...(await checkKeys(home)),
    checkRecovery(home),
    checkHeads(home),
    ...(await checkDatabase(home)),
  ];
  for (const { level, text } of checks) process.stdout.write(`${level.padEnd(7)}  ${text}\n`);
  if (checks.some((check) => check.level === 'error')) process.exitCode = 1;
}

/** Nothing is wrong where nothing was installed: the demonstration lies elsewhere. */
function nothingHere(home: string, { demo, home: named }: { demo?: boolean; home?: string }): CliError {
  const other =
    demo || named ? 'Name another home with --home.' : 'The demonstration: npx simpul doctor --demo';
  return new CliError(`There is no installation in ${home}, so there is nothing to check. ${other}`);
}

async function checkKeys(home: string): Promise<Check[]> {
  const source = keySourceOf(home);
  try {
    const master = await existingMasterKey(home);
    const found = ok(`Master key: version ${master.current}, from ${source.kind}.`);
    if (source.kind !== 'file') return [found];
    const shared = sharesDisk(source.path, home);
    return shared
      ? [
          found,
          warning(
            `The master key ${source.path} and the data share a disk: whoever takes the disk takes both. Set SIMPUL_MASTER_KEY_FILE to another disk, or SIMPUL_MASTER_KEY_COMMAND to a key service.`,
          ),
        ]
      : [found, ok('Master key and data lie on two disks.')];
  } catch (error) {
    if (error instanceof KeyError) return [failure(error.message)];
    throw error;
  }
}

function checkRecovery(home: string): Check {
  return fs.existsSync(recipientFile(home))
    ? ok('Backups have a recovery key.')
    : warning('There is no recovery key, so no backup can be made: npx simpul recovery-key');
}

function checkHeads(home: string): Check {
  const file = headsFileOf(home);
  return fs.existsSync(file)
    ? ok(`Heads of the audit trail: ${file}. Copy it to another machine now and then.`)
    : warning('No head of the audit trail was recorded yet: a cut-off end could not be noticed.');
}

async function checkDatabase(home: string): Promise<Check[]> {
  let reached: Reached | undefined;
  try {
    reached = await reachDatabase(home);
    const { rows } = await asMaintenance(reached.owner, 'backup', (client) =>
      client.query<{ version: string; last: string | null }>(
        "select current_setting('server_version') as version, (select max(name) from platform.migration) as last",
      ),
    );
    const last = readMigrations().at(-1)?.name;
    const found = rows[0];
    const used = await masterVersionsInUse(reached.owner);
    return [
      ok(`PostgreSQL ${found?.version}.`),
      found?.last === last
        ? ok(`The tables are those of this version (${last}).`)
        : warning(`The tables stand at ${found?.last ?? 'nothing'}; the next start brings them to ${last}.`),
      used.wrapping.length > 1
        ? warning('Some tenant keys are under an older master key: npx simpul keys rotate-master')
        : ok('All tenant keys are under one version of the master key.'),
    ];
  } catch (error) {
    return [failure(error instanceof Error ? error.message : 'The database does not answer.')];
  } finally {
    await reached?.close();
  }
}
