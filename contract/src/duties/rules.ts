import type { DeadlineStatus, DeadlineUnit } from './deadline.ts';
import type { Direction, LegalParameter, ParameterUnit } from './legal-parameter.ts';

export const deadlineActs = [
  'pause',
  'resume',
  'complete',
  'cancel',
  'choose',
  'pass_over',
  'reopen',
] as const;
export type DeadlineAct = (typeof deadlineActs)[number];

const transitions: Record<DeadlineAct, Partial<Record<DeadlineStatus, DeadlineStatus>>> = {
  pause: { open: 'paused' },
  resume: { paused: 'open' },
  complete: { open: 'done', paused: 'done' },
  cancel: { open: 'cancelled', paused: 'cancelled' },
  choose: { open: 'open', paused: 'paused' },
  pass_over: { open: 'not_followed', paused: 'not_followed' },
  reopen: { done: 'open' },
};

/** The status after an act, or undefined when the act is not possible now. */
export function afterAct(status: DeadlineStatus, act: DeadlineAct): DeadlineStatus | undefined {
  return transitions[act][status];
}

/** Acts elsewhere that fulfil a duty; the log then holds which act and of which paper, as `report_signed:400/1/2027`. */
export const fulfilledBy = ['report_signed', 'round_agreed'] as const;
export type FulfilledBy = (typeof fulfilledBy)[number];
export const fulfilledReason = (by: FulfilledBy, paper: string): string => `${by}:${paper}`;
export function readFulfilled(reason: string): { by: FulfilledBy; paper: string } | undefined {
  const by = fulfilledBy.find((code) => reason.startsWith(`${code}:`));
  return by && { by, paper: reason.slice(by.length + 1) };
}

/** A clock that runs towards a fixed day (a report due on 31 January, a warning before expiry) cannot be stopped. */
export function canBePaused(unit: DeadlineUnit, direction: Direction): boolean {
  return unit !== 'fixed_date' && direction === 'after';
}

const numeric: readonly ParameterUnit[] = [
  'clock_hours',
  'calendar_days',
  'working_days',
  'perma_days',
  'months',
  'years',
  'days_per_week',
];
export const isNumericUnit = (unit: ParameterUnit): boolean => numeric.includes(unit);

export const dayUnitChoices = ['working_days', 'calendar_days'] as const;
export type DayUnitChoice = (typeof dayUnitChoices)[number];

const maximum: Partial<Record<ParameterUnit, number>> = {
  clock_hours: 8760,
  calendar_days: 3660,
  working_days: 2600,
  perma_days: 2600,
  months: 1200,
  years: 100,
  days_per_week: 7,
};

const monthDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export function isMonthDay(text: string): boolean {
  if (!monthDay.test(text)) return false;
  const month = Number(text.slice(0, 2));
  return Number(text.slice(3)) <= (longest[month - 1] ?? 0);
}

export type ParameterProblem =
  | 'value_missing'
  | 'value_not_whole'
  | 'value_out_of_range'
  | 'value_not_expected'
  | 'text_not_month_day'
  | 'text_not_window'
  | 'text_not_choice'
  | 'text_not_expected';

/** What is wrong with the number of a parameter, or null. The unit decides where the number stands. */
export function parameterProblem(p: {
  unit: ParameterUnit;
  value: number | null;
  text: string | null;
}): ParameterProblem | null {
  if (isNumericUnit(p.unit)) {
    if (p.text !== null) return 'text_not_expected';
    if (p.value === null) return 'value_missing';
    if (!Number.isInteger(p.value)) return 'value_not_whole';
    const least = p.unit === 'days_per_week' ? 5 : 0;
    return p.value < least || p.value > (maximum[p.unit] ?? 0) ? 'value_out_of_range' : null;
  }
  if (p.value !== null) return 'value_not_expected';
  if (p.unit === 'event') return p.text === null ? null : 'text_not_expected';
  if (p.unit === 'fixed_date') return p.text !== null && isMonthDay(p.text) ? null : 'text_not_month_day';
  if (p.unit === 'choice')
    return dayUnitChoices.some((choice) => choice === p.text) ? null : 'text_not_choice';
  const [from, to, ...more] = (p.text ?? '').split('/');
  return isMonthDay(from ?? '') && isMonthDay(to ?? '') && more.length === 0 ? null : 'text_not_window';
}

type Dated = Pick<LegalParameter, 'validFrom' | 'validTo' | 'version' | 'origin'>;

/**
 * The version in force on a day. This office's correction wins over the version that comes with Simpul,
 * a later version over an earlier one.
 */
export function inForce<P extends Dated>(versions: readonly P[], on: string): P | undefined {
  return versions
    .filter((p) => p.validFrom <= on && (p.validTo === null || on <= p.validTo))
    .toSorted((a, b) => rank(b) - rank(a) || b.version - a.version)[0];
}
const rank = (p: Dated) => (p.origin === 'tenant' ? 1 : 0);

const terms: readonly ParameterUnit[] = [
  'clock_hours',
  'calendar_days',
  'working_days',
  'perma_days',
  'months',
  'years',
  'fixed_date',
  'window',
];

/** Units a number may change to: a limit in time stays one; a choice, an event and the working week stay what they are. */
export const unitsAfter = (unit: ParameterUnit): readonly ParameterUnit[] =>
  terms.includes(unit) ? terms : unit === 'event' ? ['event', ...terms] : [unit];
