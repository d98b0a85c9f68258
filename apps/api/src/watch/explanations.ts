import type { AlertView } from '@sturmwarte/contracts';
import { explains, MINUTE_MS, type Explaining, type Level, type Overlap } from '@sturmwarte/domain';

const HOUR_MINUTES = 60;
/** An overlap is asked for anew after this, and forgotten when nobody could tell it for so long. */
const FRESH_MS = 10_000;
const KEPT_MS = 5 * MINUTE_MS;
const DAY_MS = 86_400_000;

export interface ExplanationsParts {
  readonly level: (topicId: number) => Level;
  /** The space's clock, milliseconds. */
  readonly now: () => number;
  readonly receivedMs: () => number | null;
  readonly readOverlap: (span: {
    readonly topicId: number;
    readonly otherId: number;
    readonly minute: number;
    readonly receivedSinceMs: number | null;
  }) => Promise<Overlap>;
}

/** Which alerts of a space are explained by a higher one of the same brand. */
export class Explanations {
  /** The open alerts, by topic. */
  private readonly open = new Map<number, AlertView>();
  private readonly overlaps = new Map<string, { readonly overlap: Overlap; readonly ms: number }>();

  constructor(private readonly parts: ExplanationsParts) {}

  /** An alert as it stands now. */
  hear(alert: AlertView): void {
    const known = this.open.get(alert.topicId);
    if (known !== undefined && known.id === alert.id && known.version > alert.version) return;
    if (alert.state !== 'closed') this.open.set(alert.topicId, alert);
    else if (known?.id === alert.id) this.open.delete(alert.topicId);
  }

  /** Topics with an open alert. */
  topics(): Iterable<number> {
    return this.open.keys();
  }

  /** Asks what the topic has in common with higher ones, before its alert is written. Failing, it stays unknown. */
  async look(topicId: number, brandId: number): Promise<void> {
    for (const higher of this.higher(topicId, brandId)) {
      const key = keyOf(topicId, higher.topicId);
      const known = this.overlaps.get(key);
      if (known !== undefined && performance.now() - known.ms < FRESH_MS) continue;
      const receivedMs = this.parts.receivedMs();
      const overlap = await this.parts.readOverlap({
        ...{ topicId, otherId: higher.topicId },
        minute: Math.floor(this.parts.now() / MINUTE_MS) - HOUR_MINUTES,
        receivedSinceMs: receivedMs === null ? null : receivedMs - DAY_MS,
      });
      this.overlaps.set(key, { overlap, ms: performance.now() });
    }
  }

  /** The highest alert that explains the topic's; null: none, or nobody knows. */
  of(topicId: number, brandId: number): Explaining | null {
    const level = this.parts.level(topicId);
    const held = this.open.get(topicId)?.held ?? null;
    for (const higher of this.higher(topicId, brandId)) {
      const overlap = this.overlapOf(topicId, higher.topicId);
      const already = held?.kind === 'explained' && held.alertId === higher.id;
      if (overlap === null || !explains(higher, level, overlap, already)) continue;
      const { id: alertId, number, topicName } = higher;
      const share = overlap.shared / overlap.total;
      return { alertId, number, topicId: higher.topicId, topicName, share };
    }
    return null;
  }

  forget(topicId: number): void {
    this.open.delete(topicId);
  }

  private overlapOf(topicId: number, otherId: number): Overlap | null {
    const known = this.overlaps.get(keyOf(topicId, otherId));
    if (known === undefined || performance.now() - known.ms > KEPT_MS) return null;
    return known.overlap;
  }

  /** Open alerts of other topics of the brand that stand above it, highest first. */
  private higher(topicId: number, brandId: number): AlertView[] {
    const level = this.parts.level(topicId);
    return [...this.open.values()]
      .filter((one) => one.brandId === brandId && one.topicId !== topicId && one.level > level)
      .sort((a, b) => b.level - a.level);
  }
}

function keyOf(topicId: number, otherId: number): string {
  return `${topicId} ${otherId}`;
}
