import { useMutation } from '@tanstack/react-query';
import { downloadFile } from '../../app/files.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { ExportButton } from '../../ui/data-table/TableTools.tsx';
import { showToast } from '../../ui/toasts.ts';

/** The list under the same filters as CSV, provenance in every row. */
export function ExportFigures({ query }: { query: Record<string, string | undefined> }) {
  const problemText = useProblemText();
  const make = useMutation({
    mutationFn: () => downloadFile('/figures.csv', query),
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  return <ExportButton onExport={() => make.mutate()} busy={make.isPending} />;
}
