import { useQuery } from '@tanstack/react-query';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { boardQuery } from '../board/board.queries.js';
import { useServerNow } from '../live/use-server-now.js';
import { useSpace, useSpaceId } from './use-space.js';

/** What time it is in the space on screen, ms: the server's in the live one, the player's elsewhere. */
export function useSpaceClock(): number {
  const id = useSpaceId();
  const space = useSpace();
  const server = useServerNow();
  const board = useQuery({ ...boardQuery(id), enabled: id !== LIVE_SPACE_ID });
  if (id === LIVE_SPACE_ID) return server;
  const told = [space?.now, board.data?.now].map((at) => (at ? Date.parse(at) : 0));
  return Math.max(...told) || server;
}
