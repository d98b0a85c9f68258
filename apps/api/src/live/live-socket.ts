import type { ConsoleToServer, ServerToConsole } from '@sturmwarte/contracts';
import { HOUSE_STREAM } from '@sturmwarte/contracts';
import { brandsWith, type Grant } from '@sturmwarte/domain';
import type { Namespace, Socket } from 'socket.io';
import type { Principal } from '../common/principal.js';
import type { RateLimit } from './socket-limits.js';

/** What we know of the person behind a socket. */
export interface SocketData {
  principal: Principal;
  limit: RateLimit;
  /** Asked for by `watch`; null before. */
  watched: { readonly spaceId: number; readonly mentions: boolean } | null;
  resumed: boolean;
}
type None = Record<never, never>;
export type LiveSocket = Socket<ConsoleToServer, ServerToConsole, None, SocketData>;
export type LiveNamespace = Namespace<ConsoleToServer, ServerToConsole, None, SocketData>;

/** In this room of a kind are those who may see every brand. */
const ALL = 'all';

export function streamRooms(stream: number): string[] {
  return stream === HOUSE_STREAM ? [`stream:${stream}`] : [`stream:${stream}`, `stream:${ALL}`];
}

export function pulseRoom(spaceId: number, brand: number | typeof ALL): string {
  return `pulse:${spaceId}:${brand}`;
}

export function arrivedRoom(spaceId: number, brand: number | typeof ALL): string {
  return `arrived:${spaceId}:${brand}`;
}

/** The rooms a person belongs in, by their rights and by what they asked for. */
export function roomsOf({ principal, watched, resumed }: SocketData): string[] {
  const brands = brandsSeen(principal.grants);
  const seen: readonly (number | typeof ALL)[] = brands === 'all' ? [ALL] : brands;
  const rooms: string[] = [];
  if (resumed) rooms.push(`stream:${HOUSE_STREAM}`, ...seen.map((brand) => `stream:${brand}`));
  if (watched !== null) {
    rooms.push(...seen.map((brand) => pulseRoom(watched.spaceId, brand)));
    if (watched.mentions) rooms.push(...seen.map((brand) => arrivedRoom(watched.spaceId, brand)));
  }
  return rooms;
}

export function maySeeStream(grants: readonly Grant[], stream: number): boolean {
  if (stream === HOUSE_STREAM) return true;
  const brands = brandsSeen(grants);
  return brands === 'all' || brands.includes(stream);
}

function brandsSeen(grants: readonly Grant[]): 'all' | readonly number[] {
  return brandsWith(grants, 'board.see');
}
