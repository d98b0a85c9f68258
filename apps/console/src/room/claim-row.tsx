import type { Claim } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { AskButton } from './ask-button.js';
import { MoveClaimDialog } from './move-claim-dialog.js';
import panel from './panel.module.css';
import { SOME_REASON, useRoom } from './room-context.js';

export function ClaimRow({ claim }: { claim: Claim }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { incident } = useRoom();
  const [moving, setMoving] = useState(false);
  const { by, at } = claim.moved ?? claim.recorded;
  return (
    <li>
      <p className={panel.words}>{claim.text}</p>
      <div className={panel.row}>
        <span className={panel.small}>
          {by?.name ?? t('journal:machine')} {format.moment(at, now)}
          {claim.source === null ? '' : ` · ${t('journal:source', { source: claim.source })}`}
        </span>
        {incident.state === 'open' ? (
          <AskButton
            command={{
              type: 'move-claim',
              claim: claim.id,
              standing: claim.standing === 'open' ? 'assumption' : 'open',
              source: null,
              reason: SOME_REASON,
            }}
            onClick={() => setMoving(true)}
            about={claim.text}
          >
            {t('room:ledger.move')}
          </AskButton>
        ) : null}
      </div>
      {moving ? <MoveClaimDialog claim={claim} onClose={() => setMoving(false)} /> : null}
    </li>
  );
}
