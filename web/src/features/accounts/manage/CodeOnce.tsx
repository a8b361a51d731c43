import { Button } from '@mantine/core';
import { ClipboardCopy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Code } from '../../../ui/Code.tsx';
import { Panel, Row, Stack } from '../../../ui/Layout.tsx';
import { showToast } from '../../../ui/toasts.ts';
import classes from './Manage.module.css';

interface CodeOnceProps {
  /** What to do with it. */
  text: string;
  secret: string;
}

/** A link or token that was just made. Only its hash is kept: it stands here and nowhere else. */
export function CodeOnce({ text, secret }: CodeOnceProps) {
  const { t } = useTranslation('people');
  return (
    <Panel tone="ok">
      <Stack>
        <p className={classes['plain']} role="status">
          {text}
        </p>
        <div className={classes['secret']}>
          <Code>{secret}</Code>
        </div>
        <Row>
          <Button
            leftSection={<ClipboardCopy size={18} aria-hidden />}
            onClick={() =>
              void navigator.clipboard.writeText(secret).then(
                () => showToast({ kind: 'ok', text: t('once.copied') }),
                () => showToast({ kind: 'late', text: t('once.notCopied') }),
              )
            }
          >
            {t('once.copy')}
          </Button>
          <span className={classes['small']}>{t('once.gone')}</span>
        </Row>
      </Stack>
    </Panel>
  );
}

/** The code stands behind `#`, which a browser sends to no server. */
export const linkOf = (page: 'undangan' | 'pulihkan', code: string): string =>
  `${window.location.origin}/${page}#${code}`;
