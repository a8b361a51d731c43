import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type AgencyType, agencyTypeLabel, agencyTypes } from '@simpul/contract/agencies/agency-types';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useLoadAreas } from '../../app/load-areas.ts';
import { useCommand } from '../../app/use-command.ts';
import type { Answer } from '../../ui/answer.ts';
import { AreaPicker, type AreaOption } from '../../ui/AreaPicker.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toasts.ts';
import classes from './Agencies.module.css';
import { AreaList, type NamedArea } from './AreaList.tsx';
import { agenciesQuery } from './queries.ts';
import { slugOf } from './slug.ts';
import { dayOf, useAgencyProblems } from './use-agency-form.ts';

const levels = ['national', 'province', 'regency', 'district', 'village'] as const;
const sectors = [
  'regional_government',
  'national_government',
  'vertical',
  'community',
  'campus',
  'business',
] as const;

interface Draft {
  name: string;
  shortName: string;
  /** Follows the short name until somebody types another. */
  code: string | undefined;
  type: AgencyType | '';
  level: (typeof levels)[number];
  sector: (typeof sectors)[number];
  parentId: string;
  basis: string;
  note: string;
}
const empty: Draft = {
  name: '',
  shortName: '',
  code: undefined,
  type: '',
  level: 'province',
  sector: 'regional_government',
  parentId: '',
  basis: '',
  note: '',
};

/** Enters an organisation. */
export function NewAgency() {
  const { t, i18n } = useTranslation('agencies');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const navigate = useNavigate();
  const loadAreas = useLoadAreas();
  const form = useAgencyProblems('new');
  const [draft, setDraft] = useState(empty);
  const [seat, setSeat] = useState<readonly AreaOption[]>([]);
  const [areas, setAreas] = useState<readonly NamedArea[]>([]);
  const [from, setFrom] = useState<Answer<string>>({ state: 'blank' });
  const { data: parents } = useQuery(agenciesQuery({ state: 'active', sort: 'name', limit: 200 }));
  const create = useCommand(client.agencies.createAgency, {
    onSuccess: ({ id }) => {
      showToast({ kind: 'ok', text: t('acted.create') });
      void navigate({ to: '/lembaga/$id', params: { id } });
    },
    onError: form.refused,
  });
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const code = draft.code ?? slugOf(draft.shortName || draft.name);
  const seatCode = seat.at(-1)?.code;
  const send = () => {
    const { type } = draft;
    const right = form.check([
      ['name', 'name', draft.name.trim().length < 3],
      ['code', 'code', !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)],
      ['type', 'type', type === ''],
      ['areaCode', 'seat', seatCode === undefined],
      ['serviceAreas', 'areas', areas.length === 0],
      ['from', 'dayOrNothing', from.state === 'given' && dayOf(from) === undefined],
      ['basis', 'basis', draft.basis.trim().length < 3],
    ]);
    if (!right || type === '' || seatCode === undefined) return;
    create.mutate({
      code,
      name: draft.name.trim(),
      shortName: draft.shortName.trim() || undefined,
      type,
      level: draft.level,
      sector: draft.sector,
      areaCode: seatCode,
      parentId: draft.parentId || undefined,
      serviceAreas: areas.map((a) => a.code),
      from: dayOf(from),
      basis: draft.basis.trim(),
      note: draft.note.trim() || undefined,
    });
  };
  const types = agencyTypes
    .map((value) => ({ value, label: agencyTypeLabel(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const field = (key: 'name' | 'shortName' | 'basis', hint?: string) => (
    <TextInput
      id={`new-${key}`}
      label={t(`field.${key}`)}
      description={hint}
      error={form.messageOf(key)}
      maxLength={key === 'shortName' ? 80 : 200}
      value={draft[key]}
      onChange={(e) => set({ [key]: e.currentTarget.value })}
    />
  );
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="all" to="/lembaga">
            {t('list.title')}
          </Link>,
        ]}
        title={t('create.title')}
        sub={t('create.sub')}
      />
      <form
        noValidate
        className={classes['narrow']}
        onSubmit={(e) => {
          e.preventDefault();
          send();
        }}
      >
        <Stack gap="lg">
          <ProblemSummary problems={form.problems} />
          <Section title={t('create.what')}>
            <Stack>
              {field('name')}
              {field('shortName', t('field.optional'))}
              <TextInput
                id="new-code"
                label={t('field.code')}
                description={t('field.codeHint')}
                error={form.messageOf('code')}
                maxLength={60}
                value={code}
                onChange={(e) => set({ code: e.currentTarget.value.toLowerCase() })}
              />
              <NativeSelect
                id="new-type"
                label={t('field.type')}
                error={form.messageOf('type')}
                value={draft.type}
                onChange={(e) => set({ type: agencyTypes.find((v) => v === e.currentTarget.value) ?? '' })}
                data={[{ value: '', label: t('field.choose') }, ...types]}
              />
              <NativeSelect
                id="new-sector"
                label={t('field.sector')}
                value={draft.sector}
                onChange={(e) =>
                  set({ sector: sectors.find((v) => v === e.currentTarget.value) ?? draft.sector })
                }
                data={sectors.map((value) => ({ value, label: t(`sector.${value}`) }))}
              />
              <NativeSelect
                id="new-parentId"
                label={t('field.parent')}
                description={t('field.optional')}
                error={form.messageOf('parentId')}
                value={draft.parentId}
                onChange={(e) => set({ parentId: e.currentTarget.value })}
                data={[
                  { value: '', label: t('field.noParent') },
                  ...(parents?.items ?? []).map((a) => ({ value: a.id, label: a.name })),
                ]}
              />
            </Stack>
          </Section>
          <Section title={t('create.where')}>
            <Stack>
              <NativeSelect
                id="new-level"
                label={t('field.level')}
                value={draft.level}
                onChange={(e) =>
                  set({ level: levels.find((v) => v === e.currentTarget.value) ?? draft.level })
                }
                data={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
              />
              <AreaPicker
                id="new-areaCode"
                label={t('field.seat')}
                hint={t('field.seatHint')}
                error={form.messageOf('areaCode')}
                load={loadAreas}
                value={seat}
                onChange={setSeat}
                deepest="district"
              />
              <AreaList
                id="new-serviceAreas"
                label={t('field.serviceAreas')}
                hint={t('field.serviceAreasHint')}
                error={form.messageOf('serviceAreas')}
                value={areas}
                onChange={setAreas}
              />
            </Stack>
          </Section>
          <Section title={t('create.since')}>
            <Stack>
              <PartialDateField
                id="new-from"
                question={t('field.from')}
                heading="h3"
                complete
                offer="none"
                value={from}
                onChange={setFrom}
                error={form.messageOf('from')}
              />
              {field('basis', t('field.basisHint'))}
              <Textarea
                id="new-note"
                label={t('field.note')}
                description={t('field.noteHint')}
                maxLength={500}
                rows={3}
                value={draft.note}
                onChange={(e) => set({ note: e.currentTarget.value })}
              />
            </Stack>
          </Section>
          {form.fault && <FieldError>{form.fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={create.isPending}>
              {t('create.yes')}
            </Button>
          </Row>
        </Stack>
      </form>
    </>
  );
}
