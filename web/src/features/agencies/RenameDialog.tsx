import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { type Answer, given } from '../../ui/answer.ts';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { ActDialog } from './ActDialog.tsx';
import type { AgencyDetail } from './queries.ts';
import { dayOf, useAgencyProblems } from './use-agency-form.ts';

interface RenameDialogProps {
  agency: AgencyDetail;
  today: string;
  onClose: () => void;
}

/** A new name from a day on; the former stays in the history. */
export function RenameDialog({ agency, today, onClose }: RenameDialogProps) {
  const { t } = useTranslation('agencies');
  const form = useAgencyProblems('rename');
  const [name, setName] = useState(agency.name);
  const [shortName, setShortName] = useState(agency.shortName ?? '');
  const [from, setFrom] = useState<Answer<string>>(given(today));
  const [basis, setBasis] = useState('');
  const rename = useCommand(client.agencies.renameAgency, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.rename') });
    },
    onError: form.refused,
  });
  const send = () => {
    const day = dayOf(from);
    const right = form.check([
      ['name', 'name', name.trim().length < 3],
      ['from', 'day', day === undefined],
      ['basis', 'basis', basis.trim().length < 3],
    ]);
    if (right && day !== undefined)
      rename.mutate({
        id: agency.id,
        version: agency.version,
        name: name.trim(),
        shortName: shortName.trim() || undefined,
        from: day,
        basis: basis.trim(),
      });
  };
  return (
    <ActDialog
      title={t('rename.title')}
      text={t('rename.text')}
      yes={t('rename.yes')}
      busy={rename.isPending}
      problems={form.problems}
      fault={form.fault}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        id="rename-name"
        label={t('field.name')}
        error={form.messageOf('name')}
        maxLength={200}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <TextInput
        id="rename-shortName"
        label={t('field.shortName')}
        description={t('field.optional')}
        error={form.messageOf('shortName')}
        maxLength={80}
        value={shortName}
        onChange={(e) => setShortName(e.currentTarget.value)}
      />
      <PartialDateField
        id="rename-from"
        question={t('rename.from')}
        heading="h3"
        complete
        offer="none"
        value={from}
        onChange={setFrom}
        error={form.messageOf('from')}
      />
      <TextInput
        id="rename-basis"
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
