import { randomUUIDv7 } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { AgencyCode, agencyLevels, agencySectors } from '@simpul/contract/agencies/agency';
import { agencyTypes } from '@simpul/contract/agencies/agency-types';
import { AreaCode } from '@simpul/contract/regions/area';
import { z } from 'zod';
import type { Pool, PoolClient } from '../../platform/db/connect.ts';
import { asMaintenance } from '../../platform/db/maintenance.ts';

const Day = z.iso.date().nullable();
const SeedAgency = z.object({
  code: AgencyCode,
  name: z.string(),
  shortName: z.string().nullable(),
  type: z.enum(agencyTypes),
  level: z.enum(agencyLevels),
  sector: z.enum(agencySectors),
  areaCode: AreaCode,
  parent: AgencyCode.nullable(),
  aliases: z.array(
    z.object({ name: z.string(), kind: z.enum(['rename', 'alias']), from: Day, to: Day, mark: z.string() }),
  ),
  serviceAreas: z.array(AreaCode),
  verified: z.boolean(),
  mark: z.string(),
  note: z.string().nullable(),
});
export type SeedAgency = z.infer<typeof SeedAgency>;

const file = path.join(import.meta.dirname, '../../../seed/agencies.json');

export function readSeedAgencies(): SeedAgency[] {
  const { agencies } = z
    .object({ agencies: z.array(SeedAgency) })
    .parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  return agencies;
}

const related = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** Those that sit in the area of the tenant or serve it, and whom they belong to. */
export function agenciesOf(all: readonly SeedAgency[], tenant: string): SeedAgency[] {
  const byCode = new Map(all.map((a) => [a.code, a]));
  const taken = new Set<string>();
  const take = (a: SeedAgency) => {
    taken.add(a.code);
    const parent = a.parent === null ? undefined : byCode.get(a.parent);
    if (parent && !taken.has(parent.code)) take(parent);
  };
  for (const a of all) if ([a.areaCode, ...a.serviceAreas].some((code) => related(code, tenant))) take(a);
  return all.filter((a) => taken.has(a.code));
}

const markOf = (verified: boolean, mark: string) => (mark === 'M' || !verified ? 'memory' : 'verified');
const basisOf = (mark: string) =>
  mark === 'M' ? 'Daftar awal Simpul, dari ingatan' : `Daftar awal Simpul, sumber ${mark}`;
const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

interface SeedName {
  kind: 'official' | 'alias';
  name: string;
  short: string | null;
  from: string | null;
  to: string | null;
  mark: string;
}

/** Former official names end where the file says; the name of today begins the day after the last of them. */
export function namesOf(a: SeedAgency): SeedName[] {
  const former = a.aliases.filter((x) => x.kind === 'rename');
  const ends = former.flatMap((x) => (x.to === null ? [] : [x.to])).sort();
  const last = ends.at(-1);
  return [
    {
      kind: 'official',
      name: a.name,
      short: a.shortName,
      from: last === undefined ? null : dayAfter(last),
      to: null,
      mark: a.mark,
    },
    ...a.aliases.map((x): SeedName => ({
      kind: x.kind === 'rename' && x.to !== null ? 'official' : 'alias',
      name: x.name,
      short: null,
      from: x.from,
      to: x.to,
      mark: x.mark,
    })),
  ];
}

async function insertAgency(client: PoolClient, tenant: string, a: SeedAgency): Promise<void> {
  const id = randomUUIDv7();
  const made = await client.query(
    `insert into agencies.agency (id, tenant, code, type, level, sector, area_code, mark, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (tenant, code) do nothing returning id`,
    [id, tenant, a.code, a.type, a.level, a.sector, a.areaCode, markOf(a.verified, a.mark), a.note],
  );
  if (made.rows.length === 0) return;
  const names = namesOf(a);
  await client.query(
    `insert into agencies.agency_name (id, tenant, agency, kind, name, short_name, valid_from, valid_to, basis, mark)
     select n.id, $1, $2, n.kind, n.name, n.short, n.f, n.t, n.basis, n.mark
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[], $9::text[], $10::text[])
         n (id, kind, name, short, f, t, basis, mark)`,
    [
      tenant,
      id,
      names.map(() => randomUUIDv7()),
      names.map((n) => n.kind),
      names.map((n) => n.name),
      names.map((n) => n.short),
      names.map((n) => n.from),
      names.map((n) => n.to),
      names.map((n) => basisOf(n.mark)),
      names.map((n) => markOf(true, n.mark)),
    ],
  );
  await client.query(
    `insert into agencies.service_area (id, tenant, agency, area_code, basis)
     select n.id, $1, $2, n.area, $3 from unnest($4::uuid[], $5::text[]) n (id, area)`,
    [tenant, id, basisOf(a.mark), a.serviceAreas.map(() => randomUUIDv7()), a.serviceAreas],
  );
}

/**
 * Gives a tenant the organisations known for its area, as the owner, where it does not have them yet; what a person
 * changed afterwards stays. Answers the ids by code. The same for a demonstration and for an office.
 */
export async function seedAgencies(owner: Pool, tenant: string): Promise<Map<string, string>> {
  const agencies = agenciesOf(readSeedAgencies(), tenant);
  return asMaintenance(owner, 'migrate', async (client) => {
    for (const a of agencies) await insertAgency(client, tenant, a);
    await client.query(
      `update agencies.agency a set parent = p.id
         from unnest($2::text[], $3::text[]) n (code, parent)
         join agencies.agency p on p.tenant = $1 and p.code = n.parent
        where a.tenant = $1 and a.code = n.code and a.parent is null and a.created_by is null and a.version = 1`,
      [tenant, agencies.map((a) => a.code), agencies.map((a) => a.parent)],
    );
    const found = await client.query('select code, id from agencies.agency where tenant = $1', [tenant]);
    return new Map(found.rows.map((r) => [r.code as string, r.id as string]));
  });
}
