import type { Board, BoardCard, Pulse, TopicPulse } from '@sturmwarte/contracts';

const BUCKET_MINUTES = 15;

/**
 * The board after a pulse. Cards whose topic is not in it stay the same objects, so that they are not drawn again.
 * `unknown`: the pulse names a topic the board does not have.
 */
export function applyPulse(board: Board, pulse: Pulse): { board: Board; unknown: boolean } {
  if (pulse.spaceId !== board.spaceId) return { board, unknown: false };
  const news = new Map(pulse.topics.map((topic) => [topic.topicId, topic]));
  const cards = board.cards.map((card) => {
    const topic = news.get(card.topicId);
    news.delete(card.topicId);
    return topic ? moveCard(card, topic) : card;
  });
  return { board: { ...board, now: pulse.now, cards }, unknown: news.size > 0 };
}

function moveCard(card: BoardCard, topic: TopicPulse): BoardCard {
  return { ...card, ...topic, spark: moveSpark(card, topic) };
}

/** The running bucket is the last value; when a new one has begun, the oldest leave. */
function moveSpark(card: BoardCard, topic: TopicPulse): readonly number[] {
  const steps = Math.floor((topic.bucket.minute - card.bucket.minute) / BUCKET_MINUTES);
  if (steps < 0 || card.spark.length === 0) return card.spark;
  const kept = steps === 0 ? card.spark.slice(0, -1) : card.spark.slice(steps);
  const silent = Math.min(Math.max(0, steps - 1), card.spark.length - 1);
  const next = [...kept, ...Array.from({ length: silent }, () => 0), topic.bucket.negative];
  return next.slice(-card.spark.length);
}
