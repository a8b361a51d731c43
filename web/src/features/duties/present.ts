import type { Deadline } from '@simpul/contract/duties/deadline';
import type { Direction, ParameterUnit } from '@simpul/contract/duties/legal-parameter';

export interface Words {
  key: string;
  values?: Record<string, string | number>;
}

/** Clock hours tell the time left while it helps (two days), everything else tells days. */
export function leftWords({ remaining, unit }: Pick<Deadline, 'remaining' | 'unit'>): Words {
  const { state, minutes, days } = remaining;
  if (state === 'paused') return { key: 'left.paused' };
  if (unit === 'clock_hours' && minutes !== null && Math.abs(minutes) < 48 * 60) {
    const total = Math.abs(minutes);
    const values = { hours: Math.floor(total / 60), minutes: total % 60 };
    if (minutes < 0) return { key: total < 60 ? 'left.lateMinutes' : 'left.lateHours', values };
    return { key: total < 60 ? 'left.minutes' : 'left.hours', values };
  }
  if (days < 0) return { key: 'left.lateDays', values: { count: -days } };
  if (days === 0) return { key: 'left.today' };
  return days === 1 ? { key: 'left.tomorrow' } : { key: 'left.days', values: { count: days } };
}

const nearMinutes = 4 * 60;
export function rowState({ remaining }: Pick<Deadline, 'remaining'>): 'late' | 'near' | 'calm' | 'paused' {
  const { state, minutes } = remaining;
  if (state === 'paused' || state === 'late') return state;
  return state === 'today' && minutes !== null && minutes < nearMinutes ? 'near' : 'calm';
}

/** Groups of a longer list: late, today, the coming week, then month by month; stopped clocks at the end. */
export function groupOf(task: Pick<Deadline, 'remaining' | 'dueDate'>, weekEnd: string): string {
  const { state } = task.remaining;
  if (state === 'late' || state === 'today' || state === 'paused') return state;
  return task.dueDate <= weekEnd ? 'week' : task.dueDate.slice(0, 7);
}

export interface NumberOfLaw {
  unit: ParameterUnit;
  value: number | null;
  text: string | null;
  direction: Direction;
}

/** "3 x 24 jam", "90 Hari (PERMA)", "31 Jan": the key of the words and what fills them. */
export function numberWords({ unit, value, text }: NumberOfLaw): Words & { days?: readonly string[] } {
  if (unit === 'fixed_date' || unit === 'window')
    return { key: '', days: (text ?? '').split('/').map((monthDay) => `2024-${monthDay}`) };
  if (unit === 'choice') return { key: `unit.choice.${text ?? ''}` };
  if (unit === 'event' || value === null) return { key: 'unit.event' };
  if (unit === 'clock_hours' && value === 0) return { key: 'unit.at_once' };
  if (unit === 'clock_hours' && value % 24 === 0)
    return { key: 'unit.clock_days', values: { n: value / 24 } };
  if (unit === 'calendar_days' && value === 0) return { key: 'unit.same_day' };
  if (unit === 'days_per_week') return { key: 'unit.days_per_week', values: { n: value } };
  return { key: `unit.${unit}`, values: { count: value, n: value } };
}
