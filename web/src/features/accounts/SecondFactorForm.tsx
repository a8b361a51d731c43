import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../app/auth.ts';
import { faultKey } from './fault-key.ts';

/** The code of the app, or one of the recovery codes. */
export function SecondFactorForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const { t } = useTranslation('accounts');
  const [way, setWay] = useState<'code' | 'recovery'>('code');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setFault(undefined);
    try {
      await (way === 'code'
        ? auth.verifyTotp(code.replace(/\D/g, ''))
        : auth.verifyRecoveryCode(code.trim()));
      onDone();
    } catch (error) {
      setFault(faultKey(error, way));
      setBusy(false);
    }
  };
  return (
    <>
      <title>{`${t('second.title')} · Simpul`}</title>
      <h1>{t('second.title')}</h1>
      <p>{t(way === 'code' ? 'second.codeText' : 'second.recoveryText')}</p>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        <TextInput
          key={way}
          label={t(way === 'code' ? 'code.label' : 'recovery.label')}
          description={t(way === 'code' ? 'code.hint' : 'recovery.hint')}
          error={fault && t(fault)}
          inputMode={way === 'code' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          autoFocus
          required
          withAsterisk={false}
          value={code}
          onChange={(e) => setCode(e.currentTarget.value)}
        />
        <Button type="submit" variant="filled" loading={busy} fullWidth>
          {t('second.act')}
        </Button>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setWay(way === 'code' ? 'recovery' : 'code');
            setCode('');
            setFault(undefined);
          }}
        >
          {t(way === 'code' ? 'second.useRecovery' : 'second.useCode')}
        </button>
        <button type="button" className="link-button" onClick={onBack}>
          {t('second.back')}
        </button>
      </form>
    </>
  );
}
