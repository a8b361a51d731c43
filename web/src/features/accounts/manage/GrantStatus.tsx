import { useTranslation } from 'react-i18next';
import { Status, type StatusKind } from '../../../ui/Status.tsx';
import type { Grant, Invitation, PersonLine } from './queries.ts';

const grantKind: Record<Grant['state'], StatusKind> = {
  valid: 'ok',
  coming: 'info',
  lapsed: 'mut',
  ended: 'mut',
};
export function GrantStatus({ state }: { state: Grant['state'] }) {
  const { t } = useTranslation('people');
  return <Status kind={grantKind[state]}>{t(`grantState.${state}`)}</Status>;
}

export function PersonStatus({ state }: { state: PersonLine['state'] }) {
  const { t } = useTranslation('people');
  return <Status kind={state === 'active' ? 'ok' : 'wait'}>{t(`state.${state}`)}</Status>;
}

const invitationKind: Record<Invitation['state'], StatusKind> = {
  open: 'wait',
  accepted: 'ok',
  withdrawn: 'mut',
  expired: 'mut',
};
export function InvitationStatus({ state }: { state: Invitation['state'] }) {
  const { t } = useTranslation('people');
  return <Status kind={invitationKind[state]}>{t(`invitationState.${state}`)}</Status>;
}
