import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/toasts.ts';
import { api } from '../api.ts';

/** Says so when work of one's own ends while one is elsewhere. */
export function useJobNotices(): void {
  const { t } = useTranslation('jobs', { useSuspense: false });
  const { data } = useQuery({
    ...api.oversight.jobs.queryOptions({ input: { scope: 'mine', limit: 10 } }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((job) => job.state === 'running' || job.state === 'queued') ? 5000 : 60_000,
  });
  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const job of data?.items ?? []) {
      if (job.state === 'running' || job.state === 'queued') running.current.add(job.id);
      else if (running.current.delete(job.id))
        showToast({
          kind: job.state === 'done' ? 'ok' : job.state === 'failed' ? 'late' : 'info',
          text: t(`over.${job.state}`, { name: t(`task.${job.task}`, { defaultValue: job.task }) }),
        });
    }
  }, [data, t]);
}
