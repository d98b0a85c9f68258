import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DraftBacktestRequest } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSpaceId } from '../spaces/use-space.js';
import type { WholeDraft } from '../topics/draft.js';
import { AskedAnswer } from './asked-answer.js';
import classes from './backtest.module.css';
import { draftBacktestQuery } from './backtest.queries.js';
import { BESIDE } from './beside.js';
import { settingOf } from './picked.js';
import { SettingPicker, type Picked } from './setting-picker.js';
import { WeeksChoice } from './weeks-choice.js';

/** What a topic that is not saved yet would have alarmed. Asked for by a press: it reads many mentions. */
export function DraftLookBack({
  brandId,
  draft,
}: {
  brandId: number | null;
  /** Null: something is missing or wrong. */
  draft: WholeDraft | null;
}) {
  const t = useText();
  const [played, setPlayed] = useState<WholeDraft | null>(null);
  const isOld = played !== null && JSON.stringify(played) !== JSON.stringify(draft);
  return (
    <section className={classes.draft} aria-labelledby="draft-look-back">
      <h2 id="draft-look-back">{t('backtest:draft.title')}</h2>
      <p className={classes.dim}>{t('backtest:draft.lead')}</p>
      {draft === null ? <p className={classes.dim}>{t('backtest:draft.waits')}</p> : null}
      {isOld && draft !== null ? <p role="status">{t('backtest:draft.changed')}</p> : null}
      {draft !== null && brandId !== null && (played === null || isOld) ? (
        <div>
          <Button variant="default" onClick={() => setPlayed(draft)}>
            {played === null ? t('backtest:draft.play') : t('backtest:draft.playAgain')}
          </Button>
        </div>
      ) : null}
      {played !== null && brandId !== null ? (
        <Compared brandId={brandId} draft={played} key={keyOf(played)} />
      ) : null}
    </section>
  );
}

/** Other choices in the form begin the comparison anew. */
function keyOf({ sensitivity, headStart, cooldownMinutes }: WholeDraft): string {
  return JSON.stringify([sensitivity, headStart, cooldownMinutes]);
}

function Compared({ brandId, draft }: { brandId: number; draft: WholeDraft }) {
  const t = useText();
  const spaceId = useSpaceId();
  const { query, sensitivity, headStart, cooldownMinutes } = draft;
  const rules = [...draft.rules];
  const [weeks, setWeeks] = useState<1 | 2 | 4 | 8>(1);
  const [a, setA] = useState<Picked>({ value: sensitivity, headStart, cooldownMinutes });
  const beside = { value: BESIDE[sensitivity], headStart: null, cooldownMinutes };
  const [b, setB] = useState<Picked>(beside);
  const settings = [a, b].flatMap(settingOf).map((one) => ({ ...one, rules }));
  const request: DraftBacktestRequest = { brandId, spaceId, weeks, query, settings };
  const asked = useQuery({ ...draftBacktestQuery(request), placeholderData: keepPreviousData });
  const shared = { saved: null, own: [], rules: null };
  return (
    <>
      <div className={classes.settings}>
        <SettingPicker
          {...shared}
          label={t('backtest:settingA')}
          picked={a}
          onPick={(change) => setA({ ...a, ...change })}
        />
        <SettingPicker
          {...shared}
          canBeNone
          label={t('backtest:settingB')}
          picked={b}
          onPick={(change) => setB({ ...b, ...change })}
        />
      </div>
      <WeeksChoice weeks={weeks} onWeeks={setWeeks} />
      <AskedAnswer asked={asked} topicId={null} running={t('backtest:matched.running')} />
    </>
  );
}
