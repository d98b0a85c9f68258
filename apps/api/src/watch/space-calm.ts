import type { Calm } from '@sturmwarte/domain';
import type { StandingMutes } from './standing-mutes.js';

/** What keeps the alerts of one space quiet, and when that changes. */
export class SpaceCalm {
  /** Why a topic was quiet when its alert was last written. */
  private readonly told = new Map<number, string>();

  constructor(
    private readonly mutes: Pick<StandingMutes, 'of' | 'topics'>,
    private readonly now: () => number,
  ) {}

  /** For an alert that is being written: remembered as what it says. */
  of(topicId: number): Calm {
    const calm = this.at(topicId);
    const why = reasonOf(calm);
    if (why === '') this.told.delete(topicId);
    else this.told.set(topicId, why);
    return calm;
  }

  /** Those of the topics whose alerts say something else than what holds now. */
  changed(topicIds: Iterable<number>): number[] {
    const watched = new Set(topicIds);
    const asked = new Set([...this.mutes.topics(), ...this.told.keys()]);
    return [...asked].filter((id) => watched.has(id) && this.hasChanged(id));
  }

  /** What was told of a topic did not arrive: it counts as changed. */
  forget(topicId: number): void {
    this.told.set(topicId, 'unknown');
  }

  private hasChanged(topicId: number): boolean {
    return (this.told.get(topicId) ?? '') !== reasonOf(this.at(topicId));
  }

  private at(topicId: number): Calm {
    return { mute: this.mutes.of(topicId, this.now()), explained: null };
  }
}

function reasonOf({ mute }: Calm): string {
  return mute === null ? '' : `${mute.id} ${mute.until}`;
}
