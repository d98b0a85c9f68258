import { FileInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { IntakeReceipt, SourceView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { uploadFile } from './source-actions.js';
import classes from './sources.module.css';
import { useLineRefusal } from './use-line-refusal.js';

const LISTED = 100;

/** A CSV or NDJSON file into a source; what could not be read is named line by line. */
export function UploadDialog({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const t = useText();
  const notice = useNotice();
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadFile(source.id, chosen),
    onError: notice.refusal,
  });
  return (
    <Decision
      title={t('sources:upload.title', { name: source.name })}
      consequence={t('sources:upload.text')}
      confirm={t('sources:upload.submit')}
      busy={upload.isPending}
      ready={file !== null}
      onClose={onClose}
      onConfirm={() => file !== null && upload.mutate(file)}
    >
      <FileInput
        label={t('sources:upload.file')}
        accept=".csv,.tsv,.ndjson,.jsonl,text/csv,application/x-ndjson"
        value={file}
        clearable
        clearButtonProps={{ 'aria-label': t('app:action.cancel') }}
        onChange={(chosen) => {
          setFile(chosen);
          upload.reset();
        }}
      />
      {upload.data ? <Receipt receipt={upload.data} /> : null}
    </Decision>
  );
}

function Receipt({ receipt }: { receipt: IntakeReceipt }) {
  const t = useText();
  const format = useFormat();
  const sentence = useLineRefusal();
  const { lines, stored, replaced, duplicates, rejected } = receipt;
  return (
    <div className={classes.stack} role="status">
      <p>
        {t('sources:upload.result', {
          lines: format.integer(lines),
          stored: format.integer(stored),
          replaced: format.integer(replaced),
          duplicates: format.integer(duplicates),
          rejected: format.integer(rejected),
        })}
      </p>
      {receipt.broken ? (
        <p>
          <strong>{t('sources:upload.broken')}</strong>{' '}
          {sentence(receipt.broken.code, receipt.broken.params)}
        </p>
      ) : null}
      {receipt.errors.length > 0 ? (
        <ul className={classes.lines} tabIndex={0}>
          {receipt.errors.slice(0, LISTED).map((error) => (
            <li key={error.line} className={classes.line}>
              <strong>{t('sources:rejectLine', { line: format.integer(error.line) })}</strong>{' '}
              {sentence(error.code, error.params)}
            </li>
          ))}
        </ul>
      ) : null}
      {receipt.rejected > LISTED ? (
        <p className={classes.small}>{t('sources:upload.moreErrors', { count: LISTED })}</p>
      ) : null}
    </div>
  );
}
