import type { AgencyDetail, AgencyName, AgencyRow, AgencyUnit } from '@simpul/contract/agencies/agency';
import type { agencySorts } from '@simpul/contract/agencies/routes';
import { countCap } from '@simpul/contract/paging';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { areaNames } from '../regions/index.ts';
import { nameOn, todayOf } from './names.ts';
import { agencyAbilities, listAbilities } from './policy.ts';

interface ListInput {
  text?: string | undefined;
  level?: string | undefined;
  type?: string | undefined;
  sector?: string | undefined;
  seat?: string | undefined;
  serves?: string | undefined;
  state?: string | undefined;
  sort: (typeof agencySorts)[number];
  descending: boolean;
  cursor?: string | undefined;
  limit: number;
}
type Row = Omit<AgencyRow, 'area' | 'serviceAreas'> & { areaCode: string; serviceAreas: string[] };

const fields = (day: string) => `
  a.id, a.code, n.name, n.short_name as "shortName", a.type, a.level, a.sector, a.area_code as "areaCode",
  a.state, a.mark, a.version,
  (select coalesce(array_agg(s.area_code order by s.area_code), '{}') from agencies.service_area s
    where s.agency = a.id and ${areaHolds(day)}) as "serviceAreas"`;
const areaHolds = (day: string) =>
  `s.superseded_at is null and coalesce(s.valid_from, '-infinity') <= ${day}::date
   and coalesce(s.valid_to, 'infinity') >= ${day}::date`;

/** Sort keys; the level ranks as people read it: nation first. */
const order: Record<ListInput['sort'], string> = {
  name: 'lower(n.name)',
  level: `array_position(array['national', 'province', 'regency', 'district', 'village'], a.level) || ' ' || lower(n.name)`,
  area: `a.area_code || ' ' || lower(n.name)`,
};

const encodeCursor = (key: string, id: string) =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');
function decodeCursor(cursor: string | undefined): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('invalid', {
    errors: [{ path: 'cursor', code: 'cursor', message: 'Start again from the first page.' }],
  });
}

/** A page of organisations under their names of today. */
export async function listAgencies(ctx: Ctx, input: ListInput) {
  const [afterKey, afterId] = decodeCursor(input.cursor);
  const [past, way] = input.descending ? ['<', 'desc'] : ['>', 'asc'];
  const found = await ctx.client.query(
    `with hit as (
       select ${fields('$1')}, (${order[input.sort]}) collate "C" as key
         from agencies.agency a ${nameOn('$1')}
        where ($2::text is null or a.level = $2) and ($3::text is null or a.type = $3)
          and ($4::text is null or a.sector = $4) and ($5::text is null or a.state = $5)
          and ($6::text is null or a.area_code = $6 or a.area_code like $6 || '.%')
          and ($7::text is null or exists (
            select 1 from agencies.service_area s
             where s.agency = a.id and ${areaHolds('$1')}
               and ($7 = s.area_code or $7 like s.area_code || '.%' or s.area_code like $7 || '.%')))
          and ($8::text is null or a.code = lower($8) or exists (
            select 1 from agencies.agency_name t
             where t.agency = a.id and t.superseded_at is null
               and strpos(lower(t.name || ' ' || coalesce(t.short_name, '')), lower($8)) > 0)))
     select *, (select count(*) from (select 1 from hit limit ${countCap + 1}) c)::int as total
from hit where $9::text is null or (key, id) ${past} ($9, $10::uuid) order by key ${way}, id ${way} limit $11`,
    [
      todayOf(ctx),
      input.level ?? null,
      input.type ?? null,
      input.sector ?? null,
      input.state ?? null,
      input.seat ?? null,
      input.serves ?? null,
      input.text || null,
      afterKey,
      afterId,
      input.limit + 1,
    ],
  );
  const rows = found.rows as (Row & { key: string; total: number })[];
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: await withAreas(ctx, shown),
    nextCursor: rows.length > input.limit && last ? encodeCursor(last.key, last.id) : null,
    total: rows[0]?.total ?? 0,
    abilities: listAbilities(ctx),
  };
}

async function withAreas(ctx: Ctx, rows: Row[]): Promise<AgencyRow[]> {
  const names = await areaNames(
    ctx,
    rows.flatMap((r) => [r.areaCode, ...r.serviceAreas]),
  );
  const named = (code: string) => ({ code, name: names.get(code) ?? code });
  return rows.map((r) => ({
    id: r.id,
    code: r.code,
    name: r.name,
    shortName: r.shortName,
    type: r.type,
    level: r.level,
    sector: r.sector,
    area: named(r.areaCode),
    serviceAreas: r.serviceAreas.map(named),
    state: r.state,
    mark: r.mark,
    version: r.version,
  }));
}

type DetailRow = Row & Pick<AgencyDetail, 'note' | 'closedOn' | 'closedBasis'> & { parent: string | null };

/** One organisation under its name of a day (today when none is given), with its whole history. */
export async function getAgency(
  ctx: Ctx,
  { id, on }: { id: string; on?: string | undefined },
): Promise<AgencyDetail> {
  const day = on ?? todayOf(ctx);
  const found = await ctx.client.query(
    `select ${fields('$2')}, a.note, a.closed_on as "closedOn", a.closed_basis as "closedBasis", a.parent
       from agencies.agency a ${nameOn('$2')} where a.id = $1`,
    [id, day],
  );
  const row = found.rows[0] as DetailRow | undefined;
  if (!row) throw new AppError('not_found');
  const [base] = await withAreas(ctx, [row]);
  if (!base) throw new AppError('not_found');
  const relatives = await ctx.client.query(
    `select a.id, n.name, a.id = $2 as parent from agencies.agency a ${nameOn('$3')}
      where a.id = $2 or (a.parent = $1 and a.state = 'active') order by n.name`,
    [id, row.parent, day],
  );
  const family = relatives.rows as { id: string; name: string; parent: boolean }[];
  return {
    ...base,
    on: day,
    note: row.note,
    closedOn: row.closedOn,
    closedBasis: row.closedBasis,
    parent: family.filter((f) => f.parent).map((f) => ({ id: f.id, name: f.name }))[0] ?? null,
    children: family.filter((f) => !f.parent).map((f) => ({ id: f.id, name: f.name })),
    names: await listNames(ctx, id),
    areaHistory: await listAreaHistory(ctx, id),
    units: await listUnits(ctx, id),
    abilities: agencyAbilities(ctx, row),
  };
}

async function listNames(ctx: Ctx, id: string): Promise<AgencyName[]> {
  const found = await ctx.client.query(
    `select kind, name, short_name as "shortName", valid_from as "from", valid_to as "to", basis, mark
       from agencies.agency_name where agency = $1 and superseded_at is null
      order by kind desc, valid_to desc nulls first, valid_from desc nulls last, name`,
    [id],
  );
  return found.rows as AgencyName[];
}

async function listAreaHistory(ctx: Ctx, id: string): Promise<AgencyDetail['areaHistory']> {
  const found = await ctx.client.query(
    `select area_code as code, valid_from as "from", valid_to as "to", basis from agencies.service_area
      where agency = $1 and superseded_at is null order by valid_to desc nulls first, valid_from desc nulls last, area_code`,
    [id],
  );
  const rows = found.rows as Omit<AgencyDetail['areaHistory'][number], 'name'>[];
  const names = await areaNames(
    ctx,
    rows.map((r) => r.code),
  );
  return rows.map((r) => ({ ...r, name: names.get(r.code) ?? r.code }));
}

async function listUnits(ctx: Ctx, id: string): Promise<AgencyUnit[]> {
  const found = await ctx.client.query(
    `select id, name, valid_from as "from", valid_to as "to", basis from agencies.service_unit
      where agency = $1 order by valid_to desc nulls first, name`,
    [id],
  );
  return found.rows as AgencyUnit[];
}
