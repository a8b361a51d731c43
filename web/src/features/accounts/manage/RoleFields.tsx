import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAgencyChoices, useRoleChoices } from './use-words.ts';

export interface RoleDraft {
  role: string;
  agencyId: string;
  basis: string;
}
export const emptyRole: RoleDraft = { role: '', agencyId: '', basis: '' };

/** What is missing of a role, for `check` of a form. */
export const missingOfRole = (draft: RoleDraft) =>
  [
    ['role', 'role', draft.role === ''],
    ['basis', 'basis', draft.basis.trim().length < 3],
  ] as const;

interface RoleFieldsProps {
  prefix: string;
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
  messageOf: (path: string) => string | undefined;
}

/** Role, the agency it is held at, and the decree it rests on. */
export function RoleFields({ prefix, draft, onChange, messageOf }: RoleFieldsProps) {
  const { t } = useTranslation('people');
  return (
    <>
      <NativeSelect
        id={`${prefix}-role`}
        label={t('field.role')}
        error={messageOf('role')}
        value={draft.role}
        onChange={(e) => onChange({ ...draft, role: e.currentTarget.value })}
        data={[{ value: '', label: t('field.roleChoose') }, ...useRoleChoices()]}
      />
      <NativeSelect
        id={`${prefix}-agencyId`}
        label={t('field.agency')}
        description={t('field.agencyHint')}
        error={messageOf('agencyId')}
        value={draft.agencyId}
        onChange={(e) => onChange({ ...draft, agencyId: e.currentTarget.value })}
        data={useAgencyChoices()}
      />
      <TextInput
        id={`${prefix}-basis`}
        label={t('field.basis')}
        description={t('field.basisHint')}
        error={messageOf('basis')}
        maxLength={300}
        value={draft.basis}
        onChange={(e) => onChange({ ...draft, basis: e.currentTarget.value })}
      />
    </>
  );
}
