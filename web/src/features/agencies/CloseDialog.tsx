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

interface CloseDialogProps {
  agency: AgencyDetail;
  today: string;
  onClose: () => void;
}

/** Closes an organisation on a day; what it did stays. */
export function CloseDialog({ agency, today, onClose }: CloseDialogProps) {
  const { t } = useTranslation('agencies');
  const form = useAgencyProblems('close');
  const [on, setOn] = useState<Answer<string>>(given(today));
  const [basis, setBasis] = useState('');
  const closing = useCommand(client.agencies.closeAgency, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.close') });
    },
    onError: form.refused,
  });
  const send = () => {
    const day = dayOf(on);
    const right = form.check([
      ['on', 'day', day === undefined],
      ['basis', 'basis', basis.trim().length < 3],
    ]);
    if (right && day !== undefined)
      closing.mutate({ id: agency.id, version: agency.version, on: day, basis: basis.trim() });
  };
  return (
    <ActDialog
      title={t('close.title', { name: agency.name })}
      text={t('close.text')}
      yes={t('close.yes')}
      busy={closing.isPending}
      problems={form.problems}
      fault={form.fault}
      onSend={send}
      onClose={onClose}
    >
      <PartialDateField
        id="close-on"
        question={t('close.on')}
        heading="h3"
        complete
        offer="none"
        value={on}
        onChange={setOn}
        error={form.messageOf('on')}
      />
      <TextInput
        id="close-basis"
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

/** Takes a closure back. */
export function ReopenDialog({ agency, onClose }: Omit<CloseDialogProps, 'today'>) {
  const { t } = useTranslation('agencies');
  const form = useAgencyProblems('reopen');
  const [basis, setBasis] = useState('');
  const reopening = useCommand(client.agencies.reopenAgency, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.reopen') });
    },
    onError: form.refused,
  });
  const send = () => {
    if (form.check([['basis', 'basis', basis.trim().length < 3]]))
      reopening.mutate({ id: agency.id, version: agency.version, basis: basis.trim() });
  };
  return (
    <ActDialog
      title={t('reopen.title')}
      text={t('reopen.text')}
      yes={t('reopen.yes')}
      busy={reopening.isPending}
      problems={form.problems}
      fault={form.fault}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        id="reopen-basis"
        label={t('field.reason')}
        error={form.messageOf('basis')}
        maxLength={300}
        value={basis}
        onChange={(e) => setBasis(e.currentTarget.value)}
      />
    </ActDialog>
  );
}
