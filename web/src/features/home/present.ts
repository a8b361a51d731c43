import type { Task, TaskList } from '@simpul/contract/duties/deadline';

export type HomeGroup = 'late' | 'today' | 'soon';
export const homeGroups: readonly HomeGroup[] = ['late', 'today', 'soon'];

/** A stopped clock stands with what is still to come: it is nobody's lateness. */
export function groupOf(task: Pick<Task, 'remaining'>): HomeGroup {
  const { state } = task.remaining;
  return state === 'late' || state === 'today' ? state : 'soon';
}

/** The message key of the page's title, by what was found. */
export function findingKey(counts: Pick<TaskList['counts'], HomeGroup>): string {
  if (counts.late > 0 && counts.today > 0) return 'finding.lateAndToday';
  if (counts.late > 0) return 'finding.late';
  if (counts.today > 0) return 'finding.today';
  return counts.soon > 0 ? 'finding.soon' : 'finding.none';
}

export type LeftText =
  | { key: 'paused' | 'left.today' | 'left.tomorrow' }
  | { key: 'left.days' | 'late.days'; count: number }
  | { key: 'left.minutes' | 'late.minutes'; minutes: number }
  | { key: 'left.hours' | 'late.hours'; hours: number; minutes: number };

/** Clock hours tell the time left; days tell days. Beyond two days hours help nobody. */
export function leftText(task: Pick<Task, 'remaining' | 'unit'>): LeftText {
  const { state, minutes, days } = task.remaining;
  if (state === 'paused') return { key: 'paused' };
  if (task.unit === 'clock_hours' && minutes !== null && Math.abs(minutes) < 48 * 60) {
    const way = minutes < 0 ? 'late' : 'left';
    const total = Math.abs(minutes);
    if (total < 60) return { key: `${way}.minutes`, minutes: total };
    return { key: `${way}.hours`, hours: Math.floor(total / 60), minutes: total % 60 };
  }
  if (days < 0) return { key: 'late.days', count: -days };
  if (days === 0) return { key: 'left.today' };
  if (days === 1) return { key: 'left.tomorrow' };
  return { key: 'left.days', count: days };
}

export function rowState(task: Pick<Task, 'remaining'>): 'late' | 'near' | 'calm' | 'paused' {
  const { state, minutes } = task.remaining;
  if (state === 'paused') return 'paused';
  if (state === 'late') return 'late';
  return state === 'today' && minutes !== null && minutes < 4 * 60 ? 'near' : 'calm';
}
