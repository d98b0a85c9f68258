import { Radio } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import type { EmergencyRelease } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { OrderDialog } from '../room/order-dialog.js';
import panel from '../room/panel.module.css';
import { SOME_REASON } from '../room/room-context.js';
import { WordsField } from '../room/words-field.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';

const DAY_MS = 86_400_000;

/** Somebody else looks at a break-glass release within a day: it was right, or it was not. */
export function EmergencyReview({ release }: { release: EmergencyRelease }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const [isOpen, setOpen] = useState(false);
  const [verdict, setVerdict] = useState<'confirmed' | 'objected' | null>(null);
  const [note, setNote] = useState('');
  const left = Date.parse(release.at) + DAY_MS - now;
  const isReady = verdict !== null && (verdict === 'confirmed' || note.trim() !== '');
  return (
    <>
      <p>
        {left > 0
          ? t('release:emergency.reviewDue', { left: format.clock(left) })
          : t('release:emergency.reviewOver', { over: format.clock(-left) })}
      </p>
      <div>
        <AskButton
          command={{
            type: 'review-emergency',
            ...{ release: release.seq, verdict: 'objected', note: SOME_REASON },
          }}
          onClick={() => setOpen(true)}
        >
          {t('release:emergency.review')}
        </AskButton>
      </div>
      {isOpen ? (
        <OrderDialog
          title={t('release:emergency.review')}
          consequence={t('release:emergency.reviewText')}
          confirm={t('release:emergency.reviewConfirm')}
          order={
            isReady
              ? {
                  type: 'review-emergency',
                  ...{ release: release.seq, verdict, note: note.trim() },
                }
              : null
          }
          onClose={() => setOpen(false)}
        >
          <Radio.Group
            label={t('release:emergency.verdict')}
            value={verdict}
            onChange={(value) => setVerdict(value === 'confirmed' ? 'confirmed' : 'objected')}
          >
            <div className={panel.options}>
              <Radio value="confirmed" label={t('release:emergency.right')} />
              <Radio value="objected" label={t('release:emergency.wrong')} />
            </div>
          </Radio.Group>
          <WordsField
            value={note}
            onChange={setNote}
            optional={verdict !== 'objected'}
            label={t('release:emergency.note')}
          />
        </OrderDialog>
      ) : null}
    </>
  );
}
