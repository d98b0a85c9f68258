import type { EmergencyRelease, Statement, Variant } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { OrderDialog } from '../room/order-dialog.js';
import panel from '../room/panel.module.css';
import { SOME_REASON, useRoom, SOME_PROOF } from '../room/room-context.js';
import { WordsField } from '../room/words-field.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import classes from './emergency.module.css';
import { EmergencyReview } from './emergency-review.js';
import { ExactText } from './exact-text.js';
import { isSameVariant, newestOf } from './variant-of.js';

/** Notfreigabe: only where the domain allows it, in red, with a reason; and the look somebody else owes it. */
export function EmergencyButton({
  statement,
  variant,
}: {
  statement: Statement;
  variant: Variant;
}) {
  const t = useText();
  const { incident, ask } = useRoom();
  const [isAsking, setAsking] = useState(false);
  const { channel, language } = variant;
  const newest = newestOf(variant);
  const bound = { statement: statement.id, channel, language, hash: newest.hash };
  const command = {
    type: 'release-in-emergency',
    ...bound,
    ...{ reason: SOME_REASON, agreedNow: true, proof: SOME_PROOF },
  } as const;
  const releases = incident.emergencies.filter(
    (one) => one.statement === statement.id && isSameVariant(one, variant),
  );
  const isAllowed = newest.agreed !== null && ask(command) === null;
  return (
    <>
      {releases.map((release) => (
        <Released key={release.seq} release={release} />
      ))}
      {isAllowed ? (
        <div className={classes.red}>
          <p>{t('release:emergency.offer')}</p>
          <AskButton color="red" variant="filled" command={command} onClick={() => setAsking(true)}>
            {t('release:emergency.button')}
          </AskButton>
        </div>
      ) : null}
      {isAsking ? (
        <EmergencyDialog bound={bound} text={newest.text} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}

function EmergencyDialog({
  bound,
  text,
  onClose,
}: {
  bound: { statement: number; channel: Variant['channel']; language: 'de' | 'en'; hash: string };
  text: string;
  onClose: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  return (
    <OrderDialog
      title={t('release:emergency.title')}
      consequence={t('release:emergency.text')}
      confirm={t('release:emergency.confirm')}
      tone="red"
      size="lg"
      order={words === '' ? null : { type: 'release-in-emergency', ...bound, reason: words }}
      onClose={onClose}
    >
      <ExactText bound={bound} text={text} />
      <WordsField value={reason} onChange={setReason} autoFocus />
    </OrderDialog>
  );
}

/** Stands in red until somebody else has looked at it. */
function Released({ release }: { release: EmergencyRelease }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { review, by, at, reason, unanswered } = release;
  return (
    <div className={classes.red}>
      <p>
        <Icon name="warn" size={16} />{' '}
        <strong>
          {t('release:emergency.released', {
            name: by?.name ?? '–',
            time: format.moment(at, now),
          })}
        </strong>
      </p>
      <p className={panel.words}>{reason}</p>
      <p className={panel.small}>
        {t('release:emergency.unanswered', {
          names: unanswered.map(({ person }) => person.name).join(', '),
        })}
      </p>
      {review === null ? (
        <EmergencyReview release={release} />
      ) : (
        <p>
          {t(`release:emergency.${review.verdict}`, {
            name: review.by?.name ?? '–',
            time: format.moment(review.at, now),
          })}{' '}
          {review.note}
        </p>
      )}
    </div>
  );
}
