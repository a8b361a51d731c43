import { Button, NativeSelect, TextInput } from '@mantine/core';
import { invitationDays } from '@simpul/contract/accounts/invitation';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { FieldError } from '../../../ui/Field.tsx';
import { Row, Stack } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ProblemSummary } from '../../../ui/ProblemSummary.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CodeOnce, linkOf } from './CodeOnce.tsx';
import classes from './Manage.module.css';
import { emptyRole, missingOfRole, RoleFields } from './RoleFields.tsx';
import { useFormProblems } from './use-form.ts';

const dayChoices = [1, invitationDays.standard, 14, invitationDays.most];
const emptyPerson = { name: '', email: '', days: String(invitationDays.standard) };

/** Who is invited to what, on which basis; the link is shown once and handed over. */
export function NewInvitation({ crumbs }: { crumbs: readonly ReactNode[] }) {
  const { t } = useTranslation('people');
  const form = useFormProblems('invite');
  const [person, setPerson] = useState(emptyPerson);
  const [role, setRole] = useState(emptyRole);
  const [made, setMade] = useState<{ code: string | undefined; name: string }>();
  const invite = useCommand(client.accounts.invite, {
    onSuccess: ({ code }, { name }) => setMade({ code, name }),
    onError: form.refused,
  });
  const send = () => {
    const right = form.check([
      ['name', 'name', person.name.trim().length < 2],
      ['email', 'email', !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(person.email.trim())],
      ...missingOfRole(role),
    ]);
    if (!right) return;
    invite.mutate({
      name: person.name.trim(),
      email: person.email.trim(),
      role: role.role,
      agencyId: role.agencyId || null,
      basis: role.basis.trim(),
      days: Number(person.days),
    });
  };
  if (made)
    return (
      <>
        <PageHeader crumbs={crumbs} title={t('invite.madeTitle', { name: made.name })} />
        <Stack gap="lg">
          {made.code ? (
            <CodeOnce text={t('invite.made')} secret={linkOf('undangan', made.code)} />
          ) : (
            <FieldError>{t('invite.shownBefore')}</FieldError>
          )}
          <Row>
            <Button
              onClick={() => {
                setMade(undefined);
                setPerson(emptyPerson);
                setRole(emptyRole);
              }}
            >
              {t('invite.another')}
            </Button>
            <Link to="/pengaturan/undangan">{t('invitations.title')}</Link>
          </Row>
        </Stack>
      </>
    );
  return (
    <>
      <PageHeader crumbs={crumbs} title={t('invite.title')} sub={t('invite.sub')} />
      <form
        noValidate
        className={classes['form']}
        onSubmit={(e) => {
          e.preventDefault();
          send();
        }}
      >
        <Stack gap="lg">
          <ProblemSummary problems={form.problems} />
          <Section title={t('invite.who')}>
            <Stack>
              <TextInput
                id="invite-name"
                label={t('field.name')}
                error={form.messageOf('name')}
                maxLength={120}
                value={person.name}
                onChange={(e) => setPerson({ ...person, name: e.currentTarget.value })}
              />
              <TextInput
                id="invite-email"
                type="email"
                label={t('field.email')}
                description={t('field.emailHint')}
                error={form.messageOf('email')}
                maxLength={200}
                value={person.email}
                onChange={(e) => setPerson({ ...person, email: e.currentTarget.value })}
              />
            </Stack>
          </Section>
          <Section title={t('invite.what')}>
            <Stack>
              <RoleFields prefix="invite" draft={role} onChange={setRole} messageOf={form.messageOf} />
              <NativeSelect
                id="invite-days"
                label={t('field.days')}
                value={person.days}
                onChange={(e) => setPerson({ ...person, days: e.currentTarget.value })}
                data={dayChoices.map((n) => ({ value: String(n), label: t('days', { count: n }) }))}
              />
            </Stack>
          </Section>
          {form.fault && <FieldError>{form.fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={invite.isPending}>
              {t('invite.yes')}
            </Button>
          </Row>
        </Stack>
      </form>
    </>
  );
}
