import type { Calm } from '@sturmwarte/domain';
import type { Explanations } from './explanations.js';
import type { StandingMutes } from '../common/standing-mutes.js';

type Watched = { readonly id: number; readonly brandId: number };

/** What keeps the alerts of one space quiet, and when that changes. */
export class SpaceCalm {
  /** Why a topic was quiet when its alert was last written. */
  private readonly told = new Map<number, string>();

  constructor(
    private readonly mutes: Pick<StandingMutes, 'of' | 'topics'>,
    private readonly explanations: Pick<Explanations, 'of' | 'topics'>,
    private readonly now: () => number,
  ) {}

  /** For an alert that is being written: remembered as what it says. */
  of(topic: Watched): Calm {
    const calm = this.at(topic);
    const why = reasonOf(calm);
    if (why === '') this.told.delete(topic.id);
    else this.told.set(topic.id, why);
    return calm;
  }

  /** Those of the topics whose alerts say something else than what holds now. */
  changed<T extends Watched>(topics: ReadonlyMap<number, T>): T[] {
    const asked = [...this.mutes.topics(), ...this.explanations.topics(), ...this.told.keys()];
    return [...new Set(asked)]
      .flatMap((id) => topics.get(id) ?? [])
      .filter((topic) => (this.told.get(topic.id) ?? '') !== reasonOf(this.at(topic)));
  }

  /** What was told of a topic did not arrive: it counts as changed. */
  forget(topicId: number): void {
    this.told.set(topicId, 'unknown');
  }

  private at({ id, brandId }: Watched): Calm {
    return {
      mute: this.mutes.of(id, this.now()),
      explained: this.explanations.of(id, brandId),
    };
  }
}

function reasonOf({ mute, explained }: Calm): string {
  if (mute !== null) return `muted ${mute.id} ${mute.until}`;
  return explained === null ? '' : `explained ${explained.alertId}`;
}
