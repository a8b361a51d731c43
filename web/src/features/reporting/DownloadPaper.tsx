import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { downloadFile } from '../../app/files.ts';
import { showToast } from '../../ui/toasts.ts';
import { useReportProblem } from './use-report-problem.ts';

const formats = ['docx', 'pdf'] as const;

/** A paper in Word and as PDF; each download is one line of the audit trail. */
export function DownloadPaper({
  path,
  small = false,
  what,
}: {
  path: string;
  small?: boolean;
  what: string;
}) {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const make = useMutation({
    mutationFn: (format: (typeof formats)[number]) => downloadFile(`${path}/${format}`),
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          {...(small ? { size: 'sm' } : {})}
          leftSection={<FileText size={18} aria-hidden />}
          loading={make.isPending && make.variables === format}
          aria-label={t('download.name', { what, format: t(`download.${format}`) })}
          onClick={() => make.mutate(format)}
        >
          {t(`download.${format}`)}
        </Button>
      ))}
    </>
  );
}
