import { roles } from '@simpul/contract/accounts/roles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { agencyChoicesQuery, type Grant } from './queries.ts';

/** Role with the agency it is held at: "Kontak data (PIC), DKP3A". */
export function useRoleWords() {
  const { t } = useTranslation('roles');
  return ({ role, agencyName }: { role: string; agencyName: string | null }): string =>
    [t(role), agencyName].filter(Boolean).join(', ');
}

/** Roles by name, for a choice. */
export function useRoleChoices(): { value: string; label: string }[] {
  const { t, i18n } = useTranslation('roles');
  return roles
    .map(({ code }) => ({ value: code, label: t(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
}

/** Organisations for a choice, the whole task force first. */
export function useAgencyChoices(): { value: string; label: string }[] {
  const { t } = useTranslation('people');
  const { data } = useQuery(agencyChoicesQuery);
  const agencies = (data?.items ?? []).map((a) => ({
    value: a.id,
    label: a.shortName ? `${a.name} (${a.shortName})` : a.name,
  }));
  return [{ value: '', label: t('field.agencyNone') }, ...agencies];
}

/** "sejak 1 Jan 2026", "1 Jan – 31 Des 2026". */
export function useSpan() {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  return ({ validFrom, validTo }: Pick<Grant, 'validFrom' | 'validTo'>): string =>
    validTo === null
      ? t('span.since', { from: date(validFrom) })
      : t('span.both', { from: date(validFrom), to: date(validTo) });
}
