import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check, Download, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { downloadFile } from '../../../app/files.ts';
import { useCommand } from '../../../app/use-command.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Stack } from '../../../ui/Layout.tsx';
import { showToast } from '../../../ui/toasts.ts';
import classes from '../Clearing.module.css';
import { clearingKey, type Import } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { useWords } from '../use-words.ts';
import type { Stage } from './stage.ts';

/** Takes the rows in: all or none. Off, with the reason beside the bar, while rows are wrong. */
export function AcceptImport({ imp, stage, dirty }: { imp: Import; stage: Stage; dirty: boolean }) {
  const { t } = useTranslation('clearing-import');
  const { number } = useFormat();
  const words = useWords();
  const problemText = useClearingProblem();
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string>();
  const accept = useCommand(client.clearing.acceptImport, {
    invalidates: [clearingKey],
    onSuccess: () => setAsking(false),
    onError: (error) => setFault(problemText(error)),
  });
  if (stage === 'accepted')
    return (
      <Button
        variant="filled"
        renderRoot={(props) => (
          <Link to="/verifikasi" search={{ periode: imp.period, impor: imp.id }} {...props} />
        )}
      >
        {t('act.verify')}
      </Button>
    );
  if (!['wrong', 'ready', 'nothing', 'checking'].includes(stage)) return null;
  const counts = {
    count: imp.rowsReady,
    number: number(imp.rowsReady),
    known: number(imp.rowsKnown),
    leftOut: number(imp.rowsLeftOut),
    period: words.period(imp.period),
  };
  return (
    <>
      <Button
        variant="filled"
        leftSection={<Check size={18} aria-hidden />}
        disabled={!imp.can.accept || dirty}
        onClick={() => {
          setFault(undefined);
          setAsking(true);
        }}
      >
        {stage === 'ready' ? t('act.acceptRows', counts) : t('act.accept')}
      </Button>
      <Confirm
        open={asking}
        title={t('accept.title', counts)}
        yes={t('act.acceptRows', counts)}
        busy={accept.isPending}
        onYes={() => accept.mutate({ id: imp.id, version: imp.version })}
        onNo={() => setAsking(false)}
      >
        <Stack gap="sm">
          <p>{t('accept.text')}</p>
          {imp.rowsKnown > 0 && <p>{t('accept.known', { ...counts, count: imp.rowsKnown })}</p>}
          {imp.rowsRepeated > 0 && (
            <p>{t('accept.repeated', { count: imp.rowsRepeated, number: number(imp.rowsRepeated) })}</p>
          )}
          {imp.rowsLeftOut > 0 && <p>{t('accept.leftOut', { ...counts, count: imp.rowsLeftOut })}</p>}
          {imp.groups.length > 0 && <p>{t('accept.warnings')}</p>}
          {fault && <FieldError>{fault}</FieldError>}
        </Stack>
      </Confirm>
    </>
  );
}

export function CancelImport({ imp }: { imp: Import }) {
  const { t } = useTranslation('clearing-import');
  const problemText = useClearingProblem();
  const [asking, setAsking] = useState(false);
  const cancel = useCommand(client.clearing.cancelImport, {
    invalidates: [clearingKey],
    onSuccess: () => setAsking(false),
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  return (
    <>
      <Button leftSection={<X size={18} aria-hidden />} onClick={() => setAsking(true)}>
        {t('act.cancel')}
      </Button>
      <Confirm
        open={asking}
        title={t('cancel.title')}
        yes={t('act.cancel')}
        busy={cancel.isPending}
        onYes={() => cancel.mutate({ id: imp.id, version: imp.version })}
        onNo={() => setAsking(false)}
      >
        <p>{t('cancel.text')}</p>
      </Confirm>
    </>
  );
}

/** What leaves as a file; every download is logged. */
export function ImportDownloads({ imp }: { imp: Import }) {
  const { t, i18n } = useTranslation('clearing-import');
  const problemText = useClearingProblem();
  const [busy, setBusy] = useState(false);
  const fetchFile = async (path: string) => {
    setBusy(true);
    try {
      await downloadFile(`/clearing/imports/${imp.id}/${path}`, { language: i18n.language });
    } catch (error) {
      showToast({ kind: 'late', text: problemText(error) });
    } finally {
      setBusy(false);
    }
  };
  const hasProblems = imp.groups.length > 0 && (imp.state === 'checked' || imp.state === 'accepted');
  const files = [
    ...(hasProblems
      ? [
          { path: 'corrected.xlsx', label: t('download.xlsx') },
          { path: 'corrected.csv', label: t('download.csv') },
        ]
      : []),
    { path: 'original', label: t('download.original') },
  ];
  return (
    <Disclosure
      className={classes['menuButton']}
      label={
        <>
          <Download size={18} aria-hidden />
          {hasProblems ? t('download.problems') : t('download.title')}
        </>
      }
    >
      {(close) => (
        <Stack gap="sm">
          <p className={classes['quiet']}>{t('download.note')}</p>
          <ul className={classes['menu']}>
            {files.map(({ path, label }) => (
              <li key={path}>
                <button
                  type="button"
                  className="link-button"
                  disabled={busy}
                  onClick={() => {
                    close();
                    void fetchFile(path);
                  }}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </Stack>
      )}
    </Disclosure>
  );
}
