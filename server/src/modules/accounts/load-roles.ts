import { createHash } from 'node:crypto';
import { roles, systemRole } from '@simpul/contract/accounts/roles';
import { asMaintenance } from '../../platform/db/maintenance.ts';
import type { Pool } from '../../platform/db/connect.ts';

const all = [...roles, systemRole];

/** Keeps accounts.role and role_capability in step with the contract's table of roles. */
export async function loadRoles(owner: Pool): Promise<void> {
  const wanted = all.flatMap((r) => r.capabilities.map((c) => `${r.code} ${c}`)).sort();
  const hash = createHash('sha256').update(wanted.join('\n')).digest('hex');
  await asMaintenance(owner, 'migrate', async (client) => {
    const now = await client.query(
      "select encode(sha256(convert_to(coalesce(string_agg(role || ' ' || capability, E'\\n' order by (role || ' ' || capability) collate \"C\"), ''), 'UTF8')), 'hex') as hash from accounts.role_capability",
    );
    if (now.rows[0].hash === hash) return;
    await client.query(
      `insert into accounts.role (code, label_id, label_en)
       select * from unnest($1::text[], $2::text[], $3::text[])
       on conflict (code) do update set label_id = excluded.label_id, label_en = excluded.label_en`,
      [all.map((r) => r.code), all.map((r) => r.label.id), all.map((r) => r.label.en)],
    );
    await client.query('delete from accounts.role_capability');
    await client.query(
      `insert into accounts.role_capability (role, capability) select * from unnest($1::text[], $2::text[])`,
      [all.flatMap((r) => r.capabilities.map(() => r.code)), all.flatMap((r) => [...r.capabilities])],
    );
  });
}
