import { parseArgs } from 'node:util';
import { masterVersionsInUse, rotateMaster, rotateTenant } from '../platform/crypto/rotate.ts';
import { CliError } from './cli-error.ts';
import { homeOf } from './home.ts';
import { existingMasterKey, keySourceOf, reachDatabase } from './reach-database.ts';

const usage = 'Usage: npx simpul keys rotate-master | rotate-tenant CODE | status [--home DIR]';

/** Rotation re-wraps keys and touches no data. Restart the server afterwards; take a backup. */
export async function keys(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { home: { type: 'string' }, demo: { type: 'boolean' } },
  });
  const [act, tenant] = positionals;
  const home = homeOf(values.demo ? 'demo' : 'office', values.home);
  const reached = await reachDatabase(home);
  try {
    const master = await existingMasterKey(home);
    if (act === 'rotate-master') {
      const done = await rotateMaster(reached.owner, { source: keySourceOf(home), master });
      process.stdout.write(
        `Version ${done.master.current} of the master key wraps ${done.rewrapped} tenant keys. Restart the server.\n`,
      );
    } else if (act === 'rotate-tenant' && tenant) {
      const done = await rotateTenant(reached.owner, { master, tenant });
      process.stdout.write(
        `Version ${done.version} of the key of ${tenant} wraps ${done.rewrapped} data keys.\n`,
      );
    } else if (act === 'status') {
      const used = await masterVersionsInUse(reached.owner);
      process.stdout.write(
        `Master key: version ${master.current} is current. Wrapping: ${used.wrapping.join(', ') || 'none'}. Needed to verify the audit trail: ${used.sealing.join(', ') || 'none'}.\n`,
      );
    } else throw new CliError(usage, 2);
  } finally {
    await reached.close();
  }
}
