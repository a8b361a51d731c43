import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SplitBar } from '../../../ui/Bar.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { KeyCap } from '../../../ui/KeyHelp.tsx';
import { useAreaNames } from '../area-names.ts';
import type { PairLine, Round } from '../queries.ts';
import classes from './Desk.module.css';
import { openOf } from './RoundFrame.tsx';
import { DecisionStatus } from './RoundState.tsx';

interface QueueProps {
  round: Round;
  open: readonly PairLine[];
  openTotal: number;
  unsure: readonly PairLine[];
  /** Decided at this desk, the latest first. */
  recent: readonly PairLine[];
  current: string | undefined;
}

/** What waits for a look, what stayed unsure, what was just decided. */
export function Queue({ round, open, openTotal, unsure, recent, current }: QueueProps) {
  const { t } = useTranslation('clearing-round');
  const { number, count } = useFormat();
  const pairs = round.pairs ?? 0;
  const left = openOf(round);
  const part = (key: 'decided' | 'unsure' | 'open', value: number, tone: 'for' | 'against' | 'rest') => ({
    key,
    value,
    tone,
    label: t(`part.${key}`, { count: value, number: number(value) }),
  });
  return (
    <nav className={classes['queue']} aria-label={t('queue.label')}>
      <div className={classes['queueHead']}>
        <h2>
          <Link to="/kliring/$id" params={{ id: round.id }}>
            {t('round.clearing', { year: round.year })}
          </Link>
        </h2>
        <p className={classes['small']}>
          {t('queue.progress', { decided: number(round.decided), pairs: number(pairs) })}
        </p>
        <SplitBar
          label={t('progress.label')}
          parts={[
            part('decided', round.decided - round.unsure, 'for'),
            part('unsure', round.unsure, 'against'),
            part('open', left, 'rest'),
          ]}
        />
      </div>
      <Group
        title={t('queue.open', { count: openTotal, number: count(openTotal) })}
        round={round}
        lines={open}
        current={current}
      />
      {openTotal > open.length && (
        <p className={classes['more']}>
          {t('queue.more', { count: openTotal - open.length, number: number(openTotal - open.length) })}
        </p>
      )}
      <Group
        title={t('queue.unsure', { count: unsure.length })}
        round={round}
        lines={unsure}
        current={current}
      />
      <Group title={t('queue.recent')} round={round} lines={recent} current={current} />
      <p className={classes['keys']}>
        <KeyCap>J</KeyCap>
        <KeyCap>K</KeyCap>
        {t('queue.move')}
        <KeyCap>?</KeyCap>
        {t('queue.keys')}
      </p>
    </nav>
  );
}

interface GroupProps {
  title: string;
  round: Round;
  lines: readonly PairLine[];
  current: string | undefined;
}
function Group({ title, round, lines, current }: GroupProps) {
  const { date } = useFormat();
  const { t } = useTranslation('clearing-round');
  const areas = useAreaNames(lines.map((p) => p.place));
  if (lines.length === 0) return null;
  const where = (p: PairLine) =>
    [
      p.place === null ? undefined : areas.name(p.place),
      p.month === null ? undefined : date(`${p.month}-01`, 'month'),
    ]
      .filter((part) => part !== undefined)
      .join(', ');
  return (
    <div className={classes['group']}>
      <h3>{title}</h3>
      <ol>
        {lines.map((p) => (
          <li key={p.id}>
            <Link
              to="/kliring/$id/tinjau"
              params={{ id: round.id }}
              search={{ pasangan: p.id }}
              aria-current={p.id === current ? 'true' : undefined}
              resetScroll={false}
            >
              <strong>{p.number}</strong>
              <span className={classes['names']}>
                <span>{t('pairs.agencies', { a: p.agencyA, b: p.agencyB })}</span>
                <span className={classes['small']}>{where(p)}</span>
              </span>
              {p.decision && <DecisionStatus decision={p.decision} />}
            </Link>
          </li>
        ))}
      </ol>
    </div>
  );
}
