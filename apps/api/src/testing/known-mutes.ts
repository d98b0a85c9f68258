import type { Mute } from '@sturmwarte/domain';
import type { RunningApp } from '../bootstrap/create-app.js';
import { StandingMutes } from '../common/standing-mutes.js';

/** The mute of a topic that this server's watch keeps at a moment. */
export function knownMute(app: RunningApp, topicId: number, now: number): Mute | null {
  return app.nest.get(StandingMutes).of(topicId, now);
}

/** The watch has read every mute told so far. */
export function mutesKnown(app: RunningApp): Promise<void> {
  return app.nest.get(StandingMutes).settled();
}
