import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { addressFromUrl, openPool } from '../platform/db/connect.ts';
import { setupLogins } from '../platform/db/setup.ts';
import { CliError } from './cli-error.ts';
import { homeOf, loginsFile } from './home.ts';

/** Makes (or renews) the four logins in the database of DATABASE_URL and keeps their passwords in the home. */
export async function setupDb(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { home: { type: 'string' }, demo: { type: 'boolean' } } });
  const url = process.env['DATABASE_URL'];
  if (!url)
    throw new CliError(
      'Set DATABASE_URL to the owner of an empty database, for example postgres://simpul_owner:secret@localhost:5432/simpul',
    );
  const home = homeOf(values.demo ? 'demo' : 'office', values.home);
  const { address, user } = addressFromUrl(url);
  const owner = openPool(address, user, 1);
  try {
    const passwords = await setupLogins(owner, { passwords: true });
    fs.mkdirSync(home, { recursive: true, mode: 0o700 });
    fs.writeFileSync(loginsFile(home), JSON.stringify(passwords, null, 2), { mode: 0o600 });
    process.stdout.write(`Logins made; their passwords are in ${loginsFile(home)}.\n`);
  } finally {
    await owner.end();
  }
}
