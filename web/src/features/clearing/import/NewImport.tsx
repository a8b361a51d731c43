import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { uploadFile } from '../../../app/files.ts';
import { useMe } from '../../../app/me.ts';
import { useCommand } from '../../../app/use-command.ts';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { Panel, Stack } from '../../../ui/Layout.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SkeletonRows } from '../../../ui/States.tsx';
import classes from '../Clearing.module.css';
import { currentPeriod, PeriodSelect } from '../PeriodSelect.tsx';
import { clearingKey, periodAgenciesQuery, periodsQuery } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { SignedQuarter } from './SignedQuarter.tsx';

const accept = {
  'text/csv': ['.csv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};
const maxBytes = 200 * 1024 * 1024;

/** Hands a file in: quarter, file, and off it goes; `suggested` is the quarter the person came for. */
export function NewImport({ suggested }: { suggested: string | undefined }) {
  const { t } = useTranslation('clearing-import');
  const periods = useQuery(periodsQuery);
  const [chosen, setChosen] = useState<string>();
  const open = periods.data?.filter((p) => p.state === 'open') ?? [];
  const period = chosen ?? open.find((p) => p.code === suggested)?.code ?? currentPeriod(open)?.code;
  const sending = useSending(period);
  const me = useMe();
  const agencies = useQuery({ ...periodAgenciesQuery(period ?? ''), enabled: period !== undefined });
  const signed = agencies.data?.some((a) => a.agency === me.agency?.id && a.signedOffAt !== null) ?? false;
  if (!periods.data) return <SkeletonRows rows={3} />;
  return (
    <Section title={t('new.title')}>
      {open.length === 0 || period === undefined ? (
        <Panel tone="info">{t('new.noPeriod')}</Panel>
      ) : (
        <Stack>
          <div className={classes['narrow']}>
            <PeriodSelect periods={open} value={period} onChange={setChosen} hint={t('new.periodHint')} />
          </div>
          {signed && period !== undefined ? (
            <SignedQuarter period={period} />
          ) : (
            <FileDrop
              label={t('new.file')}
              hint={t('new.fileHint')}
              accept={accept}
              maxBytes={maxBytes}
              onFile={sending.send}
              progress={sending.share}
              fileName={sending.name}
              onCancel={sending.stop}
              error={sending.fault}
            />
          )}
        </Stack>
      )}
    </Section>
  );
}

function useSending(period: string | undefined) {
  const navigate = useNavigate();
  const problemText = useClearingProblem();
  const [share, setShare] = useState<number>();
  const [name, setName] = useState<string>();
  const [fault, setFault] = useState<string>();
  const abort = useRef<AbortController>(undefined);
  const failed = (error: unknown) => {
    setShare(undefined);
    if (!(error instanceof DOMException && error.name === 'AbortError')) setFault(problemText(error));
  };
  const create = useCommand(client.clearing.createImport, {
    invalidates: [clearingKey],
    onSuccess: ({ id }) => void navigate({ to: '/impor/$id', params: { id } }),
    onError: failed,
  });
  const send = (file: File) => {
    if (period === undefined) return;
    const stop = new AbortController();
    abort.current = stop;
    setName(file.name);
    setFault(undefined);
    setShare(0);
    uploadFile(file, { onProgress: setShare, signal: stop.signal }).then(
      (uploaded) => create.mutate({ file: uploaded.id, period }),
      failed,
    );
  };
  return { share, name, fault, send, stop: () => abort.current?.abort() };
}
