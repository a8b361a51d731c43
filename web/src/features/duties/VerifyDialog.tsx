import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { Panel, Row, Stack } from '../../ui/Layout.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { Parameter } from './queries.ts';
import { useWords } from './use-words.ts';

/** Records in which official text the number was read. */
export function VerifyDialog({ parameter, onClose }: { parameter: Parameter; onClose: () => void }) {
  const { t } = useTranslation('duties');
  const words = useWords();
  const problemText = useProblemText();
  const [source, setSource] = useState('');
  const [short, setShort] = useState(false);
  const [fault, setFault] = useState<string>();
  const verify = useCommand(client.duties.verifyLegalParameter, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.verify') });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <Dialog open title={t('verify.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          const ok = source.trim().length >= 5;
          setShort(!ok);
          if (ok) verify.mutate({ key: parameter.key, version: parameter.version, source: source.trim() });
        }}
      >
        <Stack>
          <Panel>{t('verify.sure', { number: words.number(parameter), basis: parameter.basis })}</Panel>
          <TextInput
            label={t('verify.question')}
            description={t('verify.hint')}
            error={short && t('verify.short')}
            maxLength={300}
            value={source}
            onChange={(e) => setSource(e.currentTarget.value)}
          />
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={verify.isPending}>
              {t('verify.save')}
            </Button>
            <Button onClick={onClose} disabled={verify.isPending}>
              {t('act.cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
