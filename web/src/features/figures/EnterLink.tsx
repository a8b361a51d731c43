import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export function EnterLink() {
  const { t } = useTranslation('figures');
  return (
    <Button
      variant="filled"
      leftSection={<Plus size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/angka/baru" {...props} />}
    >
      {t('enter.act')}
    </Button>
  );
}
