import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgreedView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { WordsField } from '../room/words-field.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { agreedWordingsQuery } from './wordings.queries.js';

/** Something that needs nothing but a sentence: return, withdraw. */
export function ReasonedOrder({
  title,
  consequence,
  confirm,
  label,
  path,
  body,
  onClose,
}: {
  title: string;
  consequence: string;
  confirm: string;
  label: string;
  path: string;
  body: (words: string) => object;
  onClose: () => void;
}) {
  const notice = useNotice();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const order = useMutation({
    mutationFn: () => api.post<AgreedView>(path, body(words.trim())),
    onSuccess: onClose,
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries({ queryKey: agreedWordingsQuery.queryKey }),
  });
  return (
    <Decision
      {...{ title, consequence, confirm, onClose }}
      busy={order.isPending}
      ready={words.trim() !== ''}
      onConfirm={() => order.mutate()}
    >
      <WordsField label={label} value={words} onChange={setWords} autoFocus />
    </Decision>
  );
}
