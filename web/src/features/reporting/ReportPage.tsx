import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Panel } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import { type Step, Steps } from '../../ui/Steps.tsx';
import { daysBetween } from '../../ui/format.ts';
import { ChapterBody } from './ChapterBody.tsx';
import { ChapterList } from './ChapterList.tsx';
import { DownloadPaper } from './DownloadPaper.tsx';
import { FigureSide } from './FigureSide.tsx';
import { type PartKey, type ReportView, reportQuery } from './queries.ts';
import { MoreActs, PrimaryAct } from './ReportActs.tsx';
import classes from './Reporting.module.css';

interface ReportPageProps {
  id: string;
  part: PartKey;
  figure: string | undefined;
  today: string;
}

/** One report: its parts, the one that is read, and where its figures come from. */
export function ReportPage({ id, part, figure, today }: ReportPageProps) {
  const { t } = useTranslation('reporting');
  const { data, error, refetch } = useQuery(reportQuery(id));
  const title = useTitle(data);
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="all" to="/laporan">
            {t('list.title')}
          </Link>,
        ]}
        title={title}
        sub={data && <Due report={data} today={today} />}
        acts={
          data && (
            <>
              <DownloadPaper path={`/reporting/reports/${id}`} what={title} />
              <MoreActs report={data} today={today} />
            </>
          )
        }
        primary={data && <PrimaryAct report={data} today={today} />}
      />
      {error && !data ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={10} />
      ) : (
        <>
          <Progress report={data} />
          <Notices report={data} />
          <div className={classes['report']}>
            <ChapterList report={data} part={part} />
            <ChapterBody key={part} report={data} part={part} />
            <FigureSide report={data} part={part} chosen={figure} />
          </div>
        </>
      )}
    </>
  );
}

function useTitle(report: ReportView | undefined): string {
  const { t } = useTranslation('reporting');
  if (!report) return t('list.title');
  const filled = report.chapters.filter((c) => c.status !== 'empty').length;
  const name =
    report.edition > 1
      ? t('list.edition', { year: report.year, number: report.edition - 1 })
      : t('list.year', { year: report.year });
  return report.state === 'draft'
    ? t('report.filled', { name, count: filled, all: report.chapters.length })
    : t('report.is', { name, state: t(`state.${report.state}`).toLowerCase() });
}

function Due({ report, today }: { report: ReportView; today: string }) {
  const { t } = useTranslation('reporting');
  const { date, number } = useFormat();
  const open = report.state === 'draft' || report.state === 'frozen';
  if (!report.dueOn || !open) return <span>{t('report.class', { class: report.class })}</span>;
  const left = daysBetween(today, report.dueOn);
  return (
    <Status kind={left < 0 ? 'late' : 'wait'}>
      {t(left < 0 ? 'report.late' : 'report.due', {
        day: date(report.dueOn),
        count: Math.abs(left),
        number: number(Math.abs(left)),
      })}
    </Status>
  );
}

const order = ['draft', 'frozen', 'signed', 'submitted'] as const;

function Progress({ report }: { report: ReportView }) {
  const { t } = useTranslation('reporting');
  const { date } = useFormat();
  if (report.state === 'withdrawn') return null;
  const at = order.indexOf(report.state);
  const notes: Partial<Record<(typeof order)[number], string | null>> = {
    draft: t('report.read', { day: date(report.compiledAt) }),
    frozen: report.frozenAt && date(report.frozenAt),
    signed: report.signedAt && date(report.signedAt),
    submitted: report.submittedOn && date(report.submittedOn),
  };
  const steps = order.map((key, i): Step => {
    const note = notes[key];
    return {
      key,
      label: t(`state.${key}`),
      state: i < at || report.state === 'submitted' ? 'done' : i === at ? 'now' : 'todo',
      ...(note ? { note } : {}),
    };
  });
  return <Steps steps={steps} label={t('report.steps')} />;
}

function Notices({ report }: { report: ReportView }) {
  const { t } = useTranslation('reporting');
  const moved = report.figures.filter((f) => f.moved !== null).length;
  return (
    <div className={classes['notices']}>
      {report.state === 'withdrawn' && (
        <Panel>{t('report.withdrawn', { reason: report.withdrawnReason ?? '' })}</Panel>
      )}
      {!report.intact && (
        <Panel tone="late">
          <span role="alert">{t('report.damaged')}</span>
        </Panel>
      )}
      {!report.agreed && report.state !== 'withdrawn' && (
        <Panel tone="wait">{t('report.notAgreed', { year: report.year })}</Panel>
      )}
      {moved === 0 && report.unread > 0 && (
        <Panel tone="wait">
          {t(report.state === 'draft' ? 'report.newDraft' : 'report.newFrozen', { count: report.unread })}
        </Panel>
      )}
      {moved > 0 && report.state !== 'withdrawn' && (
        <Panel tone="wait">
          {t(report.state === 'draft' ? 'report.movedDraft' : 'report.movedFrozen', { count: moved })}
        </Panel>
      )}
    </div>
  );
}
