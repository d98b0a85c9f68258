import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IncidentView, MentionView } from '@sturmwarte/contracts';
import { ENTRY_KINDS, LIVE_SPACE_ID, type EntryKind } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { Decision } from '../ui/decision.js';
import { MentionText } from '../ui/mention-text.js';
import { useNotice } from '../ui/notice.js';
import classes from './cite-dialog.module.css';
import { incidentOf } from './incident-of.js';
import { incidentsQuery } from './incidents.queries.js';
import { useOrder } from './use-order.js';

/**
 * Puts a mention into the journal of an open incident: as a reference beside one's own words. What it says stays
 * outside the journal, so that it can be erased.
 */
export function CiteDialog({
  mention,
  alertId = null,
  onClose,
}: {
  mention: MentionView;
  /** Of several incidents, the one this alert belongs to is proposed. */
  alertId?: number | null;
  onClose: () => void;
}) {
  const t = useText();
  const may = useMay();
  const { data } = useQuery(incidentsQuery({ space: mention.spaceId, state: 'open' }));
  const open = (data ?? []).filter(
    ({ incident }) => incident.state === 'open' && may('incident.write', incident.brandId),
  );
  const own = alertId === null ? null : incidentOf(open, alertId);
  const [chosen, setChosen] = useState<number | null>(null);
  const proposed = own ?? (open.length === 1 ? open[0] : undefined);
  const view = open.find(({ id }) => id === chosen) ?? proposed;
  return (
    <Form
      mention={mention}
      open={data === undefined ? null : open}
      view={view ?? null}
      choose={setChosen}
      onClose={onClose}
      none={t('incidents:cite.none')}
    />
  );
}

function Form({
  mention,
  open,
  view,
  none,
  choose,
  onClose,
}: {
  mention: MentionView;
  /** Null while that is not known. */
  open: readonly IncidentView[] | null;
  view: IncidentView | null;
  none: string;
  choose: (id: number | null) => void;
  onClose: () => void;
}) {
  const t = useText();
  const notice = useNotice();
  const order = useOrder(view?.id ?? 0);
  const [kind, setKind] = useState<EntryKind>('note');
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const write = (number: string): void =>
    order.mutate(
      {
        type: 'write-entry',
        kind,
        text: text.trim(),
        source: source.trim() === '' ? null : source.trim(),
        mentionIds: [mention.id],
      },
      {
        onSuccess: () => {
          notice.done(t('incidents:cite.done', { number }));
          onClose();
        },
        onError: notice.refusal,
      },
    );
  return (
    <Decision
      title={t('incidents:cite.title')}
      consequence={t('incidents:cite.consequence')}
      confirm={t('journal:write.button')}
      busy={order.isPending}
      ready={view !== null && text.trim() !== ''}
      onClose={onClose}
      onConfirm={() => view !== null && write(view.incident.number)}
    >
      <blockquote className={classes.quote}>
        <MentionText text={mention.text} spans={mention.spans} lang={mention.lang} />
      </blockquote>
      {open?.length === 0 ? (
        <p role="status">
          {none}{' '}
          <Link
            to="/incidents"
            search={mention.spaceId === LIVE_SPACE_ID ? {} : { space: mention.spaceId }}
          >
            {t('incidents:title')}
          </Link>
        </p>
      ) : (
        <NativeSelect
          label={t('incidents:cite.incident')}
          value={view?.id ?? ''}
          onChange={(event) => choose(Number(event.currentTarget.value) || null)}
          data={[
            { value: '', label: t('room:chooseIncident') },
            ...(open ?? []).map(({ id, incident }) => ({
              value: String(id),
              label: `${incident.number} ${incident.title}`,
            })),
          ]}
        />
      )}
      <NativeSelect
        label={t('journal:write.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as EntryKind)}
        data={ENTRY_KINDS.map((one) => ({ value: one, label: t(`journal:group.${one}`) }))}
      />
      <Textarea
        label={t(`journal:write.${kind}`)}
        required
        withAsterisk={false}
        maxLength={2_000}
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {kind === 'fact' || kind === 'rumour' ? (
        <TextInput
          label={t('room:ledger.source')}
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      ) : null}
    </Decision>
  );
}
