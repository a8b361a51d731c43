import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { type Answer, given } from '../../ui/answer.ts';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { ActDialog } from './ActDialog.tsx';
import { AreaList, type NamedArea } from './AreaList.tsx';
import type { AgencyDetail } from './queries.ts';
import { dayOf, useAgencyProblems } from './use-agency-form.ts';

interface ServiceAreasDialogProps {
  agency: AgencyDetail;
  today: string;
  onClose: () => void;
}

/** Which areas it serves from a day on. */
export function ServiceAreasDialog({ agency, today, onClose }: ServiceAreasDialogProps) {
  const { t } = useTranslation('agencies');
  const form = useAgencyProblems('areas');
  const [areas, setAreas] = useState<readonly NamedArea[]>(agency.serviceAreas);
  const [from, setFrom] = useState<Answer<string>>(given(today));
  const [basis, setBasis] = useState('');
  const change = useCommand(client.agencies.setServiceAreas, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.areas') });
    },
    onError: form.refused,
  });
  const send = () => {
    const day = dayOf(from);
    const right = form.check([
      ['areas', 'areas', areas.length === 0],
      ['from', 'day', day === undefined],
      ['basis', 'basis', basis.trim().length < 3],
    ]);
    if (right && day !== undefined)
      change.mutate({
        id: agency.id,
        version: agency.version,
        areas: areas.map((a) => a.code),
        from: day,
        basis: basis.trim(),
      });
  };
  return (
    <ActDialog
      title={t('areas.change')}
      text={t('areas.text')}
      yes={t('areas.yes')}
      busy={change.isPending}
      problems={form.problems}
      fault={form.fault}
      onSend={send}
      onClose={onClose}
    >
      <AreaList
        id="areas-areas"
        label={t('field.serviceAreas')}
        error={form.messageOf('areas')}
        value={areas}
        onChange={setAreas}
      />
      <PartialDateField
        id="areas-from"
        question={t('areas.from')}
        heading="h3"
        complete
        offer="none"
        value={from}
        onChange={setFrom}
        error={form.messageOf('from')}
      />
      <TextInput
        id="areas-basis"
        label={t('field.basis')}
        description={t('field.basisHint')}
        error={form.messageOf('basis')}
        maxLength={300}
        value={basis}
        onChange={(e) => setBasis(e.currentTarget.value)}
      />
    </ActDialog>
  );
}
