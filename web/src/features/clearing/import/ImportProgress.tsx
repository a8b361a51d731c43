import { fileProblemMessage } from '@simpul/contract/clearing/problem-messages';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { SplitBar } from '../../../ui/Bar.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Panel } from '../../../ui/Layout.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { showToast } from '../../../ui/toasts.ts';
import classes from '../Clearing.module.css';
import { clearingKey, type Import } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { useWords } from '../use-words.ts';
import { partsOf, type Stage } from './stage.ts';

/** Where the rows stand: one bar whose parts are all rows of the file; while work runs, how far it is. */
export function ImportProgress({ imp, stage }: { imp: Import; stage: Stage }) {
  if (stage === 'checking' || stage === 'accepting') return <Running imp={imp} stage={stage} />;
  if (stage === 'cancelled' || stage === 'withdrawn' || stage === 'failed')
    return <Over imp={imp} stage={stage} />;
  if (stage === 'questions') return null;
  return <Found imp={imp} stage={stage} />;
}

function Running({ imp, stage }: { imp: Import; stage: 'checking' | 'accepting' }) {
  const { t } = useTranslation('clearing-import');
  const { number } = useFormat();
  const problemText = useClearingProblem();
  const cancel = useCommand(client.clearing.cancelImport, {
    invalidates: [clearingKey],
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  const done = imp.progress?.done ?? 0;
  const total = stage === 'accepting' ? imp.rowsReady : 0;
  const counts = { count: done, done: number(done), total: number(total) };
  const title =
    done === 0 ? t('progress.starting') : t(total > 0 ? 'progress.accepting' : 'progress.checking', counts);
  return (
    <ProgressPanel
      state={cancel.isPending || cancel.isSuccess ? 'cancelling' : 'running'}
      title={title}
      {...(total > 0 && done > 0 ? { share: Math.min(1, done / total) } : {})}
      {...(imp.can.cancel ? { onCancel: () => cancel.mutate({ id: imp.id, version: imp.version }) } : {})}
      aside={t(`progress.${stage}Aside`)}
    />
  );
}

/** What broke the reading, with its row and mend; where it was not the file, that it ended early. */
function useWhyFailed(imp: Import): string {
  const { t } = useTranslation('clearing-import');
  const { language } = useWords();
  if (imp.refusals.length === 0) return `${t('over.unknown')} ${t('over.failedMend')}`;
  return imp.refusals
    .map((refusal) => fileProblemMessage(refusal, language))
    .map(({ what, mend }) => `${what} ${mend}`)
    .join(' ');
}

function Over({ imp, stage }: { imp: Import; stage: 'cancelled' | 'withdrawn' | 'failed' }) {
  const { t } = useTranslation('clearing-import');
  const why = useWhyFailed(imp);
  return (
    <ProgressPanel
      state={stage === 'failed' ? 'failed' : 'cancelled'}
      title={t(`over.${stage}`)}
      note={stage === 'failed' ? why : t(`over.${stage}Note`)}
      share={0}
      acts={<Link to="/impor">{t('over.again')}</Link>}
    />
  );
}

function Found({ imp, stage }: { imp: Import; stage: Stage }) {
  const { t } = useTranslation('clearing-import');
  const { number, dateTime } = useFormat();
  const words = useWords();
  const nameOf = (key: string) => (stage === 'accepted' && key === 'ready' ? 'taken' : key);
  const said = partsOf(imp).filter((part) => part.value > 0 || part.key === 'ready');
  const parts = said.map((part) => ({
    ...part,
    label: t(`part.${nameOf(part.key)}`, { count: part.value, number: number(part.value) }),
  }));
  return (
    <Panel>
      <p className={classes['panelTitle']}>
        {stage === 'accepted' && imp.acceptedAt ? (
          <>
            {t('bar.accepted', { when: dateTime(imp.acceptedAt), period: words.period(imp.period) })}{' '}
            <Link to="/verifikasi" search={{ periode: imp.period, impor: imp.id }}>
              {t('bar.verify')}
            </Link>
          </>
        ) : (
          t('bar.title', { count: imp.rowsTotal, number: number(imp.rowsTotal) })
        )}
      </p>
      {imp.rowsTotal > 0 && <SplitBar parts={parts} label={t('bar.label')} />}
      {stage !== 'accepted' && <p className={classes['aside']}>{t(`bar.${stage}`)}</p>}
    </Panel>
  );
}
