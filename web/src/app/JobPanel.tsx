import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Job } from '@simpul/contract/platform/jobs';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/FormatProvider.tsx';
import { ProblemStates } from '../ui/ProblemStates.tsx';
import { ProgressPanel } from '../ui/ProgressPanel.tsx';
import { SkeletonRows } from '../ui/States.tsx';
import { showToast } from '../ui/toasts.ts';
import { client } from './api.ts';
import { useCommand } from './use-command.ts';
import { useProblemText } from './use-problem-text.ts';

const isOver = (job: Pick<Job, 'state'>) => job.state !== 'queued' && job.state !== 'running';

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['oversight', 'job', id],
    queryFn: ({ signal }) => client.oversight.job({ id }, { signal, context: {} }),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 1000),
  });

/** Words of a job's state for its panel. */
const panelState = (job: Job) => {
  if (job.state === 'queued' || job.state === 'running')
    return job.cancelRequested ? 'cancelling' : 'running';
  return job.state;
};

interface JobPanelProps {
  id: string;
  /** What is being done: "Memeriksa berkas Polda Kaltim". */
  title: string;
  /** What to do when it is over, e.g. a download button. */
  acts?: ReactNode;
  /** Once, when the work ends while the panel is on screen. */
  onOver?: (job: Job) => void;
}

/** How far a piece of long work is; can be left, found again under Pengaturan, and cancelled. */
export function JobPanel({ id, title, acts, onOver }: JobPanelProps) {
  const { t } = useTranslation('jobs');
  const { t: problem } = useTranslation('problem');
  const { data: job, error, refetch } = useQuery(jobQuery(id));
  const { count } = useFormat();
  const problemText = useProblemText();
  const cancel = useCommand(client.oversight.cancelJob, {
    onError: (fault) => showToast({ kind: 'late', text: problemText(fault) }),
  });
  const seenRunning = useRef(false);
  const latest = useRef(onOver);
  latest.current = onOver;
  useEffect(() => {
    if (!job) return;
    if (!isOver(job)) seenRunning.current = true;
    else if (seenRunning.current) {
      seenRunning.current = false;
      latest.current?.(job);
    }
  }, [job]);
  if (error && !job) return <ProblemStates error={error} retry={() => void refetch()} />;
  if (!job) return <SkeletonRows rows={2} />;
  const far =
    job.total === null
      ? t('done', { done: count(job.done) })
      : t('doneOf', { done: count(job.done), total: count(job.total) });
  return (
    <ProgressPanel
      state={panelState(job)}
      title={title}
      note={
        job.state === 'queued'
          ? t('waiting')
          : job.errorCode
            ? problem(job.errorCode, { reference: id })
            : far
      }
      {...(job.total === null ? {} : { share: job.total === 0 ? 1 : job.done / job.total })}
      {...(job.abilities.cancel ? { onCancel: () => cancel.mutate({ id }) } : {})}
      acts={isOver(job) ? acts : undefined}
    />
  );
}
