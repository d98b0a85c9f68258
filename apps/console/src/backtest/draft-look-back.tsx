import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DraftBacktestRequest } from '@sturmwarte/contracts';
import type { Sensitivity } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSpaceId } from '../spaces/use-space.js';
import type { WholeDraft } from '../topics/draft.js';
import { AskedAnswer } from './asked-answer.js';
import classes from './backtest.module.css';
import { draftBacktestQuery } from './backtest.queries.js';
import { BESIDE } from './beside.js';
import { SettingPicker } from './setting-picker.js';
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
        <Compared brandId={brandId} draft={played} key={played.sensitivity} />
      ) : null}
    </section>
  );
}

function Compared({ brandId, draft }: { brandId: number; draft: WholeDraft }) {
  const t = useText();
  const spaceId = useSpaceId();
  const { query, sensitivity: saved } = draft;
  const rules = [...draft.rules];
  const [weeks, setWeeks] = useState<1 | 2 | 4 | 8>(1);
  const [a, setA] = useState<Sensitivity>(saved);
  const [b, setB] = useState<Sensitivity | 'none'>(BESIDE[saved]);
  const second = b === 'none' ? [] : [{ sensitivity: b, rules }];
  const settings = [{ sensitivity: a, rules }, ...second];
  const request: DraftBacktestRequest = { brandId, spaceId, weeks, query, settings };
  const asked = useQuery({ ...draftBacktestQuery(request), placeholderData: keepPreviousData });
  const shared = { saved: null, own: [], rules: null };
  return (
    <>
      <div className={classes.settings}>
        <SettingPicker
          {...shared}
          label={t('backtest:settingA')}
          value={a}
          onChange={(value) => value !== 'none' && setA(value)}
        />
        <SettingPicker
          {...shared}
          canBeNone
          label={t('backtest:settingB')}
          value={b}
          onChange={setB}
        />
      </div>
      <WeeksChoice weeks={weeks} onWeeks={setWeeks} />
      <AskedAnswer asked={asked} topicId={null} running={t('backtest:matched.running')} />
    </>
  );
}
