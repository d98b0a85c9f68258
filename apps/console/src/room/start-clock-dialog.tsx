import { legalClockRule } from '@sturmwarte/clock';
import type { LegalClock } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { OrderDialog } from './order-dialog.js';
import panel from './panel.module.css';
import { useRoom } from './room-context.js';
import { TimeField } from './time-field.js';
import { WordsField } from './words-field.js';

/** Asks what the law counts from. Whoever may not set the clock proposes it to those who may. */
export function StartClockDialog({ clock, onClose }: { clock: LegalClock; onClose: () => void }) {
  const t = useText();
  const { language } = useFormat();
  const { ask, incident } = useRoom();
  const rule = legalClockRule(clock.id);
  const questions = rule.anchors.filter(({ answeredBy }) => answeredBy === null);
  const proposed = clock.proposedAnchor?.anchor ?? null;
  const [anchors, setAnchors] = useState<Readonly<Record<string, string>>>(
    proposed === null ? {} : { knowledge: proposed },
  );
  const [reason, setReason] = useState('');
  // Who may waive may set: the same question decides what the button says.
  const sets =
    ask({ type: 'waive-clock', clock: clock.id, reason: '…' }) === null ||
    clock.standing === 'waiver-proposed' ||
    clock.standing === 'not-applicable';
  const ready = anchors['knowledge'] !== undefined && reason.trim() !== '';
  return (
    <OrderDialog
      title={t('clocks:legal.startTitle', { clock: `${clock.id}: ${rule.title[language]}` })}
      consequence={t(sets ? 'clocks:legal.startText' : 'clocks:legal.proposeText', {
        number: incident.number,
      })}
      confirm={t(sets ? 'clocks:legal.start' : 'clocks:legal.propose')}
      order={
        ready
          ? { type: 'start-clock', clock: clock.id, anchors: { ...anchors }, reason: reason.trim() }
          : null
      }
      onClose={onClose}
    >
      {questions.map(({ id, question }) => (
        <TimeField
          key={id}
          label={question[language]}
          value={anchors[id] ?? null}
          onChange={(iso) =>
            setAnchors((before) => {
              const { [id]: _old, ...rest } = before;
              return iso === null ? rest : { ...rest, [id]: iso };
            })
          }
        />
      ))}
      <WordsField value={reason} onChange={setReason} label={t('clocks:legal.howKnown')} />
      {rule.verified ? null : <p className={panel.warn}>{t('clocks:legal.unverified')}</p>}
    </OrderDialog>
  );
}
