import { createHash } from 'node:crypto';
import { storedKey } from '@simpul/contract/regions/rules';
import type { Pool, PoolClient } from '../../platform/db/connect.ts';
import { asMaintenance } from '../../platform/db/maintenance.ts';
import { type AreaDataset, parseAreaFiles, readAreaFiles } from './area-dataset.ts';
import { knownAliases, knownOverlays, knownSuccessions } from './known-areas.data.ts';

const chunk = 20_000;
const source = (set: { name: string; version: string }) => `${set.name} ${set.version}`;

/** Names that the list now in the database gives another name become former names before they are overwritten. */
async function keepFormerNames(client: PoolClient, set: AreaDataset): Promise<void> {
  await client.query(
    `insert into regions.area_alias (code, name, search_key, kind, basis, mark)
     select a.code, a.name, a.search_key, 'former', a.source, 'verified'
       from unnest($1::text[], $2::text[]) n (code, search_key)
       join regions.area a on a.code = n.code collate "C"
      where a.search_key <> n.search_key collate "C"
     on conflict do nothing`,
    [set.codes, set.keys],
  );
}

async function insertAreas(client: PoolClient, set: AreaDataset, onConflict: string): Promise<void> {
  for (let from = 0; from < set.codes.length; from += chunk)
    await client.query(
      `insert into regions.area (code, name, search_key, source)
       select n.code, n.name, n.search_key, $4 from unnest($1::text[], $2::text[], $3::text[]) n (code, name, search_key)
       ${onConflict}`,
      [...[set.codes, set.names, set.keys].map((c) => c.slice(from, from + chunk)), source(set)],
    );
}

/** Building an index once over 91,000 rows takes a third of growing it row by row; the migration stays its only home. */
async function withoutIndexes(client: PoolClient, work: () => Promise<void>): Promise<void> {
  const found = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = 'regions.area'::regclass and not i.indisunique`,
  );
  const indexes = found.rows as { name: string; definition: string }[];
  for (const i of indexes) await client.query(`drop index ${i.name}`);
  await work();
  for (const i of indexes) await client.query(i.definition);
}

async function updateAreas(client: PoolClient, set: AreaDataset): Promise<void> {
  await keepFormerNames(client, set);
  await insertAreas(
    client,
    set,
    `on conflict (code) do update
       set name = excluded.name, search_key = excluded.search_key, source = excluded.source, valid_to = null`,
  );
  // The list names no day for what it drops: the day it was loaded is the last one known.
  await client.query(
    `update regions.area set valid_to = current_date
      where valid_to is null and source like $1 || ' %' and code <> all ($2::text[])`,
    [set.name, set.codes],
  );
}

async function refuseOrphans(client: PoolClient): Promise<void> {
  const found = await client.query(
    `select parent as code from regions.area where parent is not null
     except select code from regions.area order by 1 limit 5`,
  );
  if (found.rows.length > 0)
    throw new Error(`Areas above that are missing: ${found.rows.map((r) => String(r.code)).join(', ')}`);
}

/** Codes of former days become areas that have ended, so that old records can keep them. */
async function loadSuccessions(client: PoolClient): Promise<void> {
  const s = knownSuccessions;
  const ended = s.filter((x) => x.kind === 'move');
  await client.query(
    `insert into regions.area (code, name, search_key, valid_to, source)
     select n.code, n.name, n.search_key, n.on_date - 1, n.basis
       from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::text[]) n (code, name, search_key, on_date, basis)
     on conflict (code) do nothing`,
    [
      ended.map((x) => x.oldCode),
      ended.map((x) => x.oldName),
      ended.map((x) => storedKey(x.oldCode, x.oldName)),
      ended.map((x) => x.date),
      ended.map((x) => x.basis),
    ],
  );
  await client.query('delete from regions.area_succession');
  await client.query(
    `insert into regions.area_succession (old_code, new_code, on_date, kind, old_name, basis, mark)
     select n.*, 'memory' from unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::text[], $6::text[]) n`,
    [
      s.map((x) => x.oldCode),
      s.map((x) => x.newCode),
      s.map((x) => x.date),
      s.map((x) => x.kind),
      s.map((x) => x.oldName),
      s.map((x) => x.basis),
    ],
  );
  await client.query(
    `update regions.area a set valid_from = s.on_date
       from regions.area_succession s where s.new_code = a.code and a.valid_from is null`,
  );
}

async function loadAliases(client: PoolClient): Promise<void> {
  const a = knownAliases;
  await client.query("delete from regions.area_alias where mark = 'memory'");
  await client.query(
    `insert into regions.area_alias (code, name, search_key, kind, basis, mark)
     select n.*, 'memory' from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) n
     on conflict do nothing`,
    [
      a.map((x) => x.code),
      a.map((x) => x.name),
      a.map((x) => storedKey(x.code, x.name)),
      a.map((x) => x.kind),
      a.map((x) => x.basis),
    ],
  );
}

async function loadOverlays(client: PoolClient): Promise<void> {
  await client.query('delete from regions.area_overlay_member');
  await client.query('delete from regions.area_overlay');
  for (const o of knownOverlays) {
    await client.query(
      "insert into regions.area_overlay (code, name, kind, basis, mark) values ($1, $2, $3, $4, 'memory')",
      [o.code, o.name, o.kind, o.basis],
    );
    await client.query(
      `insert into regions.area_overlay_member (overlay, area, mark)
       select $1, n.code, 'memory' from unnest($2::text[]) n (code)`,
      [o.code, o.members],
    );
  }
}

const hashOfKnown = () =>
  createHash('sha256')
    .update(JSON.stringify([knownAliases, knownOverlays, knownSuccessions]))
    .digest('hex');

/** Loads one list of areas; a later list ends what it no longer holds and keeps former names findable. */
export async function loadAreaDataset(
  client: PoolClient,
  set: AreaDataset,
  sha256 = set.sha256,
): Promise<void> {
  const empty = (await client.query('select not exists (select 1 from regions.area) as empty')).rows[0]
    .empty as boolean;
  await (empty ? withoutIndexes(client, () => insertAreas(client, set, '')) : updateAreas(client, set));
  const n = (length: number) => set.codes.filter((code) => code.length === length).length;
  await client.query(
    `insert into regions.dataset (code, version, sha256, licence, decree, url, provinces, regencies, districts, villages)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (code) do update set version = excluded.version, sha256 = excluded.sha256,
       licence = excluded.licence, decree = excluded.decree, url = excluded.url, provinces = excluded.provinces,
       regencies = excluded.regencies, districts = excluded.districts, villages = excluded.villages, loaded_at = now()`,
    [set.name, set.version, sha256, set.licence, set.decree, set.url, n(2), n(5), n(8), n(13)],
  );
}

/** Keeps the areas in step with the package idn-area-data and the known names; does nothing when nothing changed. */
export async function loadAreas(owner: Pool): Promise<void> {
  const files = readAreaFiles();
  const sha256 = createHash('sha256').update(`${files.sha256} ${hashOfKnown()}`).digest('hex');
  const loaded = await asMaintenance(owner, 'migrate', async (client) => {
    const known = await client.query('select sha256 from regions.dataset where code = $1', ['idn-area-data']);
    if (known.rows[0]?.sha256 === sha256) return false;
    await loadAreaDataset(client, parseAreaFiles(files), sha256);
    await loadSuccessions(client);
    await loadAliases(client);
    await loadOverlays(client);
    await refuseOrphans(client);
    return true;
  });
  if (loaded) await owner.query('analyze regions.area');
}
