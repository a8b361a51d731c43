import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { showToast } from '../../ui/toasts.ts';

export const reasonedActs = ['pause', 'resume', 'choose', 'reopen'] as const;
export type ReasonedAct = (typeof reasonedActs)[number];

/** The acts on one deadline: done with a way back for ten seconds, the others with their reason. */
export function useDeadlineActs(id: string, onDone: () => void) {
  const { t } = useTranslation('duties');
  const problemText = useProblemText();
  const [fault, setFault] = useState<string>();
  const onError = (error: Error) => setFault(problemText(error));
  const after = (act: ReasonedAct) => () => {
    onDone();
    showToast({ kind: 'ok', text: t(`acted.${act}`) });
  };
  const undo = useCommand(client.duties.reopenDeadline, {
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  const complete = useCommand(client.duties.completeDeadline, {
    onError,
    onSuccess: ({ version }) => {
      onDone();
      showToast({
        kind: 'ok',
        text: t('acted.complete'),
        ...(version === undefined
          ? {}
          : { undo: { label: t('undo'), run: () => undo.mutate({ id, version, reason: t('undoReason') }) } }),
      });
    },
  });
  const pause = useCommand(client.duties.pauseDeadline, { onError, onSuccess: after('pause') });
  const resume = useCommand(client.duties.resumeDeadline, { onError, onSuccess: after('resume') });
  const choose = useCommand(client.duties.chooseDeadline, { onError, onSuccess: after('choose') });
  const reopen = useCommand(client.duties.reopenDeadline, { onError, onSuccess: after('reopen') });
  const commands = { pause, resume, choose, reopen };
  return {
    fault,
    clear: () => setFault(undefined),
    complete: (version: number) => complete.mutate({ id, version }),
    run: (act: ReasonedAct, version: number, reason: string) => commands[act].mutate({ id, version, reason }),
    busy: [complete, pause, resume, choose, reopen].some((command) => command.isPending),
  };
}
