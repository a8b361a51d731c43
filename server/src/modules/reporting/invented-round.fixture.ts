/** An agreed round as clearing leaves it, for tests of papers: figures through their door, the round by the owner. */
import { randomUUIDv7 } from 'node:crypto';
import type { Person, World } from '../../../test/world.ts';
import { recordAgreedFigures, type AgreedFigure } from '../figures/index.ts';

export interface InventedRound {
  year: number;
  cases: number;
  victims: number;
  tables: Partial<Record<'sex' | 'child' | 'form' | 'place', Record<string, number>>>;
  sources: {
    agency: string;
    cases: number;
    victims: number;
    linked?: boolean;
    unlinked?: number;
    signedOff?: boolean;
  }[];
  /** Agencies that did not sign all they handed in, whether or not the round counts something of them. */
  unsigned?: string[];
}

export async function agreeInvented(world: World, steward: Person, r: InventedRound): Promise<string> {
  const round = randomUUIDv7();
  const agreedAt = '2026-11-20T08:00:00Z';
  await world.asOwner("update clearing.round set state = 'replaced' where year = $1 and state = 'agreed'", [
    r.year,
  ]);
  await world.asOwner(
    `insert into clearing.round (id, tenant, year, number, state, engine, opened_by, agreed_by, agreed_at, rows_in, pairs_in, differences)
     values ($1, '64', $2, (select count(*) + 1 from clearing.round where year = $2), 'agreed', 'exact-1', $3, $3, $4, $5, 0, $6)`,
    [
      round,
      r.year,
      steward.id,
      agreedAt,
      r.sources.reduce((s, x) => s + x.victims, 0),
      JSON.stringify({
        cases: r.cases,
        victims: r.victims,
        rows: 0,
        sources: r.sources.map((s) => ({
          ...s,
          rows: s.victims,
          onlyHere: 0,
          linked: s.linked ?? true,
          unlinked: s.unlinked ?? 0,
          signedOff: s.signedOff ?? true,
        })),
        unsigned: (r.unsigned ?? []).map((agency) => ({ agency, periods: [`${r.year}-Q4`] })),
      }),
    ],
  );
  const total = (measure: 'cases' | 'victims', value: number): AgreedFigure => ({
    measure,
    unit: measure === 'cases' ? 'case' : 'victim',
    dimension: null,
    code: null,
    value,
  });
  const cells = Object.entries(r.tables).flatMap(([dimension, counts]) =>
    Object.entries(counts).map(([code, value]): AgreedFigure => ({
      ...total('victims', value),
      dimension: dimension as NonNullable<AgreedFigure['dimension']>,
      code,
    })),
  );
  await world.as(steward, (ctx) =>
    recordAgreedFigures(ctx, {
      round,
      year: r.year,
      figures: [total('cases', r.cases), total('victims', r.victims), ...cells],
    }),
  );
  return round;
}
