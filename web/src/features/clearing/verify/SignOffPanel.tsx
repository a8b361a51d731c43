import { Button } from '@mantine/core';
import { FileCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCan, useMe } from '../../../app/me.ts';
import { useCommand } from '../../../app/use-command.ts';
import { SplitBar } from '../../../ui/Bar.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Panel, Row, Stack } from '../../../ui/Layout.tsx';
import { CheckLine, PlainList } from '../../../ui/Rows.tsx';
import { Status } from '../../../ui/Status.tsx';
import { SummaryList } from '../../../ui/SummaryList.tsx';
import { showToast } from '../../../ui/toasts.ts';
import classes from '../Clearing.module.css';
import { clearingKey, type Period } from '../queries.ts';
import { ReasonForm } from '../ReasonForm.tsx';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { useWords } from '../use-words.ts';
import { type Counts, unconfirmedOf } from './counts.ts';

/** How far the agency's rows of the quarter are, what is missing, and the signature under them. */
export function SignOffPanel({ period, counts }: { period: Period; counts: Counts }) {
  const { t } = useTranslation('clearing-verify');
  const { number, dateTime } = useFormat();
  const words = useWords();
  const maySign = useCan('clearing.verify');
  const [open, setOpen] = useState<'sign' | 'withdraw'>();
  const waiting = unconfirmedOf(counts);
  const part = (
    key: 'confirmed' | 'excluded' | 'waiting',
    value: number,
    tone: 'for' | 'other' | 'rest',
  ) => ({
    key,
    value,
    tone,
    label: t(`part.${key}`, { count: value, number: number(value) }),
  });
  const isOpen = period.state === 'open';
  return (
    <Panel>
      <div className={classes['panelLine']}>
        <Row spread>
          <p>
            {counts.signedOffAt ? (
              <Status kind="ok" strong>
                {t('signed.at', { when: dateTime(counts.signedOffAt) })}
              </Status>
            ) : (
              <strong>{t('signOff.title', { period: words.period(period.code) })}</strong>
            )}
          </p>
          {isOpen && maySign && !counts.signedOffAt && (
            <Button
              leftSection={<FileCheck size={18} aria-hidden />}
              disabled={waiting > 0}
              onClick={() => setOpen('sign')}
            >
              {t('act.sign')}
            </Button>
          )}
          {isOpen && maySign && counts.signedOffAt && open !== 'withdraw' && (
            <Button onClick={() => setOpen('withdraw')}>{t('act.withdraw')}</Button>
          )}
        </Row>
      </div>
      {counts.rows > 0 && (
        <SplitBar
          label={t('part.label')}
          parts={[
            part('confirmed', counts.confirmed, 'for'),
            part('excluded', counts.excluded, 'other'),
            part('waiting', waiting, 'rest'),
          ]}
        />
      )}
      {!counts.signedOffAt && <Missing period={period} counts={counts} />}
      {!isOpen && <p className={classes['aside']}>{t('signOff.closed')}</p>}
      {open === 'withdraw' && <Withdraw period={period.code} onClose={() => setOpen(undefined)} />}
      {open === 'sign' && (
        <SignDialog period={period.code} counts={counts} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  );
}

/** What must be so before the quarter can be signed off. */
function Missing({ period, counts }: { period: Period; counts: Counts }) {
  const { t } = useTranslation('clearing-verify');
  const { number } = useFormat();
  if (period.state === 'closed') return null;
  const waiting = unconfirmedOf(counts);
  return (
    <div className={classes['checks']}>
      <PlainList>
        <CheckLine done={counts.rows > 0} note={counts.rows === 0 ? t('missing.noRowsNote') : undefined}>
          {t(counts.rows > 0 ? 'missing.rows' : 'missing.noRows', {
            count: counts.rows,
            number: number(counts.rows),
          })}
        </CheckLine>
        {counts.rows > 0 && (
          <CheckLine done={waiting === 0}>
            {t(waiting === 0 ? 'missing.allLooked' : 'missing.toLook', {
              count: waiting,
              number: number(waiting),
            })}
          </CheckLine>
        )}
      </PlainList>
    </div>
  );
}

function SignDialog({ period, counts, onClose }: { period: string; counts: Counts; onClose: () => void }) {
  const { t } = useTranslation('clearing-verify');
  const { number } = useFormat();
  const words = useWords();
  const me = useMe();
  const problemText = useClearingProblem();
  const id = useId();
  const [declared, setDeclared] = useState(false);
  const [fault, setFault] = useState<string>();
  const sign = useCommand(client.clearing.signOff, {
    invalidates: [clearingKey],
    onSuccess: () => {
      showToast({ kind: 'ok', text: t('signed.done', { period: words.period(period) }) });
      onClose();
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <Dialog open title={t('signOff.question', { period: words.period(period) })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          if (declared) sign.mutate({ period });
          else setFault(t('signOff.declareFirst'));
        }}
      >
        <Stack>
          <SummaryList
            items={[
              { key: 'agency', term: t('signOff.agency'), value: me.agency?.name ?? words.none },
              { key: 'confirmed', term: t('signOff.confirmed'), value: number(counts.confirmed) },
              { key: 'excluded', term: t('signOff.excluded'), value: number(counts.excluded) },
            ]}
          />
          <Choice
            type="checkbox"
            name={id}
            value="declared"
            checked={declared}
            onChange={setDeclared}
            hint={t('signOff.after')}
          >
            {t(counts.rows === 0 ? 'signOff.declareNone' : 'signOff.declare')}
          </Choice>
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={sign.isPending}>
              {t('act.sign')}
            </Button>
            <Button onClick={onClose} disabled={sign.isPending}>
              {t('act.cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

function Withdraw({ period, onClose }: { period: string; onClose: () => void }) {
  const { t } = useTranslation('clearing-verify');
  const words = useWords();
  const problemText = useClearingProblem();
  const [fault, setFault] = useState<string>();
  const withdraw = useCommand(client.clearing.withdrawSignOff, {
    invalidates: [clearingKey],
    onSuccess: () => {
      showToast({ kind: 'ok', text: t('signed.withdrawn', { period: words.period(period) }) });
      onClose();
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <div className={classes['form']}>
      <ReasonForm
        question={t('signOff.withdrawWhy')}
        yes={t('act.withdraw')}
        busy={withdraw.isPending}
        fault={fault}
        onYes={(reason) => withdraw.mutate({ period, reason })}
        onNo={onClose}
      >
        <p>{t('signOff.withdrawText')}</p>
      </ReasonForm>
    </div>
  );
}
