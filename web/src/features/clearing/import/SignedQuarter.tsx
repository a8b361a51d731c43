import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Layout.tsx';
import { useWords } from '../use-words.ts';

/** Told before a file is chosen: an agency that answered for its rows takes the sign-off back first. */
export function SignedQuarter({ period }: { period: string }) {
  const { t } = useTranslation('clearing');
  const words = useWords();
  return (
    <Panel tone="info">
      {t('reason.period_signed', { period: words.Period(period) })}{' '}
      <Link to="/verifikasi" search={{ periode: period }}>
        {t('openVerification')}
      </Link>
    </Panel>
  );
}
