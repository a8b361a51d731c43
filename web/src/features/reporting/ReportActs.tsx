import { Button } from '@mantine/core';
import { PenLine, Send, Snowflake } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { ReportView } from './queries.ts';
import classes from './Reporting.module.css';
import { SubmitDialog, WhyDialog } from './ReportDialogs.tsx';
import { useReportProblem } from './use-report-problem.ts';

interface ActsProps {
  report: ReportView;
  today: string;
}

/** The one act this person is waited for. */
export function PrimaryAct({ report, today }: ActsProps) {
  const { can } = report;
  if (can.sign) return <Fix report={report} act="sign" />;
  if (can.freeze) return <Fix report={report} act="freeze" />;
  if (can.submit) return <Submit report={report} today={today} />;
  return null;
}

/** Freezing and signing: what becomes fixed is said before. */
function Fix({ report, act }: { report: ReportView; act: 'freeze' | 'sign' }) {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<string>();
  const options = {
    onSuccess: () => {
      setOpen(false);
      showToast({ kind: 'ok', text: t(`${act}.done`, { year: report.year }) });
    },
    onError: (error: Error) => setFault(problemText(error)),
  };
  const freeze = useCommand(client.reporting.freezeReport, options);
  const sign = useCommand(client.reporting.signReport, options);
  const run = act === 'sign' ? sign : freeze;
  const empty = report.chapters.filter((c) => c.status === 'empty').length;
  const Icon = act === 'sign' ? PenLine : Snowflake;
  return (
    <>
      <Button
        variant="filled"
        leftSection={<Icon size={18} aria-hidden />}
        onClick={() => {
          setFault(undefined);
          setOpen(true);
        }}
      >
        {t(`${act}.act`)}
      </Button>
      <Confirm
        open={open}
        title={t(`${act}.title`, { year: report.year })}
        yes={t(`${act}.act`)}
        busy={run.isPending}
        onYes={() => run.mutate({ id: report.id, version: report.version })}
        onNo={() => setOpen(false)}
      >
        <Stack gap="sm">
          <ul className={classes['bullets']}>
            <li>{t(`${act}.fixed`, { count: report.figures.length })}</li>
            <li>{t(`${act}.after`)}</li>
            {empty > 0 && <li>{t('freeze.empty', { count: empty })}</li>}
            {!report.agreed && <li>{t('report.notAgreed', { year: report.year })}</li>}
          </ul>
          {fault && <FieldError>{fault}</FieldError>}
        </Stack>
      </Confirm>
    </>
  );
}

function Submit({ report, today }: ActsProps) {
  const { t } = useTranslation('reporting');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="filled" leftSection={<Send size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('submit.act')}
      </Button>
      {open && <SubmitDialog report={report} today={today} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What may also be done: seldom, so behind one button. */
export function MoreActs({ report }: ActsProps) {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const [asking, setAsking] = useState<'withdraw' | 'reopen'>();
  const refresh = useCommand(client.reporting.refreshDraft, {
    onSuccess: () => showToast({ kind: 'ok', text: t('refresh.done') }),
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  const { can } = report;
  if (!can.refresh && !can.withdraw && !can.reopen) return null;
  return (
    <>
      <Disclosure label={t('more')} className={classes['more']}>
        {(close) => (
          <ul className={classes['menu']}>
            {can.refresh && (
              <li>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    refresh.mutate({ id: report.id, version: report.version });
                  }}
                >
                  {t('refresh.act')}
                </button>
              </li>
            )}
            {(['reopen', 'withdraw'] as const)
              .filter((act) => can[act])
              .map((act) => (
                <li key={act}>
                  <button
                    type="button"
                    onClick={() => {
                      close();
                      setAsking(act);
                    }}
                  >
                    {t(`${act}.act`)}
                  </button>
                </li>
              ))}
          </ul>
        )}
      </Disclosure>
      {asking && <WhyDialog report={report} act={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}
