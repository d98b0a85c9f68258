import { useQuery } from '@tanstack/react-query';
import type { MuteView } from '@sturmwarte/contracts';
import { muteStands } from '@sturmwarte/domain';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { mutesQuery } from './mutes.queries.js';

/** Mutes of topics in force at this moment, by topic. */
export function useStandingMutes(): ReadonlyMap<number, MuteView> {
  const now = useSpaceClock();
  const { data = [] } = useQuery(mutesQuery(useSpaceId()));
  return new Map(
    data.flatMap((mute) =>
      mute.subject.kind === 'topic' && muteStands(mute, now)
        ? [[mute.subject.topicId, mute] as const]
        : [],
    ),
  );
}
