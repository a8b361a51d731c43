import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageProblem } from '../../../app/PageProblem.tsx';
import { Code } from '../../../ui/Code.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Columns, Panel } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonRows } from '../../../ui/States.tsx';
import { Steps } from '../../../ui/Steps.tsx';
import classes from '../Clearing.module.css';
import { type Import, importQuery } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { AcceptImport, CancelImport, ImportDownloads } from './ImportActs.tsx';
import { WithdrawImport } from './WithdrawImport.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ProblemGroups } from './ProblemGroups.tsx';
import { Questions } from './Questions.tsx';
import { ReadingOptions } from './ReadingOptions.tsx';
import { SignedQuarter } from './SignedQuarter.tsx';
import { stageOf, stepNames, stepStates, type Stage } from './stage.ts';
import { useReading } from './use-reading.ts';

/** One import: what was found so far, what is asked, and the one next step. */
export function ImportPage({ id }: { id: string }) {
  const { t } = useTranslation('clearing-import');
  const { data, error, refetch } = useQuery(importQuery(id));
  if (error && !data) return <PageProblem error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} label={t('page.loading')} />;
  return <Loaded imp={data} />;
}

function Loaded({ imp }: { imp: Import }) {
  const { t } = useTranslation('clearing-import');
  const words = useWords();
  const stage = stageOf(imp);
  const reading = useReading(imp);
  const states = stepStates(stage);
  const showColumns = imp.columns.length > 0 && stage !== 'cancelled' && stage !== 'withdrawn';
  return (
    <>
      <PageHeader
        title={useTitle(imp, stage)}
        sub={<FileLine imp={imp} />}
        crumbs={[
          <Link key="list" to="/impor">
            {t('list.title')}
          </Link>,
          <Link key="period" to="/impor" search={{ periode: imp.period }}>
            {words.Period(imp.period)}
          </Link>,
        ]}
        acts={
          <>
            {imp.can.cancel && stage !== 'checking' && stage !== 'accepting' && <CancelImport imp={imp} />}
            {imp.can.withdraw && <WithdrawImport imp={imp} />}
            {stage !== 'cancelled' && stage !== 'checking' && <ImportDownloads imp={imp} />}
          </>
        }
        primary={<AcceptImport imp={imp} stage={stage} dirty={reading.dirty} />}
      />
      <Steps
        label={t('step.label')}
        steps={stepNames.map((key, i) => ({ key, label: t(`step.${key}`), state: states[i] ?? 'todo' }))}
      />
      <div className={classes['page']}>
        {imp.sameFileAs && (
          <Panel tone="info">
            {t('same.text')}{' '}
            <Link to="/impor/$id" params={{ id: imp.sameFileAs }}>
              {t('same.open')}
            </Link>
          </Panel>
        )}
        {imp.quarter === 'signed' && imp.can.cancel && <SignedQuarter period={imp.period} />}
        <Unseen imp={imp} />
        <ImportProgress imp={imp} stage={stage} />
        {stage === 'questions' && <Questions key={imp.version} imp={imp} reading={reading} />}
        {showColumns && <Found imp={imp} reading={reading} />}
      </div>
    </>
  );
}

/** What a person who looks at the workbook does not see, or takes for read. */
function Unseen({ imp }: { imp: Import }) {
  const { t } = useTranslation('clearing-import');
  const { number } = useFormat();
  const others = imp.sheets.filter((name) => name !== imp.sheet);
  if (imp.state === 'cancelled' || (others.length === 0 && imp.hiddenRows === 0)) return null;
  return (
    <Panel tone="info">
      {others.length > 0 && (
        <p>{t('unseen.sheets', { count: others.length, sheet: imp.sheet, sheets: others.join(', ') })}</p>
      )}
      {imp.hiddenRows > 0 && (
        <p>{t('unseen.rows', { count: imp.hiddenRows, number: number(imp.hiddenRows) })}</p>
      )}
    </Panel>
  );
}

function Found({ imp, reading }: { imp: Import; reading: ReturnType<typeof useReading> }) {
  const side = imp.groups.length > 0 || (imp.mapping?.decisions?.length ?? 0) > 0;
  const main = (
    <>
      <ImportColumns imp={imp} reading={reading} />
      {imp.can.map && <ReadingOptions imp={imp} reading={reading} />}
    </>
  );
  if (!side) return main;
  return (
    <Columns urgent={imp.rowsWrong > 0} main={main} side={<ProblemGroups imp={imp} reading={reading} />} />
  );
}

function useTitle(imp: Import, stage: Stage): string {
  const { t } = useTranslation('clearing-import');
  const { number } = useFormat();
  const words = useWords();
  const counts = {
    period: words.period(imp.period),
    total: number(imp.rowsTotal),
    wrong: number(imp.rowsWrong),
    ready: number(imp.rowsReady),
  };
  if (stage === 'questions') return t('title.questions', { count: imp.refusals.length });
  if (stage === 'ready' || stage === 'accepting' || stage === 'accepted')
    return t(`title.${stage}`, { ...counts, count: imp.rowsReady });
  return t(`title.${stage}`, { ...counts, count: imp.rowsWrong });
}

/** What the file is, never its name: names of files may hold names of people. */
function FileLine({ imp }: { imp: Import }) {
  const { t } = useTranslation('clearing-import');
  const { number, bytes, ago } = useFormat();
  const parts = [
    `${imp.kind.toUpperCase()}, ${bytes(imp.bytes)}`,
    ...(imp.sheet === null ? [] : [t('file.sheet', { sheet: imp.sheet })]),
    ...(imp.rowsTotal > 0 ? [t('file.rows', { count: imp.rowsTotal, number: number(imp.rowsTotal) })] : []),
    ...(imp.columns.length > 0 ? [t('file.columns', { count: imp.columns.length })] : []),
    t('file.when', { when: ago(imp.createdAt, new Date()) }),
  ];
  return (
    <span className={classes['fileLine']}>
      <FileText size={18} aria-hidden />
      <span>
        {parts.join(' · ')} · {t('file.hash')} <Code>{imp.sha256.slice(0, 12)}</Code>
      </span>
    </span>
  );
}
