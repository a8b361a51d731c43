import type { PublishedEntry } from './figure.ts';

export interface EntryProblem {
  path: string;
  code: string;
  message: string;
  params?: Record<string, number>;
}

export const isWholeYear = (from: string, to: string): boolean =>
  from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4);

/** The counting year of a period, where it lies within one. */
export const yearOf = (from: string, to: string): number | null =>
  from.slice(0, 4) === to.slice(0, 4) ? Number(from.slice(0, 4)) : null;

/** What keeps a published figure from being entered; each problem says how to mend it. */
export function entryProblems(e: PublishedEntry, today: string): EntryProblem[] {
  const found: EntryProblem[] = [];
  const say = (path: string, code: string, message: string, params?: Record<string, number>) =>
    found.push({ path, code, message, ...(params ? { params } : {}) });
  if (e.periodTo < e.periodFrom) say('periodTo', 'before_from', 'The last day lies before the first.');
  if (e.asOf < e.periodFrom)
    say('asOf', 'before_period', 'The state of knowledge cannot lie before the period.');
  if (e.asOf > today) say('asOf', 'in_future', 'Choose today or an earlier day.');
  if (e.sourceDay > today) say('sourceDay', 'in_future', 'Choose today or an earlier day.');
  if (e.sourceDay < e.asOf)
    say('sourceDay', 'before_as_of', 'A page cannot know what happened after it appeared.');
  if (e.unit !== 'percent' && !Number.isInteger(e.value))
    say('value', 'not_whole', 'Counts are whole numbers.');
  if (e.unit === 'percent' && e.value > 100) say('value', 'above_hundred', 'A share is 100 at most.');
  if (e.sourceUrl === null && !e.note)
    say('note', 'where_to_find', 'Without an address say where the paper can be seen.');
  if (e.parts) {
    const codes = e.parts.values.map((v) => v.code);
    if (new Set(codes).size < codes.length)
      say('parts', 'twice', 'A part stands twice; each belongs in once.');
    if (e.dimensions[e.parts.dimension] !== undefined)
      say('parts', 'same_dimension', 'The total is itself a part by this attribute.');
    const sum = e.parts.values.reduce((s, v) => s + v.value, 0);
    // 3.24-10: the 5 that itemise to 4 and the 274 that itemise to 262 stay, with a note.
    if (Math.abs(sum - e.value) > 1e-9 && !e.note)
      say(
        'note',
        'parts_differ',
        'The parts do not add up to the total: say so in the note, or mend the numbers.',
        {
          sum,
          total: e.value,
        },
      );
  }
  return found;
}
