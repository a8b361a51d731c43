import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Regions.module.css';

/** The words searched for live in the address; typing replaces it a moment later, so that Back leaves the page. */
export function AreaSearchField({ text }: { text: string }) {
  const { t } = useTranslation('regions');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  const [seen, setSeen] = useState(text);
  // An address that changed by itself (a link, Back) is taken over; one we sent is not, for typing went on.
  if (text !== seen) {
    setSeen(text);
    if (text !== sent) setTyped(text);
  }
  useEffect(() => {
    if (typed.trim() === text) return undefined;
    const timer = setTimeout(() => {
      const cari = typed.trim();
      setSent(cari);
      void navigate({
        to: '/wilayah',
        search: cari === '' ? {} : { cari },
        replace: true,
        resetScroll: false,
      });
    }, 200);
    return () => clearTimeout(timer);
  }, [typed, text, navigate]);
  return (
    <div className={classes['search']} data-print="no">
      <TextInput
        type="search"
        label={t('search.label')}
        description={t('search.hint')}
        leftSection={<Search size={18} aria-hidden />}
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={(e) => setTyped(e.currentTarget.value)}
      />
    </div>
  );
}
