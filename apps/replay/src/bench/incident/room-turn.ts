import { setTimeout as sleep } from 'node:timers/promises';
import type { IncidentScene } from './incident-scene.js';
import { RoomFollower } from './room-follower.js';

const PAUSE_MS = 40;
const WARM = 20;

export interface RoomTurn {
  /** Per command: ms from sending it to its acknowledgement, which is after its commit. */
  readonly acknowledged: readonly number[];
  /** Per command: ms from sending it to the state of the last follower that holds it. */
  readonly visible: readonly number[];
}

/** One person writes, others follow: each the next of the scene's people. */
export async function roomTurn(
  scene: IncidentScene,
  incidentId: number,
  {
    followers,
    commands,
    takeAlong = true,
  }: {
    readonly followers: number;
    readonly commands: number;
    /** False: by the number alone, as when another node wrote. */
    readonly takeAlong?: boolean;
  },
): Promise<RoomTurn> {
  const room: RoomFollower[] = [];
  try {
    for (let n = 1; n <= followers; n++) {
      room.push(await RoomFollower.open(scene.house.url, scene.person(n), incidentId, takeAlong));
    }
    const acknowledged: number[] = [];
    const visible: number[] = [];
    for (let n = -WARM; n < commands; n++) {
      const from = performance.now();
      const seq = await scene.write(scene.person(0), incidentId, `Der Stand um ${n}: unverändert.`);
      const answered = performance.now();
      const seen = await Promise.all(room.map((follower) => follower.seen(seq)));
      if (n >= 0) {
        acknowledged.push(answered - from);
        visible.push(Math.max(...seen) - from);
      }
      await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
    return { acknowledged, visible };
  } finally {
    room.forEach((follower) => follower.close());
  }
}
