import type { Round } from '@simpul/contract/clearing/round';
import type { AgreedYear, YearSeries } from '@simpul/contract/figures/series';
import type { Ctx } from '../../platform/context.ts';
import { findAgreedRound } from '../clearing/index.ts';
import { listTurnsOfYear, type Turn } from '../duties/index.ts';
import { findAgreedYear, getThreshold, getYearSeries } from '../figures/index.ts';
import { type LegalBasis, listLegalBasis } from './legal-basis.ts';
import { letterheadOf } from './settings.ts';
import type { Letterhead } from '@simpul/contract/reporting/content';

/** Everything a report of a year is made of, as it stands now. */
export interface Gathered {
  tenant: string;
  areaName: string;
  zone: string;
  year: number;
  now: Temporal.Instant;
  letterhead: Letterhead;
  agreed: AgreedYear | undefined;
  round: Round | undefined;
  cases: YearSeries;
  victims: YearSeries;
  violence: YearSeries;
  legalBasis: LegalBasis[];
  turns: Turn[];
  threshold: number;
}

export async function gather(ctx: Ctx, year: number): Promise<Gathered> {
  return {
    tenant: ctx.actor.tenant,
    areaName: ctx.actor.tenantName,
    zone: ctx.actor.zone,
    year,
    now: ctx.clock.now(),
    letterhead: await letterheadOf(ctx),
    agreed: await findAgreedYear(ctx, year),
    round: await findAgreedRound(ctx, year),
    cases: await getYearSeries(ctx, { measure: 'cases' }),
    victims: await getYearSeries(ctx, { measure: 'victims' }),
    violence: await getYearSeries(ctx, { measure: 'violence_victims' }),
    legalBasis: await listLegalBasis(ctx),
    turns: await listTurnsOfYear(ctx, year + 1),
    threshold: await getThreshold(ctx, 'P1'),
  };
}
