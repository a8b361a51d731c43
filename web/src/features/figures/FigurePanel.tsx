import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateText, useFormat } from '../../ui/FormatProvider.tsx';
import { Panel, Row, Stack } from '../../ui/Layout.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { Section } from '../../ui/Section.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import { FigureButton } from './FigureButton.tsx';
import classes from './Figures.module.css';
import { Provenance } from './Provenance.tsx';
import { type FigureDetail, type FigureLine, figureQuery } from './queries.ts';
import { SupersedeForm } from './SupersedeForm.tsx';
import { useWords } from './use-words.ts';

/** What stands behind one number, beside the page that shows it. */
export function FigurePanel({ id }: { id: string }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const { set } = useSearchState();
  const { data, error, refetch } = useQuery(figureQuery(id));
  const close = () => set({ angka: undefined }, true);
  return (
    <Dialog look="side" open title={data ? words.title(data) : t('panel.title')} onClose={close}>
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <Detail figure={data} />
      )}
    </Dialog>
  );
}

function Detail({ figure: f }: { figure: FigureDetail }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const { date } = useFormat();
  return (
    <Stack gap="lg">
      <p className={classes['big']}>
        {words.value(f)} <span>{words.unit(f.unit)}</span>
      </p>
      {f.supersededAt !== null && (
        <Panel tone="wait">
          {t('panel.superseded', { day: date(f.supersededAt) })}{' '}
          {f.supersededReason === 'new_round' ? t('panel.newRound') : f.supersededReason}
        </Panel>
      )}
      <Provenance figure={f} />
      <Doubts figure={f} />
      <Acts figure={f} />
      {f.before.length > 0 && (
        <Section level={3} title={t('panel.before')}>
          <ul className={classes['lines']}>
            {f.before.map((b) => (
              <li key={b.id}>
                <FigureButton figure={b} />{' '}
                {b.supersededAt && (
                  <span className={classes['quiet']}>
                    {t('panel.until')} <DateText value={b.supersededAt} />
                    {b.supersededReason && b.supersededReason !== 'new_round' && `: ${b.supersededReason}`}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}

/** Sums that fail, series that fall, sources that say something else: told, never mended in silence. */
function Doubts({ figure: f }: { figure: FigureDetail }) {
  const { t } = useTranslation('figures');
  const { number } = useFormat();
  const words = useWords();
  const line = (one: FigureLine) => (
    <li key={one.id}>
      <FigureButton figure={one} />{' '}
      <span className={classes['quiet']}>
        {words.period(one)}, {one.source}
      </span>
    </li>
  );
  const off = f.sums.filter((s) => !s.holds);
  if (off.length + f.falls.length + f.conflicts.length === 0) return null;
  return (
    <Panel tone="wait">
      <Stack gap="sm">
        {off.map((s) => (
          <p key={s.id}>
            {t('doubt.sum', { total: number(s.total), sum: number(s.sum) })} {s.note}
          </p>
        ))}
        {f.falls.map((fall) => (
          <p key={fall.after.id}>
            {t('doubt.fall', {
              before: number(fall.before.value),
              after: number(fall.after.value),
              from: words.period(fall.before),
              to: words.period(fall.after),
            })}
          </p>
        ))}
        {f.conflicts.length > 0 && (
          <div>
            <p>{t('doubt.conflict')}</p>
            <ul className={classes['lines']}>{f.conflicts.map(line)}</ul>
          </div>
        )}
      </Stack>
    </Panel>
  );
}

function Acts({ figure: f }: { figure: FigureDetail }) {
  const { t } = useTranslation('figures');
  const [withdrawing, setWithdrawing] = useState(false);
  if (withdrawing) return <SupersedeForm id={f.id} onDone={() => setWithdrawing(false)} />;
  return (
    <Row>
      {f.kind === 'agreed' && f.year !== null && f.supersededAt === null && (
        <Link to="/angka/$tahun" params={{ tahun: String(f.year) }}>
          {t('panel.year', { year: f.year })}
        </Link>
      )}
      {f.can.openRows && f.round !== null && (
        <Link to="/kliring/$id/baris" params={{ id: f.round }}>
          {t('panel.rows')}
        </Link>
      )}
      {f.can.supersede && (
        <>
          <Link to="/angka/baru" search={{ ganti: f.id }}>
            {t('panel.replace')}
          </Link>
          <Button size="sm" onClick={() => setWithdrawing(true)}>
            {t('panel.withdraw')}
          </Button>
        </>
      )}
    </Row>
  );
}
