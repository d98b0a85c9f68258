import { legalClockRule } from '@sturmwarte/clock';
import type { LegalClock } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { ReasonDialog } from './reason-dialog.js';

/** A duty counts as done with its proof. */
export function FulfilDialog({
  clock,
  stage,
  onClose,
}: {
  clock: LegalClock;
  stage: string;
  onClose: () => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const rule = legalClockRule(clock.id);
  const name = rule.stages.find(({ id }) => id === stage)?.title[language] ?? stage;
  return (
    <ReasonDialog
      title={t('clocks:legal.fulfilTitle', { stage: name })}
      consequence={t('clocks:legal.fulfilText')}
      confirm={t('clocks:legal.fulfil')}
      label={t('room:proof')}
      order={(proof) => ({ type: 'fulfil-clock', clock: clock.id, stage, proof })}
      onClose={onClose}
    />
  );
}
