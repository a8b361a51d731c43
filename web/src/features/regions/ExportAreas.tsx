import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { saveFile } from '../../app/files.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { ExportButton } from '../../ui/data-table/TableTools.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { AreaChild } from './queries.ts';

/** The list as CSV; source and licence stand in every row. */
export function ExportAreas({ parent, level }: { parent: string | undefined; level: AreaChild['level'] }) {
  const { t } = useTranslation('regions');
  const problemText = useProblemText();
  const save = useMutation({
    mutationFn: () => client.regions.exportAreas({ within: parent, level }, { context: {} }),
    onSuccess: (file) => saveFile(file, file.name),
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  return <ExportButton label={t('export')} busy={save.isPending} onExport={() => save.mutate()} />;
}
