import type { PeriodAgency } from '../queries.ts';

/** How far the rows of one agency are in a quarter. */
export type Counts = Omit<PeriodAgency, 'period' | 'agency' | 'agencyName'>;
/** An agency that handed nothing in. */
export const nobody: Counts = {
  imports: 0,
  pending: 0,
  rows: 0,
  waiting: 0,
  confirmed: 0,
  excluded: 0,
  signedOffAt: null,
};
/** Rows nobody looked at yet; the quarter cannot be signed off before. */
export const unconfirmedOf = (c: Counts) => c.waiting;
