import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { type Answer, blank, given } from '../../../ui/answer.ts';
import { PartialDateField } from '../../../ui/PartialDateField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { ActForm } from './ActForm.tsx';
import { emptyRole, missingOfRole, RoleFields } from './RoleFields.tsx';
import type { PersonDetail } from './queries.ts';
import { dayOf, useFormProblems } from './use-form.ts';

interface GrantRoleDialogProps {
  person: PersonDetail;
  today: string;
  onClose: () => void;
}

/** Gives a role between two days; the server asks for the second factor once more. */
export function GrantRoleDialog({ person, today, onClose }: GrantRoleDialogProps) {
  const { t } = useTranslation('people');
  const form = useFormProblems('grant');
  const [draft, setDraft] = useState(emptyRole);
  const [from, setFrom] = useState<Answer<string>>(given(today));
  const [to, setTo] = useState<Answer<string>>(blank);
  const grant = useCommand(client.accounts.grantRole, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('grant.done') });
    },
    onError: form.refused,
  });
  const send = () => {
    const validFrom = dayOf(from);
    const openEnd = to.state === 'blank';
    const right = form.check([
      ...missingOfRole(draft),
      ['validFrom', 'day', validFrom === undefined],
      ['validTo', 'day', !openEnd && dayOf(to) === undefined],
    ]);
    if (!right || validFrom === undefined) return;
    grant.mutate({
      id: person.id,
      role: draft.role,
      agencyId: draft.agencyId || null,
      basis: draft.basis.trim(),
      validFrom,
      validTo: openEnd ? null : (dayOf(to) ?? null),
    });
  };
  return (
    <ActForm
      title={t('grant.title', { name: person.name })}
      text={t('grant.text')}
      yes={t('grant.yes')}
      busy={grant.isPending}
      problems={form.problems}
      fault={form.fault}
      onSend={send}
      onClose={onClose}
    >
      <RoleFields prefix="grant" draft={draft} onChange={setDraft} messageOf={form.messageOf} />
      <PartialDateField
        id="grant-validFrom"
        question={t('field.validFrom')}
        heading="h3"
        complete
        offer="none"
        value={from}
        onChange={setFrom}
        error={form.messageOf('validFrom')}
      />
      <PartialDateField
        id="grant-validTo"
        question={t('field.validTo')}
        hint={t('field.validToHint')}
        heading="h3"
        complete
        offer="none"
        value={to}
        onChange={setTo}
        error={form.messageOf('validTo')}
      />
    </ActForm>
  );
}
