import type { Figure } from '@simpul/contract/figures/figure';
import type { AgreedYear } from '@simpul/contract/figures/series';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { findAgreedTables, getThreshold } from './agreed-tables.ts';
import { figureColumns, type FigureRow, toFigure } from './figure-row.ts';
import { mayOpenRows } from './policy.ts';

/** The agreed figures of a year and its protected tables; undefined before a round of it was agreed. */
export async function findAgreedYear(ctx: Ctx, year: number): Promise<AgreedYear | undefined> {
  const found = await ctx.client.query<FigureRow>(
    `select ${figureColumns} from figures.figure f
      where f.kind = 'agreed' and f.year = $1 and f.superseded_at is null and f.dimensions = '{}'`,
    [year],
  );
  const total = (measure: Figure['measure']) => found.rows.find((f) => f.measure === measure);
  const [cases, victims] = [total('cases'), total('victims')];
  if (!cases || !victims || victims.round === null) return undefined;
  const threshold = await getThreshold(ctx, 'P1');
  return {
    year,
    round: victims.round,
    cases: toFigure(cases),
    victims: toFigure(victims),
    threshold,
    tables: await findAgreedTables(ctx, victims.round, threshold),
    can: { openRows: mayOpenRows(ctx, victims) },
  };
}

export async function getAgreedYear(ctx: Ctx, { year }: { year: number }): Promise<AgreedYear> {
  const found = await findAgreedYear(ctx, year);
  if (!found) throw new AppError('not_found');
  return found;
}
