import type { Step } from '../../../ui/Steps.tsx';
import type { Import } from '../queries.ts';

/** What an import wants from the person now. */
export type Stage =
  | 'checking'
  | 'questions'
  | 'wrong'
  | 'ready'
  | 'nothing'
  | 'accepting'
  | 'accepted'
  | 'cancelled'
  | 'withdrawn'
  | 'failed';

export function stageOf(i: Pick<Import, 'state' | 'rowsWrong' | 'rowsReady' | 'acceptedAt'>): Stage {
  if (i.state === 'uploaded' || i.state === 'checking') return 'checking';
  if (i.state === 'recognised') return 'questions';
  // Laid aside after its rows had been taken in: they were taken back.
  if (i.state === 'cancelled' && i.acceptedAt !== null) return 'withdrawn';
  if (i.state !== 'checked') return i.state;
  if (i.rowsWrong > 0) return 'wrong';
  return i.rowsReady > 0 ? 'ready' : 'nothing';
}

export const stepNames = ['upload', 'columns', 'rows', 'accept', 'verify'] as const;
const at: Record<Stage, number> = {
  questions: 1,
  failed: 1,
  cancelled: 1,
  withdrawn: 1,
  checking: 2,
  wrong: 2,
  nothing: 2,
  ready: 3,
  accepting: 3,
  accepted: 4,
};

export function stepStates(stage: Stage): Step['state'][] {
  const now = at[stage];
  const over = stage === 'cancelled' || stage === 'withdrawn' || stage === 'failed';
  return stepNames.map((_, i) => (i < now ? 'done' : i === now && !over ? 'now' : 'todo'));
}

type Counts = Pick<
  Import,
  'rowsTotal' | 'rowsReady' | 'rowsWrong' | 'rowsKnown' | 'rowsLeftOut' | 'rowsRepeated'
>;
/** The rows by what becomes of them; the parts add up to all rows of the file. */
export function partsOf(i: Counts) {
  return [
    { key: 'ready', value: i.rowsReady, tone: 'for' },
    { key: 'wrong', value: i.rowsWrong, tone: 'against' },
    { key: 'known', value: i.rowsKnown, tone: 'other' },
    { key: 'repeated', value: i.rowsRepeated, tone: 'other' },
    { key: 'leftOut', value: i.rowsLeftOut, tone: 'rest' },
  ] as const;
}
