import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { Row, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { type FieldProblem, ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { Section } from '../../ui/Section.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { showToast } from '../../ui/toasts.ts';
import { type PaperSettings, settingsQuery } from './queries.ts';
import classes from './Reporting.module.css';
import { Templates } from './Templates.tsx';
import { useReportProblem } from './use-report-problem.ts';

/** How the papers of the office look and are numbered. Frozen papers keep theirs. */
export function PaperSettingsPage() {
  const { t } = useTranslation('reporting');
  const { data, error, refetch } = useQuery(settingsQuery);
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="all" to="/laporan">
            {t('list.title')}
          </Link>,
        ]}
        title={t('settings.title')}
        sub={t('settings.sub')}
      />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          <SettingsForm key={data.version} settings={data} />
          <Templates settings={data} />
        </>
      )}
    </>
  );
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const example = (pattern: string) =>
  pattern.replaceAll('{urut}', '12').replaceAll('{bulan}', 'I').replaceAll('{tahun}', '2027');

function SettingsForm({ settings }: { settings: PaperSettings }) {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const [draft, setDraft] = useState({
    authority: settings.authority.join('\n'),
    office: settings.office.join('\n'),
    copies: settings.copies.join('\n'),
    address: settings.address,
    place: settings.place,
    addressee: settings.addressee,
    numberPattern: settings.numberPattern,
  });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const change = useCommand(client.reporting.changePaperSettings, {
    onSuccess: () => showToast({ kind: 'ok', text: t('settings.done') }),
    onError: (error) => setProblems([{ field: 'kop-office', message: problemText(error) }]),
  });
  const set = (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch }));
  const messageOf = (key: string) => problems.find((p) => p.field === `kop-${key}`)?.message;
  const save = () => {
    const found: FieldProblem[] = [];
    const office = linesOf(draft.office);
    const authority = linesOf(draft.authority);
    const copies = linesOf(draft.copies);
    if (office.length === 0 || office.length > 4)
      found.push({ field: 'kop-office', message: t('settings.wrongOffice') });
    if (authority.length > 3) found.push({ field: 'kop-authority', message: t('settings.wrongAuthority') });
    if (copies.length > 12) found.push({ field: 'kop-copies', message: t('settings.wrongCopies') });
    if (draft.addressee.trim().length < 3)
      found.push({ field: 'kop-addressee', message: t('settings.wrongAddressee') });
    if (!draft.numberPattern.includes('{urut}') || !draft.numberPattern.includes('{tahun}'))
      found.push({ field: 'kop-numberPattern', message: t('settings.wrongNumber') });
    setProblems(found);
    if (found.length > 0) return;
    change.mutate({
      authority,
      office,
      copies,
      address: draft.address.trim(),
      place: draft.place.trim(),
      addressee: draft.addressee.trim(),
      numberPattern: draft.numberPattern.trim(),
      version: settings.version,
    });
  };
  const line = (key: 'address' | 'place' | 'addressee' | 'numberPattern', hint?: string) => (
    <TextInput
      id={`kop-${key}`}
      label={t(`settings.${key}`)}
      description={hint}
      error={messageOf(key)}
      maxLength={200}
      disabled={!settings.can.change}
      value={draft[key]}
      onChange={(e) => set({ [key]: e.currentTarget.value })}
    />
  );
  const lines = (key: 'authority' | 'office' | 'copies', hint: string) => (
    <Textarea
      id={`kop-${key}`}
      label={t(`settings.${key}`)}
      description={hint}
      error={messageOf(key)}
      autosize
      minRows={2}
      disabled={!settings.can.change}
      value={draft[key]}
      onChange={(e) => set({ [key]: e.currentTarget.value })}
    />
  );
  return (
    <form
      noValidate
      className={classes['narrow']}
      onSubmit={(e) => {
        e.preventDefault();
        save();
      }}
    >
      <Stack gap="lg">
        <ProblemSummary problems={problems} />
        <Section title={t('settings.letterhead')}>
          <Stack>
            {lines('authority', t('settings.linesHint'))}
            {lines('office', t('settings.linesHint'))}
            {line('address')}
            {line('place', t('settings.placeHint'))}
          </Stack>
        </Section>
        <Section title={t('settings.letter')}>
          <Stack>
            {line('addressee')}
            {lines('copies', t('settings.copiesHint'))}
            {line('numberPattern', t('settings.numberHint', { example: example(draft.numberPattern) }))}
          </Stack>
        </Section>
        {settings.can.change && (
          <Row>
            <Button type="submit" variant="filled" loading={change.isPending}>
              {t('settings.save')}
            </Button>
          </Row>
        )}
      </Stack>
    </form>
  );
}
