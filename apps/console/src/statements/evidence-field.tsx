import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ATTACHMENT_BYTES, type CommandAnswer } from '@sturmwarte/contracts';
import { useRef } from 'react';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useRoom } from '../room/room-context.js';
import { useNotice } from '../ui/notice.js';
import classes from './other-drafts.module.css';

/** A screenshot that shows it: one of the incident's attachments, or a new one. */
export function EvidenceField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useText();
  const format = useFormat();
  const notice = useNotice();
  const { id, incident, put } = useRoom();
  const input = useRef<HTMLInputElement>(null);
  const attach = useMutation({
    mutationFn: (file: File) =>
      api.send<CommandAnswer>(`/incidents/${id}/attachments`, file, 'application/octet-stream', {
        name: file.name,
      }),
    onSuccess: ({ entries }) => {
      put(entries);
      for (const { event } of entries)
        if (event.type === 'attachment-added') onChange(event.attachment.id);
    },
    onError: notice.refusal,
  });
  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    if (file.size > ATTACHMENT_BYTES) {
      const most = format.integer(ATTACHMENT_BYTES / 1024 / 1024);
      notice.warning(t('journal:tooBig', { name: file.name, most }));
    } else attach.mutate(file);
  };
  return (
    <div>
      <NativeSelect
        label={t('release:evidence.label')}
        value={value ?? ''}
        onChange={(event) =>
          onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)
        }
        data={[
          { value: '', label: t('release:evidence.none') },
          ...incident.attachments
            .filter(({ erased }) => erased === null)
            .toReversed()
            .map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          loading={attach.isPending}
          onClick={() => input.current?.click()}
        >
          {t('release:evidence.add')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*,application/pdf"
        hidden
        aria-label={t('release:evidence.add')}
        onChange={(event) => {
          choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
