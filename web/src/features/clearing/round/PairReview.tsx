import { Button, TextInput } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCan } from '../../../app/me.ts';
import { useCommand } from '../../../app/use-command.ts';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { KeyCap } from '../../../ui/KeyHelp.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Pair, type PairLine, roundKey, type Round } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import classes from './Desk.module.css';
import { countAgreements } from './pair-words.ts';
import { PairTable } from './PairTable.tsx';
import { Reveal } from './Reveal.tsx';
import { type Decision, decisionIcons, DecisionStatus } from './RoundState.tsx';
import { useOpened } from './use-opened.ts';
import { Why } from './Why.tsx';

interface PairReviewProps {
  round: Round;
  pair: Pair;
  /** The pair decided last at this desk. */
  last: PairLine | undefined;
  onDecided: (line: Omit<PairLine, 'place' | 'month' | 'clear'>, decision: Decision) => void;
  onUndone: (id: string) => void;
  onMove: (step: 1 | -1) => void;
  mover: ReactNode;
}

const buttons = [
  { decision: 'same', key: 'y' },
  { decision: 'different', key: 't' },
  { decision: 'unsure', key: 'r' },
] as const satisfies readonly { decision: Decision; key: string }[];

/** One pair: the question, both records, the reason, and three buttons of which none pushes. */
export function PairReview(props: PairReviewProps) {
  const { round, pair, last, onMove, mover } = props;
  const { t } = useTranslation('clearing-round');
  const mayReveal = useCan('clearing.reveal');
  const opened = useOpened();
  const desk = useDeciding(props);
  useKeys([
    ...(round.can.decide
      ? [
          ...buttons.map(({ decision, key }) => ({
            key,
            label: t(`decide.${decision}`),
            run: () => desk.decide(decision),
          })),
          ...(desk.undoable ? [{ key: 'u', label: t('decide.undo'), run: desk.undo }] : []),
        ]
      : []),
    { key: 'j', label: t('desk.next'), run: () => onMove(1) },
    { key: 'k', label: t('desk.before'), run: () => onMove(-1) },
  ]);
  return (
    <>
      <div className={classes['centre']}>
        {mover}
        <PageHeader title={t('desk.title')} sub={<Sub round={round} pair={pair} />} />
        {pair.decision && <Decided pair={pair} />}
        <PairTable pair={pair} opened={opened.opened} />
        {mayReveal && <Reveal pair={pair} state={opened} />}
        {round.can.decide && (
          <>
            <div className={classes['reason']}>
              <TextInput
                ref={desk.field}
                label={t('decide.reason')}
                placeholder={t('decide.reasonHint')}
                maxLength={500}
                value={desk.reason}
                error={desk.missing && t('decide.reasonMissing')}
                onChange={(e) => desk.setReason(e.currentTarget.value)}
              />
            </div>
            {desk.fault && <FieldError>{desk.fault}</FieldError>}
            <div className={classes['acts']} data-acts-bar data-print="no">
              {buttons.map(({ decision, key }) => {
                const Icon = decisionIcons[decision];
                return (
                  <Button
                    key={decision}
                    size="md"
                    leftSection={<Icon size={18} aria-hidden />}
                    rightSection={<KeyCap>{key}</KeyCap>}
                    loading={desk.deciding === decision}
                    onClick={() => desk.decide(decision)}
                  >
                    {t(`decide.${decision}`)}
                  </Button>
                );
              })}
              {desk.undoable && (
                <span className={classes['undo']}>
                  <Button
                    leftSection={<Undo2 size={18} aria-hidden />}
                    rightSection={<KeyCap>U</KeyCap>}
                    loading={desk.undoing}
                    onClick={desk.undo}
                  >
                    {t('decide.undoNumber', { number: pair.decision ? pair.number : (last?.number ?? '') })}
                  </Button>
                </span>
              )}
            </div>
          </>
        )}
      </div>
      <aside className={classes['aside']}>
        <Why pair={pair} />
      </aside>
    </>
  );
}

/** Deciding and undoing, with the reason that is asked for "unsure". */
function useDeciding({ round, pair, last, onDecided, onUndone }: PairReviewProps) {
  const { t } = useTranslation('clearing-round');
  const problemText = useClearingProblem();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [fault, setFault] = useState<string>();
  const onError = (error: unknown) => setFault(problemText(error));
  const keys = [roundKey(round.id), ['clearing', 'pair']];
  const undo = useCommand(client.clearing.undoDecision, {
    invalidates: keys,
    onSuccess: ({ id }) => onUndone(id),
    onError,
  });
  // What can be undone is asked for when it is undone: another steward may have changed it meanwhile.
  const undoPair = async (id: string) => {
    try {
      const { version } = await client.clearing.getPair({ id }, { context: {} });
      undo.mutate({ id, version });
    } catch (error) {
      onError(error);
    }
  };
  const send = useCommand(client.clearing.decidePair, {
    invalidates: keys,
    onSuccess: (_ref, { decision }) => {
      const { id, number, agencyA, agencyB, basis } = pair;
      onDecided({ id, number, agencyA, agencyB, basis, decision }, decision);
      showToast({
        kind: 'ok',
        text: t('decide.done', { number, decision: t(`decision.${decision}`) }),
        undo: { label: t('decide.undo'), run: () => void undoPair(id) },
      });
    },
    onError,
  });
  const busy = send.isPending || undo.isPending;
  return {
    field,
    reason,
    missing,
    fault,
    undoing: undo.isPending,
    deciding: send.isPending ? send.variables.decision : undefined,
    undoable: pair.decision !== null || last !== undefined,
    setReason: (text: string) => {
      setReason(text);
      setMissing(false);
    },
    undo: () => {
      const id = pair.decision === null ? last?.id : pair.id;
      if (id !== undefined && !busy) void undoPair(id);
    },
    decide: (decision: Decision) => {
      if (busy) return;
      const own = reason.trim();
      if (decision === 'unsure' && own.length < 3) {
        setMissing(true);
        field.current?.focus();
        return;
      }
      setFault(undefined);
      send.mutate({ id: pair.id, version: pair.version, decision, ...(own === '' ? {} : { reason: own }) });
    },
  };
}

function Sub({ round, pair }: { round: Round; pair: Pair }) {
  const { t } = useTranslation('clearing-round');
  const { number, numberWord } = useFormat();
  const { unequal, missing } = countAgreements(pair.pattern, pair.agencyA === pair.agencyB);
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return (
    <>
      <span className={classes['onDesk']}>
        {t('desk.number', { at: number(pair.number), pairs: number(round.pairs ?? 0) })}.{' '}
      </span>
      {unequal === 0
        ? t('desk.allEqual')
        : t('desk.unequal', { count: unequal, number: upper(numberWord(unequal)) })}{' '}
      {missing > 0 && t('desk.missing', { count: missing, number: upper(numberWord(missing)) })}
    </>
  );
}

/** Who decided it, when and why; where it was taken over, in which round. */
function Decided({ pair }: { pair: Pair }) {
  const { t } = useTranslation('clearing-round');
  const { dateTime } = useFormat();
  if (!pair.decision) return null;
  const { decidedIn, decidedByName, decidedAt, reason } = pair;
  return (
    <p className={classes['decided']}>
      <DecisionStatus decision={pair.decision} />
      <span className={classes['small']}>
        {decidedAt &&
          t(decidedByName === null ? 'desk.decidedAt' : 'desk.decidedBy', {
            who: decidedByName,
            when: dateTime(decidedAt),
          })}
        {decidedIn && ` ${t('desk.reused', { round: t('round.name', decidedIn) })}`}
        {reason && ` ${t('desk.because', { reason })}`}
      </span>
    </p>
  );
}
