import type { publishedFigures as PublishedFigures } from '../../../seed/published-figures.ts';
import { randomUUIDv7 } from 'node:crypto';
import { dimensionCodes } from '@simpul/contract/figures/codes';
import { Dimensions } from '@simpul/contract/figures/figure';
import type { PublishedFigure } from '../../../seed/published-figures.ts';
import type { Ctx } from '../../platform/context.ts';
import { areaNames } from '../regions/index.ts';
import { insertBreakdown, insertPublished, type PublishedLine } from './enter-published.ts';

/** Where a source counted something else than a code of ours can say, its own words stay in the series and note. */
function dimensionsOf(f: PublishedFigure): Dimensions {
  const unknown = Object.keys(f.dimensions).filter((d) => !(dimensionCodes as readonly string[]).includes(d));
  if (unknown.length > 0)
    throw new Error(`published-figures.json, ${f.id}: unknown dimension ${unknown.join(', ')}`);
  return Dimensions.parse(f.dimensions);
}

const concerns = (areaCode: string | null, tenant: string): boolean =>
  areaCode === null || areaCode === tenant || areaCode.startsWith(`${tenant}.`);

/**
 * The collection of figures others have published, as far as it concerns the tenant or the whole country. What is
 * known by its key stays as it is, so the loader may run again.
 */
export async function loadPublishedFigures(ctx: Ctx): Promise<number> {
  const { publishedFigures } = await import('../../../seed/published-figures.ts');
  // Two loaders at once would both find nothing.
  await ctx.client.query("select pg_advisory_xact_lock(hashtext('figures.load ' || $1))", [ctx.actor.tenant]);
  // Also what was superseded or withdrawn since: it does not come back.
  const known = await ctx.client.query<{ id: string; key: string }>(
    'select id, key from figures.figure where key is not null order by superseded_at nulls last, entered_at',
  );
  const idOf = new Map(known.rows.map((k) => [k.key, k.id]));
  const fresh = publishedFigures.figures.filter(
    (f) => concerns(f.areaCode, ctx.actor.tenant) && !idOf.has(f.id),
  );
  for (const f of fresh) idOf.set(f.id, randomUUIDv7());
  const names = await areaNames(
    ctx,
    fresh.flatMap((f) => f.areaCode ?? []),
  );
  const sources = new Map(publishedFigures.sources.map((s) => [s.key, s]));
  const lines = fresh.map((f): PublishedLine => {
    const source = sources.get(f.source);
    const notes = [f.note, source?.note].filter((n) => n !== null && n !== undefined);
    return {
      id: idOf.get(f.id) ?? '',
      key: f.id,
      series: f.series,
      topic: f.topic,
      unit: f.unit,
      areaCode: f.areaCode ?? 'id',
      areaName: f.areaCode === null ? 'Indonesia' : (names.get(f.areaCode) ?? f.areaCode),
      periodFrom: f.period.from,
      periodTo: f.period.to,
      asOf: f.asOf,
      value: f.value,
      dimensions: dimensionsOf(f),
      yearBasis: null,
      countingRule: f.countingRule,
      source: source?.publisher ?? f.source,
      sourceTitle: source?.title ?? f.source,
      sourceDay: source?.publishedOn ?? null,
      sourceUrl: source?.url ?? null,
      secondary: true,
      reading: f.reading,
      conflictsWith: f.conflictsWith,
      note: notes.length > 0 ? notes.join(' ') : null,
    };
  });
  if (lines.length > 0) await insertPublished(ctx, lines);
  await loadSums(ctx, publishedFigures.checks, idOf);
  if (lines.length > 0) await ctx.audit({ action: 'figures.load', detail: { figures: lines.length } });
  return lines.length;
}

type Check = (typeof PublishedFigures)['checks'][number];

async function loadSums(
  ctx: Ctx,
  checks: readonly Check[],
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const known = await ctx.client.query<{ key: string }>(
    'select key from figures.breakdown where key is not null',
  );
  const there = new Set(known.rows.map((k) => k.key));
  for (const c of checks) {
    const parts = c.parts.flatMap((p) => idOf.get(p) ?? []);
    const total = typeof c.total === 'string' ? idOf.get(c.total) : null;
    if (c.kind !== 'sum' || there.has(c.id) || parts.length < c.parts.length || total === undefined) continue;
    await insertBreakdown(ctx, {
      key: c.id,
      total,
      stated: typeof c.total === 'number' ? c.total : null,
      note: c.finding,
      parts,
    });
  }
}
