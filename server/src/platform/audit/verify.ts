import { subKey, type MasterKey } from '../crypto/master-key.ts';
import type { Pool } from '../db/connect.ts';
import { readHeads } from './heads.ts';
import { createVerifier, type Verdict } from './verifier.ts';

interface CanonicalRow {
  entry_id: number;
  fields: (string | null)[] | null;
  position: number;
  row_mac: Buffer;
  chain_mac: Buffer;
  key_version: number;
  sealed_at_us: number;
  written_at_us: number | null;
}

const pageRows = 2_000;

/**
 * Reads the whole trail as simpul_worker and tells what does not fit: `simpul audit verify`. Rows that have
 * waited longer than `sealWithin` for the sealer count as unsealed.
 */
export async function verifyAudit(
  pool: Pool,
  master: MasterKey,
  headsFile: string,
  { sealWithin = '1 minute' }: { sealWithin?: string } = {},
): Promise<Verdict> {
  const verifier = createVerifier(
    (version) => (master.versions.has(version) ? subKey(master, 'audit', version) : null),
    readHeads(headsFile),
  );
  for (let after = 0; ;) {
    const page = await pool.query<CanonicalRow>('select * from audit.sealed_rows($1, $2)', [after, pageRows]);
    for (const row of page.rows) {
      verifier.push({
        position: row.position,
        entryId: row.entry_id,
        fields: row.fields,
        rowMac: row.row_mac,
        chainMac: row.chain_mac,
        keyVersion: row.key_version,
        sealedAtUs: row.sealed_at_us,
        writtenAtUs: row.written_at_us,
      });
      after = row.position;
    }
    if (page.rows.length < pageRows) break;
  }
  const waiting = await pool.query<{ entry_id: number }>(
    'select entry_id from audit.rows_without_seal($1, $2)',
    [sealWithin, 1_000],
  );
  for (const row of waiting.rows) verifier.found({ kind: 'unsealed', entryId: row.entry_id });
  return verifier.finish();
}
