import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SplitBar } from '../../../ui/Bar.tsx';
import { DateText, useFormat } from '../../../ui/FormatProvider.tsx';
import { Columns, Panel, Stack } from '../../../ui/Layout.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { CheckLine, PlainList } from '../../../ui/Rows.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SummaryList } from '../../../ui/SummaryList.tsx';
import classes from '../Clearing.module.css';
import type { Round } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { AgreeRound, CancelRound, DecideClear } from './RoundActs.tsx';
import { openOf, RoundFrame } from './RoundFrame.tsx';
import { Sources } from './Sources.tsx';

/** A round: how far it is, what is in the way, and the table of differences by source. */
export function RoundPage({ id }: { id: string }) {
  const { t } = useTranslation('clearing-round');
  return (
    <RoundFrame
      id={id}
      acts={(round) => (
        <>
          {round.can.cancel && round.state === 'review' && <CancelRound round={round} />}
          {round.can.decide && round.clear > 0 && <DecideClear round={round} />}
          {round.can.decide && openOf(round) === 0 && <Review round={round} label={t('act.reviewAgain')} />}
        </>
      )}
      primary={(round) =>
        round.can.decide && openOf(round) > 0 ? (
          <Review round={round} label={t('act.review')} filled />
        ) : (
          round.can.agree && <AgreeRound round={round} />
        )
      }
    >
      {(round) => <Summary round={round} />}
    </RoundFrame>
  );
}

function Review({ round, label, filled = false }: { round: Round; label: string; filled?: boolean }) {
  if ((round.pairs ?? 0) === 0) return null;
  return (
    <Button
      variant={filled ? 'filled' : 'default'}
      leftSection={<Scale size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/kliring/$id/tinjau" params={{ id: round.id }} {...props} />}
    >
      {label}
    </Button>
  );
}

function Summary({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  if (round.state === 'matching') return <Matching round={round} />;
  if (round.state === 'cancelled') return <Panel>{t('cancelled.text')}</Panel>;
  const sources = (
    <Section
      title={t(round.agreed ? 'sources.title' : 'sources.soFar')}
      note={round.agreed ? undefined : t('sources.soFarNote')}
    >
      <Sources round={round} />
    </Section>
  );
  return (
    <Columns
      main={
        <Stack gap="lg">
          {round.state === 'review' ? <Progress round={round} /> : <Agreed round={round} />}
          {round.sources.length > 0 && sources}
          {round.agreed && round.unsigned.length > 0 && <Unsigned round={round} />}
        </Stack>
      }
      side={
        <Section title={t('facts.title')}>
          <div className={classes['facts']}>
            <Facts round={round} />
          </div>
        </Section>
      }
    />
  );
}

function Matching({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const failed = round.progress?.errorCode;
  return (
    <Stack>
      <ProgressPanel
        state={failed ? 'failed' : 'running'}
        title={t(failed ? 'matching.failed' : 'matching.title')}
        note={t(failed ? 'matching.failedNote' : 'matching.note')}
        {...(failed ? { share: 0 } : {})}
        acts={round.can.cancel && <CancelRound round={round} />}
      />
    </Stack>
  );
}

/** Pairs by decision, and what is still in the way of agreeing. */
function Progress({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const left = openOf(round);
  const words = useWords();
  const { unsigned } = round;
  const part = (key: 'decided' | 'unsure' | 'open', value: number, tone: 'for' | 'against' | 'rest') => ({
    key,
    value,
    tone,
    label: t(`part.${key}`, { count: value, number: number(value) }),
  });
  return (
    <Panel>
      <p className={classes['panelTitle']}>
        {t('progress.title', { count: round.pairs ?? 0, number: number(round.pairs ?? 0) })}
      </p>
      {(round.pairs ?? 0) > 0 && (
        <SplitBar
          label={t('progress.label')}
          parts={[
            part('decided', round.decided - round.unsure, 'for'),
            part('unsure', round.unsure, 'against'),
            part('open', left, 'rest'),
          ]}
        />
      )}
      <div className={classes['checks']}>
        <PlainList>
          <CheckLine done={left === 0}>
            {t(left === 0 ? 'check.allDecided' : 'check.left', { count: left, number: number(left) })}
          </CheckLine>
          {round.unsure > 0 && (
            <CheckLine done={false} note={t('check.unsureNote')}>
              {t('check.unsure', { count: round.unsure, number: number(round.unsure) })}
            </CheckLine>
          )}
          <CheckLine
            done={unsigned.length === 0}
            note={unsigned.length === 0 ? undefined : unsignedList(unsigned, words.period)}
          >
            {t(unsigned.length === 0 ? 'check.allSigned' : 'check.unsigned', { count: unsigned.length })}
          </CheckLine>
        </PlainList>
      </div>
    </Panel>
  );
}

const unsignedList = (unsigned: Round['unsigned'], period: (code: string) => string) =>
  unsigned.map((u) => `${u.agencyName} (${u.periods.map(period).join(', ')})`).join('; ');

/** Who had not answered for everything they handed in when the round was agreed. */
function Unsigned({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const words = useWords();
  return (
    <Panel tone="wait">
      {t('sources.leftOut', {
        count: round.unsigned.length,
        agencies: unsignedList(round.unsigned, words.period),
      })}
    </Panel>
  );
}

/** The agreed figures, beside what a plain sum over the sources would have said. */
function Agreed({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const { agreed } = round;
  if (!agreed) return null;
  const sum = round.sources.reduce((n, s) => n + s.victims, 0);
  return (
    <div>
      <dl className={classes['figures']}>
        <div>
          <dt>{t('agreed.cases')}</dt>
          <dd>{number(agreed.cases)}</dd>
        </div>
        <div>
          <dt>{t('agreed.victims')}</dt>
          <dd>{number(agreed.victims)}</dd>
        </div>
      </dl>
      {agreed.rows !== null && (
        <p className={classes['note']}>
          {t('agreed.sum', { count: sum, sum: number(sum), rows: number(agreed.rows) })}
        </p>
      )}
      {round.state === 'replaced' && <Panel tone="info">{t('agreed.replaced')}</Panel>}
    </div>
  );
}

function Facts({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const facts = [
    { key: 'year', value: String(round.year) },
    { key: 'opened', value: <DateText value={round.openedAt} /> },
    ...(round.rows === null ? [] : [{ key: 'rows', value: number(round.rows) }]),
    ...(round.pairs === null ? [] : [{ key: 'pairs', value: number(round.pairs) }]),
    ...(round.agreedAt === null ? [] : [{ key: 'agreed', value: <DateText value={round.agreedAt} /> }]),
    ...(round.recordNumber === null ? [] : [{ key: 'record', value: round.recordNumber }]),
    { key: 'engine', value: t('engine.exact') },
  ];
  return <SummaryList items={facts.map((f) => ({ ...f, term: t(`facts.${f.key}`) }))} />;
}
