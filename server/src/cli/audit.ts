import { parseArgs } from 'node:util';
import { headsFileOf } from '../platform/audit/heads.ts';
import type { Finding, FindingKind } from '../platform/audit/verifier.ts';
import { verifyAudit } from '../platform/audit/verify.ts';
import { CliError } from './cli-error.ts';
import { homeOf } from './home.ts';
import { existingMasterKey, reachDatabase } from './reach-database.ts';

const meaning: Record<FindingKind, string> = {
  changed: 'baris diubah sesudah disegel / the row was changed after it was sealed',
  removed: 'baris hilang / rows are missing',
  chain_broken: 'urutan tidak cocok / the order does not fit, or a row was slipped in',
  cut_tail: 'ujung catatan dipotong / the end of the trail was cut off',
  head_mismatch: 'berbeda dari kepala rantai yang dicatat / not the chain whose head was recorded',
  unsealed: 'belum disegel / never sealed',
  backdated: 'tanggal dimundurkan / claims to be older than what was sealed before it',
  old_key: 'disegel dengan kunci lama / sealed with a retired key',
  unknown_key: 'versi kunci tidak dikenal / sealed under a key version that is not at hand',
};

/** `simpul audit verify`: ends with 1 where anything does not fit. */
export async function audit(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { home: { type: 'string' }, demo: { type: 'boolean' }, heads: { type: 'string' } },
  });
  if (positionals[0] !== 'verify')
    throw new CliError('Usage: npx simpul audit verify [--home DIR] [--heads FILE]', 2);
  const home = homeOf(values.demo ? 'demo' : 'office', values.home);
  const reached = await reachDatabase(home);
  try {
    const master = await existingMasterKey(home);
    const heads = values.heads ?? headsFileOf(home);
    const verdict = await verifyAudit(reached.login('simpul_worker'), master, heads);
    for (const finding of verdict.findings) process.stdout.write(`${line(finding)}\n`);
    const more = verdict.total - verdict.findings.length;
    if (more > 0) process.stdout.write(`... ${more} lagi / more\n`);
    process.stdout.write(`${verdict.rows} rows sealed, ${verdict.total} findings.\n`);
    if (verdict.total > 0) process.exitCode = 1;
  } finally {
    await reached.close();
  }
}

function line({ kind, position, entryId, count }: Finding): string {
  const where = [
    position === undefined ? '' : `#${position}`,
    entryId === undefined ? '' : `entry ${entryId}`,
    count === undefined || count === 1 ? '' : `${count} rows`,
  ].filter((part) => part !== '');
  return `${kind} ${where.join(', ')}: ${meaning[kind]}`;
}
