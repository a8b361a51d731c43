import { PasswordInput } from '@mantine/core';
import { passwordLength, weaknessOf } from '@simpul/contract/accounts/password-rules';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../app/problem.ts';
import { ProblemSummary, type FieldProblem } from '../../ui/ProblemSummary.tsx';
import { faultKey } from './fault-key.ts';

/** State of a form that sets a new password; the rules are those of the server. */
export function useNewPassword(owner: { name?: string; email?: string | null }) {
  const { t } = useTranslation('accounts');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const words = (code: string) => t(`weak.${code}`, { count: passwordLength.min });
  return {
    password,
    again,
    setPassword,
    setAgain,
    problems,
    setProblems,
    /** True when the password can be sent; else says what is wrong. */
    check: (): boolean => {
      const weakness = weaknessOf(password, owner);
      const found: FieldProblem[] = [];
      if (weakness) found.push({ field: 'new-password', message: words(weakness.code) });
      else if (password !== again) found.push({ field: 'again', message: words('differs') });
      setProblems(found);
      return found.length === 0;
    },
    /** Shows what the server refused. */
    refuse: (error: unknown, form: Parameters<typeof faultKey>[1], field = 'new-password') => {
      const named = error instanceof ProblemError ? error.problem.errors?.[0] : undefined;
      setProblems([
        named
          ? { field: 'new-password', message: t(`weak.${named.code}`, { defaultValue: named.message }) }
          : { field, message: t(faultKey(error, form)) },
      ]);
    },
  };
}

export function NewPasswordFields({ form }: { form: ReturnType<typeof useNewPassword> }) {
  const { t } = useTranslation('accounts');
  const messageOf = (field: string) => form.problems.find((p) => p.field === field)?.message;
  return (
    <>
      <ProblemSummary problems={form.problems} />
      <PasswordInput
        id="new-password"
        label={t('newPassword.label')}
        description={t('newPassword.hint', { count: passwordLength.min })}
        autoComplete="new-password"
        value={form.password}
        error={messageOf('new-password')}
        onChange={(e) => form.setPassword(e.currentTarget.value)}
      />
      <PasswordInput
        id="again"
        label={t('newPassword.again')}
        autoComplete="new-password"
        value={form.again}
        error={messageOf('again')}
        onChange={(e) => form.setAgain(e.currentTarget.value)}
      />
    </>
  );
}
