import { Button } from '@mantine/core';
import { readFulfilled } from '@simpul/contract/duties/rules';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { client } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Panel, Row, Stack } from '../../ui/Layout.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { PlainList } from '../../ui/Rows.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { DeadlineStatus } from './DeadlineStatus.tsx';
import classes from './Duties.module.css';
import { deadlineQuery } from './queries.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { SubjectLabel } from '../../ui/SubjectLabel.tsx';
import { reasonedActs, type ReasonedAct, useDeadlineActs } from './use-deadline-acts.ts';
import { useWords } from './use-words.ts';

type Detail = Awaited<ReturnType<typeof client.duties.getDeadline>>;

/** One deadline: number and basis, its log, and what may be done with it now. */
export function DeadlineDialog({ id, kind, onClose }: { id: string; kind: string; onClose: () => void }) {
  const words = useWords();
  const { data, error, refetch } = useQuery(deadlineQuery(id));
  return (
    <Dialog open wide title={words.title(kind)} onClose={onClose}>
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : (
        <Content deadline={data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Content({ deadline, onClose }: { deadline: Detail; onClose: () => void }) {
  const { t } = useTranslation('duties');
  return (
    <Stack>
      <Facts deadline={deadline} />
      {deadline.basis.outdated && <Panel tone="info">{t('detail.outdated')}</Panel>}
      {deadline.abilities.choose && <Panel tone="wait">{t('detail.choice')}</Panel>}
      <Others deadline={deadline} />
      <Acts deadline={deadline} onClose={onClose} />
      <Log deadline={deadline} />
    </Stack>
  );
}

function Facts({ deadline: d }: { deadline: Detail }) {
  const { t } = useTranslation('duties');
  const { date, dateTime } = useFormat();
  const words = useWords();
  const byClock = d.unit === 'clock_hours';
  const event = byClock ? dateTime(d.anchorAt) : date(d.anchorAt, 'long');
  const fixed = d.unit === 'fixed_date' || d.amount === null;
  return (
    <SummaryList
      items={[
        { key: 'about', term: t('detail.about'), value: <SubjectLabel subject={d.subject} /> },
        {
          key: 'due',
          term: t('detail.due'),
          value: `${byClock ? dateTime(d.dueAt) : date(d.dueDate, 'long')} · ${words.left(d)}`,
        },
        ...(fixed
          ? []
          : [
              {
                key: 'term',
                term: t('detail.term'),
                value: words.number({
                  unit: d.unit === 'fixed_date' ? 'event' : d.unit,
                  value: d.amount,
                  text: null,
                  direction: d.direction,
                }),
              },
              {
                key: 'event',
                term: t(d.direction === 'before' ? 'detail.towards' : 'detail.event'),
                value: event,
              },
            ]),
        {
          key: 'basis',
          term: t('detail.basis'),
          value: (
            <Stack gap="xs">
              <span>{d.basis.text}</span>
              <Status kind={d.basis.checked ? 'ok' : 'wait'}>
                {t(d.basis.checked ? 'detail.checked' : 'detail.unchecked')}
              </Status>
            </Stack>
          ),
        },
        { key: 'holder', term: t('detail.holder'), value: words.holder(d.holder) },
        { key: 'state', term: t('detail.state'), value: <DeadlineStatus deadline={d} /> },
      ]}
    />
  );
}

function Others({ deadline }: { deadline: Detail }) {
  const { t } = useTranslation('duties');
  const { date } = useFormat();
  if (deadline.alternatives.length === 0) return null;
  return (
    <section>
      <h3 className={classes['subhead']}>{t('detail.others')}</h3>
      <PlainList>
        {deadline.alternatives.map((other) => (
          <li key={other.id} className={classes['log']}>
            <span>{t('detail.other', { basis: other.basis, day: date(other.dueDate) })}</span>
            <Status kind="mut">{t(`status.${other.status}`)}</Status>
          </li>
        ))}
      </PlainList>
    </section>
  );
}

function Acts({ deadline, onClose }: { deadline: Detail; onClose: () => void }) {
  const { t } = useTranslation('duties');
  const [asking, setAsking] = useState<ReasonedAct>();
  const acts = useDeadlineActs(deadline.id, onClose);
  if (asking)
    return (
      <ReasonForm
        question={t(`reason.${asking}`)}
        yes={t(`act.${asking}`)}
        busy={acts.busy}
        fault={acts.fault}
        onYes={(reason) => acts.run(asking, deadline.version, reason)}
        onNo={() => {
          acts.clear();
          setAsking(undefined);
        }}
      />
    );
  return (
    <>
      {acts.fault && <FieldError>{acts.fault}</FieldError>}
      <Row>
        {deadline.abilities.complete && (
          <Button variant="filled" loading={acts.busy} onClick={() => acts.complete(deadline.version)}>
            {t('act.complete')}
          </Button>
        )}
        {reasonedActs
          .filter((act) => deadline.abilities[act])
          .map((act) => (
            <Button key={act} onClick={() => setAsking(act)}>
              {t(`act.${act}`)}
            </Button>
          ))}
        <Button onClick={onClose}>{t('act.close')}</Button>
      </Row>
    </>
  );
}

function Log({ deadline }: { deadline: Detail }) {
  const { t } = useTranslation('duties');
  const { dateTime } = useFormat();
  const reasonOf = (reason: string) => {
    const act = readFulfilled(reason);
    return act ? t(`fulfilled.${act.by}`, { paper: act.paper }) : reason;
  };
  return (
    <section>
      <h3 className={classes['subhead']}>{t('detail.log')}</h3>
      <PlainList>
        {deadline.log.map((entry) => (
          <li key={`${entry.at} ${entry.act}`} className={classes['log']}>
            <span>{t('detail.logLine', { act: t(`log.${entry.act}`), by: entry.byName })}</span>
            <time dateTime={entry.at}>{dateTime(entry.at)}</time>
            {entry.reason && entry.act !== 'recompute' && <p>{reasonOf(entry.reason)}</p>}
          </li>
        ))}
      </PlainList>
    </section>
  );
}
