import '@mantine/dropzone/styles.layer.css';
import { Button } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import { FileText, Upload, X } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from './Field.tsx';
import { useFormat } from './FormatProvider.tsx';
import classes from './FileDrop.module.css';

interface FileDropProps {
  label: string;
  hint?: ReactNode;
  /** MIME type to endings, as the dropzone wants it: `{ 'text/csv': ['.csv'] }`. */
  accept: Record<string, string[]>;
  maxBytes: number;
  onFile: (file: File) => void;
  /** While it uploads: its share, 0 to 1. */
  progress?: number | undefined;
  fileName?: string | undefined;
  onCancel?: () => void;
  /** What the server said about it. */
  error?: ReactNode;
  disabled?: boolean;
}

export function FileDrop(props: FileDropProps) {
  const {
    label,
    hint,
    accept,
    maxBytes,
    onFile,
    progress,
    fileName,
    onCancel,
    error,
    disabled = false,
  } = props;
  const { t } = useTranslation('ui');
  const { bytes, percent } = useFormat();
  const [refused, setRefused] = useState<string>();
  const open = useRef<() => void>(null);
  const id = useId();
  const endings = [...new Set(Object.values(accept).flat())].join(', ');
  const reject = (files: FileRejection[]) => {
    const file = files[0];
    if (!file) return;
    if (files.length > 1) return setRefused(t('file.one'));
    const code = file.errors[0]?.code;
    if (code === 'file-too-large')
      setRefused(t('file.large', { size: bytes(file.file.size), most: bytes(maxBytes) }));
    else setRefused(t('file.type', { endings }));
  };
  const shown = error ?? refused;
  if (progress !== undefined)
    return (
      <div className={classes['busy']}>
        <FileText size={24} aria-hidden />
        <div>
          <p>{fileName}</p>
          <progress value={progress} max={1} aria-label={t('file.sending')} />
          <p role="status" className={classes['hint']}>
            {progress >= 1 ? t('file.received') : t('file.sent', { share: percent(progress) })}
          </p>
        </div>
        {onCancel && (
          <Button size="sm" onClick={onCancel} leftSection={<X size={16} aria-hidden />}>
            {t('progress.cancel')}
          </Button>
        )}
      </div>
    );
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={classes['label']}>
        {label}
      </p>
      {shown && <FieldError>{shown}</FieldError>}
      <Dropzone
        className={classes['drop'] ?? ''}
        openRef={open}
        accept={accept}
        maxSize={maxBytes}
        multiple={false}
        disabled={disabled}
        activateOnClick={false}
        activateOnKeyboard={false}
        onReject={reject}
        onDrop={(files) => {
          setRefused(undefined);
          if (files[0]) onFile(files[0]);
        }}
        aria-label={label}
        tabIndex={-1}
      >
        <Upload size={28} strokeWidth={1.5} aria-hidden />
        <div>
          <p>
            {t('file.drop')}{' '}
            <Button size="sm" onClick={() => open.current?.()} disabled={disabled}>
              {t('file.choose')}
            </Button>
          </p>
          <p className={classes['hint']}>{hint ?? t('file.limits', { endings, most: bytes(maxBytes) })}</p>
        </div>
      </Dropzone>
    </div>
  );
}
