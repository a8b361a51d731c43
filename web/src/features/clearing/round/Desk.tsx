import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageProblem } from '../../../app/PageProblem.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ProblemStates } from '../../../ui/ProblemStates.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/States.tsx';
import { type PairLine, pairQuery, pairsQuery, type Round, roundQuery } from '../queries.ts';
import classes from './Desk.module.css';
import { nextPair } from './pair-words.ts';
import { PairReview } from './PairReview.tsx';
import { Queue } from './Queue.tsx';
import type { Decision } from './RoundState.tsx';

/** The review desk: one pair at a time, decided by a person. */
export function Desk({ id, pairId }: { id: string; pairId: string | undefined }) {
  const { data, error, refetch } = useQuery(roundQuery(id));
  if (error && !data) return <PageProblem error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  return <AtDesk round={data} pairId={pairId} />;
}

function AtDesk({ round, pairId }: { round: Round; pairId: string | undefined }) {
  const { t } = useTranslation('clearing-round');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const open = useQuery(pairsQuery(round.id, 'open', undefined, 200));
  const unsure = useQuery(pairsQuery(round.id, 'unsure', undefined, 50));
  const [recent, setRecent] = useState<readonly PairLine[]>([]);
  // What was decided here is gone from the queue at once, not only when the list was read again.
  const items = (open.data?.items ?? []).filter((p) => !recent.some((r) => r.id === p.id));
  const current = pairId ?? nextPair(items, undefined)?.id;
  const pair = useQuery({ ...pairQuery(current ?? ''), enabled: current !== undefined });
  const here = pair.data && { id: pair.data.id, number: pair.data.number };
  const go = (to: string | undefined) =>
    void navigate({ to: '.', search: { pasangan: to } as never, replace: true, resetScroll: false });
  const move = (step: 1 | -1) => {
    const to = nextPair(items, here, step);
    if (to) go(to.id);
  };
  const following = nextPair(items, here)?.id;
  useEffect(() => {
    if (following !== undefined) void queries.prefetchQuery({ ...pairQuery(following), staleTime: 30_000 });
  }, [following, queries]);

  const decided = (line: Omit<PairLine, 'place' | 'month' | 'clear'>, decision: Decision) => {
    const known = items.find((p) => p.id === line.id);
    const entry: PairLine = { place: null, month: null, clear: false, ...known, ...line, decision };
    setRecent((before) => [entry, ...before.filter((p) => p.id !== line.id)].slice(0, 8));
    go(following);
  };
  const undone = (id: string) => {
    setRecent((before) => before.filter((p) => p.id !== id));
    go(id);
  };
  if (open.error && !open.data) return <PageProblem error={open.error} retry={() => void open.refetch()} />;
  if (!open.data) return <SkeletonRows rows={8} />;
  return (
    <div className={classes['desk']} data-wide-page>
      <Queue
        round={round}
        open={items}
        openTotal={Math.max(items.length, open.data.total - recent.length)}
        unsure={unsure.data?.items ?? []}
        recent={recent}
        current={current}
      />
      {current === undefined ? (
        <Finished round={round} />
      ) : pair.error && !pair.data ? (
        <div className={classes['centre']}>
          <ProblemStates error={pair.error} retry={() => void pair.refetch()} />
        </div>
      ) : !pair.data ? (
        <div className={classes['centre']}>
          <PageHeader title={t('desk.title')} />
          <SkeletonRows rows={10} />
        </div>
      ) : (
        <PairReview
          key={pair.data.id}
          round={round}
          pair={pair.data}
          last={recent[0]}
          onDecided={decided}
          onUndone={undone}
          onMove={move}
          mover={<Mover round={round} number={pair.data.number} onMove={move} />}
        />
      )}
    </div>
  );
}

/** On phones the queue is a line with two arrows. */
function Mover({
  round,
  number: at,
  onMove,
}: {
  round: Round;
  number: number;
  onMove: (step: 1 | -1) => void;
}) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  return (
    <div className={classes['mover']}>
      <button type="button" className="icon-button" aria-label={t('desk.before')} onClick={() => onMove(-1)}>
        <ChevronLeft size={22} aria-hidden />
      </button>
      <p>
        <strong>{t('desk.number', { at: number(at), pairs: number(round.pairs ?? 0) })}</strong>
        <Link to="/kliring/$id" params={{ id: round.id }}>
          {t('round.clearing', { year: round.year })}
        </Link>
      </p>
      <button type="button" className="icon-button" aria-label={t('desk.next')} onClick={() => onMove(1)}>
        <ChevronRight size={22} aria-hidden />
      </button>
    </div>
  );
}

function Finished({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  return (
    <div className={classes['centre']}>
      <PageHeader title={t('desk.finished', { year: round.year })} />
      <EmptyState
        title={t('desk.finishedTitle')}
        act={
          <Link to="/kliring/$id" params={{ id: round.id }}>
            {t('desk.toRound')}
          </Link>
        }
      >
        {t('desk.finishedText')}
      </EmptyState>
    </div>
  );
}
