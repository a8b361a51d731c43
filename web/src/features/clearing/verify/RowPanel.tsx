import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Ban, Check, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { Panel, Row, Stack } from '../../../ui/Layout.tsx';
import { ProblemStates } from '../../../ui/ProblemStates.tsx';
import { SkeletonRows } from '../../../ui/States.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useSearchState } from '../../../ui/use-search-state.ts';
import classes from '../Clearing.module.css';
import { clearingKey, type RowDetail, rowQuery } from '../queries.ts';
import { ReasonForm } from '../ReasonForm.tsx';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { useWords } from '../use-words.ts';
import { CorrectRow } from './CorrectRow.tsx';
import { RowFacts } from './RowFacts.tsx';
import { RowIdentity } from './RowIdentity.tsx';
import { RowState } from './RowState.tsx';

interface RowPanelProps {
  id: string;
  /** Signed off or closed: rows stand still. */
  closed: boolean;
  onClose: () => void;
}

/** One row beside the list: what is counted, who it speaks of when that is needed, and what may be done. */
export function RowPanel({ id, closed, onClose }: RowPanelProps) {
  const { t } = useTranslation('clearing-verify');
  const words = useWords();
  const { data, error, refetch } = useQuery(rowQuery(id));
  const title = data
    ? t('row.title', { number: String(data.rowNumber), period: words.period(data.period) })
    : t('row.plain');
  return (
    <Dialog open look="side" title={title} onClose={onClose}>
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <Content row={data} closed={closed} />
      )}
    </Dialog>
  );
}

function Content({ row, closed }: { row: RowDetail; closed: boolean }) {
  const { t } = useTranslation('clearing-verify');
  const { set } = useSearchState();
  const [open, setOpen] = useState<'exclude' | 'correct'>();
  const replaced = row.state === 'superseded';
  return (
    <Stack>
      <Row>
        <RowState state={row.state} />
        {row.supersedes && (
          <button
            type="button"
            className="link-button"
            onClick={() => set({ baris: row.supersedes ?? undefined }, true)}
          >
            {t('row.before')}
          </button>
        )}
      </Row>
      {row.stateReason && <p className={classes['quiet']}>{t('row.reason', { reason: row.stateReason })}</p>}
      {replaced && <Panel tone="info">{t('row.replaced')}</Panel>}
      {!replaced && closed && <Panel tone="info">{t('row.closed')}</Panel>}
      {open === 'correct' ? (
        <CorrectRow row={row} onClose={() => setOpen(undefined)} onDone={(id) => set({ baris: id }, true)} />
      ) : (
        <>
          <RowFacts row={row} />
          {row.hasIdentity && <RowIdentity row={row} />}
          {!replaced && !closed && open === undefined && (
            <Acts row={row} onExclude={() => setOpen('exclude')} onCorrect={() => setOpen('correct')} />
          )}
          {open === 'exclude' && <Exclude row={row} onClose={() => setOpen(undefined)} />}
        </>
      )}
    </Stack>
  );
}

function Acts({
  row,
  onExclude,
  onCorrect,
}: {
  row: RowDetail;
  onExclude: () => void;
  onCorrect: () => void;
}) {
  const { t } = useTranslation('clearing-verify');
  const problemText = useClearingProblem();
  const [fault, setFault] = useState<string>();
  const confirm = useCommand(client.clearing.confirmRows, {
    invalidates: [clearingKey],
    onSuccess: () => showToast({ kind: 'ok', text: t('row.confirmed') }),
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <Stack gap="sm">
      {fault && <FieldError>{fault}</FieldError>}
      <Row>
        {row.state !== 'confirmed' && (
          <Button
            variant="filled"
            leftSection={<Check size={18} aria-hidden />}
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ period: row.period, rows: [row.id] })}
          >
            {t(row.state === 'excluded' ? 'act.takeIn' : 'act.confirm')}
          </Button>
        )}
        <Button leftSection={<Pencil size={18} aria-hidden />} onClick={onCorrect}>
          {t('act.correct')}
        </Button>
        {row.state !== 'excluded' && (
          <Button leftSection={<Ban size={18} aria-hidden />} onClick={onExclude}>
            {t('act.exclude')}
          </Button>
        )}
      </Row>
    </Stack>
  );
}

function Exclude({ row, onClose }: { row: RowDetail; onClose: () => void }) {
  const { t } = useTranslation('clearing-verify');
  const problemText = useClearingProblem();
  const [fault, setFault] = useState<string>();
  const exclude = useCommand(client.clearing.excludeRow, {
    invalidates: [clearingKey],
    onSuccess: () => {
      showToast({ kind: 'ok', text: t('row.excluded') });
      onClose();
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <ReasonForm
      question={t('row.excludeWhy')}
      yes={t('act.exclude')}
      busy={exclude.isPending}
      fault={fault}
      onYes={(reason) => exclude.mutate({ id: row.id, version: row.version, reason })}
      onNo={onClose}
    />
  );
}
