import type { LegalParameter, ParameterUnit } from '@simpul/contract/duties/legal-parameter';
import { type DayUnitChoice, dayUnitChoices, inForce } from '@simpul/contract/duties/rules';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import type { Term } from './deadline.ts';

interface ParameterRow {
  key: string;
  version: number;
  origin: 'reference' | 'tenant';
  row_no: number | null;
  title_id: string;
  title_en: string;
  value: number | null;
  text: string | null;
  unit: ParameterUnit;
  direction: LegalParameter['direction'];
  holder_id: string | null;
  holder_en: string | null;
  basis: string;
  mark: LegalParameter['mark'];
  mark_ref: string | null;
  note: string | null;
  valid_from: string;
  valid_to: string | null;
  checked_by: string | null;
  checked_by_name: string | null;
  checked_at: Date | null;
  source: string | null;
}

const versionsSql = `
  with version as (
    select key, version, 'reference' as origin, row_no, title_id, title_en, value, text, unit, direction,
           holder_id, holder_en, basis, mark, mark_ref, note, valid_from, valid_to
    from duties.parameter
    union all
    select v.key, v.version, 'tenant', p.row_no, p.title_id, p.title_en, v.value, v.text, v.unit, p.direction,
           p.holder_id, p.holder_en, v.basis, 'decision', null, v.reason, v.valid_from, null
    from duties.parameter_version v
    join lateral (select * from duties.parameter r where r.key = v.key order by r.version desc limit 1) p on true
  )
  select version.*, c.checked_by, c.checked_by_name, c.checked_at, c.source
  from version
  left join lateral (
    select checked_by, checked_by_name, checked_at, source from duties.parameter_check k
    where k.key = version.key and k.origin = version.origin and k.version = version.version
    order by k.id desc limit 1) c on true`;

const toParameter = (r: ParameterRow): LegalParameter => ({
  key: r.key,
  version: r.version,
  row: r.row_no,
  title: { id: r.title_id, en: r.title_en },
  value: r.value,
  text: r.text,
  unit: r.unit,
  direction: r.direction,
  dutyHolder: r.holder_id === null || r.holder_en === null ? null : { id: r.holder_id, en: r.holder_en },
  basis: r.basis,
  mark: r.mark,
  markRef: r.mark_ref,
  note: r.note,
  validFrom: r.valid_from,
  validTo: r.valid_to,
  origin: r.origin,
  verification:
    r.checked_by === null || r.checked_at === null
      ? null
      : {
          by: r.checked_by,
          byName: r.checked_by_name,
          at: r.checked_at.toISOString(),
          source: r.source ?? '',
        },
});

async function versionsOf(ctx: Ctx, keys?: readonly string[]): Promise<Map<string, LegalParameter[]>> {
  const found = keys
    ? await ctx.client.query(`${versionsSql} where version.key = any($1)`, [keys])
    : await ctx.client.query(versionsSql);
  return Map.groupBy((found.rows as ParameterRow[]).map(toParameter), (p) => p.key);
}

export const today = (ctx: Ctx): string => dayIn(ctx.actor.zone, ctx.clock.now());

/** Every parameter in force on a day, in the order of the list of duties. */
export async function listLegalParameters(ctx: Ctx, { on = today(ctx) }: { on?: string | undefined }) {
  const versions = await versionsOf(ctx);
  const items = [...versions.values()]
    .flatMap((list) => inForce(list, on) ?? [])
    .toSorted((a, b) => (a.row ?? 99) - (b.row ?? 99) || (a.key < b.key ? -1 : 1));
  const may = ctx.can('duties.verify');
  return {
    on,
    items,
    counts: { total: items.length, checked: items.filter((p) => p.verification).length },
    abilities: { verify: may, supersede: may },
  };
}

export async function getLegalParameter(ctx: Ctx, { key }: { key: string }) {
  const list = (await versionsOf(ctx, [key])).get(key);
  if (!list) throw new AppError('not_found');
  return {
    current: inForce(list, today(ctx)) ?? null,
    history: list.toSorted(
      (a, b) => b.version - a.version || (b.origin === 'tenant' ? 1 : 0) - (a.origin === 'tenant' ? 1 : 0),
    ),
  };
}

/** The parameters in force on a day, by key; keys without one are absent. */
export async function findInForce(
  ctx: Ctx,
  keys: readonly string[],
  on: string,
): Promise<Map<string, LegalParameter>> {
  const versions = await versionsOf(ctx, keys);
  return new Map(
    keys.flatMap((key) => {
      const found = inForce(versions.get(key) ?? [], on);
      return found ? [[key, found] as const] : [];
    }),
  );
}

/** A number that the software itself needs; it comes with Simpul, so its absence is a fault of the installation. */
export async function getNumber(ctx: Ctx, key: string, on: string): Promise<number> {
  const found = (await findInForce(ctx, [key], on)).get(key);
  if (found?.value === null || found === undefined) throw new Error(`legal parameter ${key} is not loaded`);
  return found.value;
}

/** What PERMA 1/2022 means by "Hari". */
export async function permaDayUnit(ctx: Ctx, on: string): Promise<DayUnitChoice> {
  const found = (await findInForce(ctx, ['perma.day_unit'], on)).get('perma.day_unit');
  const choice = dayUnitChoices.find((c) => c === found?.text);
  if (!choice) throw new Error('legal parameter perma.day_unit is not loaded');
  return choice;
}

/**
 * The term a parameter sets. An event has no number: the limit is the day of the anchor itself. Fixed dates
 * and windows recur by themselves and set no term from an event.
 */
export function termOf(p: LegalParameter, permaDay: DayUnitChoice): Term | undefined {
  const { direction, unit } = p;
  if (unit === 'event') return { unit: 'fixed_date', amount: 0, direction };
  if (p.value === null) return undefined;
  if (unit === 'perma_days') return { unit: permaDay, amount: p.value, direction };
  if (unit === 'years') return { unit: 'months', amount: p.value * 12, direction };
  if (unit === 'clock_hours' || unit === 'calendar_days' || unit === 'working_days' || unit === 'months')
    return { unit, amount: p.value, direction };
  return undefined;
}
