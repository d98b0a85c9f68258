import { useMutation } from '@tanstack/react-query';
import type { CommandAnswer } from '@sturmwarte/contracts';
import type { AttachmentRef } from '@sturmwarte/domain';
import { useState } from 'react';
import { api, apiPath } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { SOME_REASON, useRoom } from '../room/room-context.js';
import { WordsField } from '../room/words-field.js';
import { Decision } from '../ui/decision.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';
import classes from './entry-row.module.css';

/** A file of the incident: to take along, with its checksum; its content can be erased, name and checksum stay. */
export function AttachmentLine({ attachment }: { attachment: AttachmentRef }) {
  const t = useText();
  const format = useFormat();
  const { id, incident, ask } = useRoom();
  const [erasing, setErasing] = useState(false);
  const { id: file, name, bytes, hash } = attachment;
  const isGone = incident.attachments.some((one) => one.id === file && one.erased !== null);
  const mayErase =
    ask({ type: 'erase-attachment', attachment: file, reason: SOME_REASON }) === null;
  return (
    <div className={classes.small}>
      {isGone ? (
        <span>
          <Icon name="file" size={14} /> <s>{name}</s> {t('journal:erase.gone')}
        </span>
      ) : (
        <a href={apiPath(`/incidents/${id}/attachments/${file}`)} download>
          <Icon name="file" size={14} /> {name}
        </a>
      )}{' '}
      {t('journal:bytes', { kilobytes: format.integer(Math.ceil(bytes / 1024)) })}{' '}
      <code className={classes.hash} title={hash}>
        {t('journal:hash', { hash: hash.slice(0, 12) })}
      </code>
      {mayErase ? (
        <>
          {' '}
          <button type="button" className={classes.correct} onClick={() => setErasing(true)}>
            {t('journal:erase.button')}
            <span className="sw-hidden">: {name}</span>
          </button>
        </>
      ) : null}
      {erasing ? <EraseDialog attachment={attachment} onClose={() => setErasing(false)} /> : null}
    </div>
  );
}

function EraseDialog({
  attachment: { id: file, name },
  onClose,
}: {
  attachment: AttachmentRef;
  onClose: () => void;
}) {
  const t = useText();
  const notice = useNotice();
  const { id, put } = useRoom();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const erase = useMutation({
    mutationFn: () =>
      api.post<CommandAnswer>(`/incidents/${id}/attachments/${file}/erase`, { reason: words }),
    onSuccess: ({ entries }) => {
      put(entries);
      onClose();
    },
    onError: notice.refusal,
  });
  return (
    <Decision
      title={t('journal:erase.title', { name })}
      consequence={t('journal:erase.text')}
      confirm={t('journal:erase.button')}
      busy={erase.isPending}
      ready={words !== ''}
      onClose={onClose}
      onConfirm={() => erase.mutate()}
    >
      <WordsField value={reason} onChange={setReason} autoFocus />
    </Decision>
  );
}
