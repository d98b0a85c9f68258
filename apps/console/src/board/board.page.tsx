import { useQuery } from '@tanstack/react-query';
import type { Board } from '@sturmwarte/contracts';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { useRef } from 'react';
import { PauseButton } from '../app/pause-button.js';
import { useHeld } from '../app/pause.js';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useLiveStatus } from '../live/live-context.js';
import { StopButton } from '../posting-stop/stop-button.js';
import { useSpaceId } from '../spaces/use-space.js';
import { cx } from '../ui/cx.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { AcknowledgeKey } from './acknowledge-key.js';
import { boardQuery, sourcesQuery } from './board.queries.js';
import classes from './board.page.module.css';
import { CalmCard } from './calm-card.js';
import { isCalm } from './rank-cards.js';
import { SourceStrip } from './source-strip.js';
import { TopicCard } from './topic-card.js';
import { onDemand } from '../ui/on-demand.js';
import { useCardOrder } from './use-card-order.js';
import { useSlide } from './use-slide.js';

const FirstSteps = onDemand(
  async () => (await import('./first-steps.js')).FirstSteps,
  <Skeleton rows={3} />,
);

/** Wetterlage: where the wind blows, how hard, and who is on it. */
export function BoardPage() {
  const spaceId = useSpaceId();
  const board = useQuery(boardQuery(spaceId));
  const sources = useQuery(sourcesQuery(spaceId));
  const t = useText();
  if (board.isPending) return <Skeleton rows={3} height={180} />;
  if (board.isError) return <Problem problem={board.error} retry={() => void board.refetch()} />;
  const hasTopic = board.data.cards.length > 0;
  const hasSource = (sources.data?.length ?? 0) > 0 || sources.isError || sources.isPending;
  const isNew = spaceId === LIVE_SPACE_ID && (!hasTopic || !hasSource);
  return (
    <>
      <header className={classes.head}>
        <h1>{t('board:title')}</h1>
        <AsOf at={board.data.now} />
        {hasTopic ? <StopButton brandId={null} /> : null}
        <span className={classes.pause}>{hasTopic ? <PauseButton /> : null}</span>
      </header>
      {isNew ? <FirstSteps hasTopic={hasTopic} hasSource={hasSource} /> : null}
      {hasTopic ? <Cards board={board.data} /> : null}
      {!hasTopic && !isNew ? <p>{t('board:empty.ended')}</p> : null}
      <SourceStrip />
    </>
  );
}

function AsOf({ at }: { at: string }) {
  const t = useText();
  const format = useFormat();
  return <span className={classes.asOf}>{t('board:asOf', { time: format.dateTime(at) })}</span>;
}

/** Held still or not: who is on it is always true. */
function withAlertsOf(shown: Board, current: Board): Board {
  if (shown === current) return shown;
  const alerts = new Map(current.cards.map((card) => [card.topicId, card.alert]));
  const cards = shown.cards.map((card) => {
    const alert = alerts.get(card.topicId) ?? null;
    return alert === card.alert ? card : { ...card, alert };
  });
  return { ...shown, cards };
}

function Cards({ board }: { board: Board }) {
  const t = useText();
  const area = useRef<HTMLDivElement>(null);
  const shown = withAlertsOf(useHeld(board), board);
  const { connection } = useLiveStatus();
  const blowing = shown.cards.filter((card) => !isCalm(card));
  const calm = shown.cards.filter(isCalm);
  const cards = useCardOrder(blowing, area);
  useSlide(area, cards.map((card) => card.topicId).join());
  useEntryKeys();
  return (
    <div className={cx(connection === 'disconnected' && classes.old)}>
      <AcknowledgeKey cards={cards} />
      <div ref={area} className={classes.cards} role="group" aria-label={t('board:cards')}>
        {cards.map((card) => (
          <TopicCard key={card.topicId} card={card} />
        ))}
      </div>
      {calm.length > 0 ? <CalmCard cards={calm} alone={cards.length === 0} /> : null}
    </div>
  );
}
