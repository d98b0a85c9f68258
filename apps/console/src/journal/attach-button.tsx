import { useMutation } from '@tanstack/react-query';
import { ATTACHMENT_BYTES, type CommandAnswer } from '@sturmwarte/contracts';
import { useRef } from 'react';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { useRoom } from '../room/room-context.js';
import { useNotice } from '../ui/notice.js';

const PROBE = { id: '', name: '', mediaType: '', bytes: 0, hash: '' };

/** Puts a file into the journal; its hash stands in the entry. */
export function AttachButton() {
  const t = useText();
  const format = useFormat();
  const notice = useNotice();
  const { id, put } = useRoom();
  const input = useRef<HTMLInputElement>(null);
  const attach = useMutation({
    mutationFn: (file: File) =>
      api.send<CommandAnswer>(`/incidents/${id}/attachments`, file, 'application/octet-stream', {
        name: file.name,
      }),
    onSuccess: ({ entries }) => put(entries),
    onError: notice.refusal,
  });
  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    if (file.size > ATTACHMENT_BYTES) {
      const most = format.integer(ATTACHMENT_BYTES / 1024 / 1024);
      notice.warning(t('journal:tooBig', { name: file.name, most }));
      return;
    }
    attach.mutate(file);
  };
  return (
    <>
      <AskButton
        command={{ type: 'attach', attachment: PROBE, note: null }}
        loading={attach.isPending}
        onClick={() => input.current?.click()}
      >
        {t('journal:attach')}
      </AskButton>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('journal:attach')}
        onChange={(event) => {
          choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
