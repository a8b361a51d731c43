import type { AreaHit } from '@simpul/contract/regions/area';
import {
  type AreaLevel,
  kindOf,
  levelOf,
  modernSpelling,
  type NameReading,
  readName,
} from '@simpul/contract/regions/rules';
import type { Ctx } from '../../platform/context.ts';
import {
  type Candidate,
  findByBeginning,
  findByCode,
  findByKeys,
  findByOverlay,
  findScope,
  pathsOf,
  type Scope,
} from './find-candidates.ts';
import { findNear, type Near } from './spelling.ts';
import { spellingIndex } from './spelling-index.ts';

interface SearchInput {
  text: string;
  within?: string | undefined;
  level?: AreaLevel | undefined;
  limit: number;
}
interface Ranked extends Candidate {
  match: AreaHit['match'];
  distance: number;
}

const matchOrder: Record<AreaHit['match'], number> = { code: 0, exact: 0, prefix: 1, word: 2, typo: 3 };

/** Exact before beginning before error; in force before ended; wide before narrow; the own province first. */
function byRank(home: string): (a: Ranked, b: Ranked) => number {
  const ended = (c: Ranked) => (c.validTo === null ? 0 : 1);
  const away = (c: Ranked) => (c.code.startsWith(home) ? 0 : 1);
  return (a, b) =>
    matchOrder[a.match] - matchOrder[b.match] ||
    a.distance - b.distance ||
    ended(a) - ended(b) ||
    a.code.length - b.code.length ||
    away(a) - away(b) ||
    a.key.length - b.key.length ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) ||
    (a.code < b.code ? -1 : 1);
}

const noteOf = (c: Candidate): AreaHit['note'] => {
  if (c.alias !== null && c.aliasKind !== null) return { kind: c.aliasKind, text: c.alias };
  return c.validTo === null ? null : { kind: 'ended', text: c.validTo };
};

/** Best first, one line per area, with the names above it. */
async function present(ctx: Ctx, ranked: Ranked[], limit: number): Promise<AreaHit[]> {
  const best = new Map<string, Ranked>();
  for (const c of ranked.sort(byRank(ctx.actor.tenant.slice(0, 2))))
    if (!best.has(c.code)) best.set(c.code, c);
  const top = [...best.values()].slice(0, limit);
  const paths = await pathsOf(
    ctx,
    top.map((c) => c.code),
  );
  return top.map((c) => ({
    code: c.code,
    name: c.name,
    level: levelOf(c.code),
    kind: kindOf(c.code),
    path: paths.get(c.code) ?? [],
    match: c.match,
    note: noteOf(c),
  }));
}

const inside = (code: string, scope: string) => code === scope || code.startsWith(`${scope}.`);

/** "Sepaku, PPU" and "Sepaku PPU": the name, and the areas it must lie in. */
async function readPlace(
  ctx: Ctx,
  text: string,
  within: string | undefined,
): Promise<{ name: string; scope: Scope }> {
  const [name = '', ...hints] = text.split(',').map((part) => part.trim());
  let scope: string[] | null = within === undefined ? null : [within];
  for (const hint of hints.filter((h) => h !== '')) {
    const codes = await findScope(ctx, readName(hint));
    const inner: string[] =
      scope === null ? codes : codes.flatMap((c) => (scope ?? []).flatMap((s) => narrower(c, s)));
    scope = [...new Set(inner)];
  }
  return { name, scope };
}
const narrower = (a: string, b: string): string[] => (inside(a, b) ? [a] : inside(b, a) ? [b] : []);

const kindFits = (c: Candidate, r: NameReading | undefined) =>
  r?.kind === undefined || kindOf(c.code) === r.kind;

async function findSpelled(
  ctx: Ctx,
  readings: readonly NameReading[],
  scope: Scope,
  level?: AreaLevel,
): Promise<Ranked[]> {
  const found = await findByBeginning(ctx, readings, scope, level);
  found.push(...(await findByOverlay(ctx, readings, scope, level)));
  return found
    .filter((c) => kindFits(c, readings[c.reading]))
    .map((c) => ({ ...c, match: c.key === readings[c.reading]?.key ? 'exact' : 'prefix', distance: 0 }));
}

/** The last words may name the area around: "sepaku penajam paser utara". */
async function findWithTrailingHint(
  ctx: Ctx,
  name: string,
  scope: Scope,
  level?: AreaLevel,
): Promise<Ranked[]> {
  const words = readName(name).at(-1)?.key.split(' ') ?? [];
  for (let n = words.length - 1; n >= 1; n -= 1) {
    const around = await findScope(ctx, readName(words.slice(n).join(' ')));
    const narrowed = scope === null ? around : around.flatMap((a) => scope.flatMap((s) => narrower(a, s)));
    if (narrowed.length === 0) continue;
    const found = await findSpelled(ctx, readName(words.slice(0, n).join(' ')), narrowed, level);
    if (found.length > 0) return found;
  }
  return [];
}

const matchOf = (near: Near): AreaHit['match'] =>
  near.part === 'word' ? 'word' : near.distance === 0 ? 'prefix' : 'typo';

/** Names a few letters away, or with a later word that begins so. */
async function findMisspelled(
  ctx: Ctx,
  readings: readonly NameReading[],
  scope: Scope,
  { level, exact }: { level?: AreaLevel | undefined; exact: boolean },
): Promise<Ranked[]> {
  const index = await spellingIndex(ctx, scope);
  const home = ctx.actor.tenant.slice(0, 2);
  const ranked: Ranked[] = [];
  for (const reading of readings) {
    const near = findNear(index, reading.key, { home, exact });
    const of = new Map(near.map((n) => [`${n.province} ${n.key}`, n]));
    const found = await findByKeys(ctx, near, scope, level ?? reading.level ?? null);
    for (const c of found.filter((one) => kindFits(one, reading))) {
      const n = of.get(`${c.code.slice(0, 2)} ${c.key}`);
      if (n) ranked.push({ ...c, match: matchOf(n), distance: n.distance + (n.part === 'prefix' ? 0.5 : 0) });
    }
  }
  return ranked;
}

/** Areas a text may mean, best first. */
export async function searchAreas(
  ctx: Ctx,
  input: SearchInput,
): Promise<{ items: AreaHit[]; hint: 'code_needs_dots' | null }> {
  const { text, within, level, limit } = input;
  if (/^[\d.\s]+$/.test(text)) {
    const code = text.replaceAll(/\s/g, '').replace(/\.$/, '');
    if (/^\d{3,}$/.test(code)) return { items: [], hint: 'code_needs_dots' };
    const found = (await findByCode(ctx, code, limit)).filter(
      (c) => within === undefined || inside(c.code, within),
    );
    return {
      items: await present(
        ctx,
        found.map((c) => ({ ...c, match: 'code', distance: 0 })),
        limit,
      ),
      hint: null,
    };
  }
  const { name, scope } = await readPlace(ctx, text, within);
  const readings = readName(name);
  if (readings.length === 0 || scope?.length === 0) return { items: [], hint: null };
  const found = await findSpelled(ctx, readings, scope, level);
  if (found.length === 0) found.push(...(await findWithTrailingHint(ctx, name, scope, level)));
  if (found.length < limit) {
    // Who typed a whole name is shown what else holds the word, not what is nearly spelled so.
    const exact = found.some((c) => c.match === 'exact');
    const old = readings.map((r) => ({ ...r, key: modernSpelling(r.key) }));
    const asked =
      found.length > 0 ? readings : [...readings, ...old.filter((r, i) => r.key !== readings[i]?.key)];
    found.push(...(await findMisspelled(ctx, asked, scope, { level, exact })));
  }
  return { items: await present(ctx, found, limit), hint: null };
}
