import type { Level } from '@sturmwarte/domain';
import { remember, remembered } from '../ui/remembered.js';
import { tonesOf } from './tones.js';

/** `locked`: wanted, but the browser waits for a first click. */
export type SoundState = 'on' | 'off' | 'locked' | 'unsupported';

/** The voice of the house. One per page; `subscribe` and `state` fit `useSyncExternalStore`. */
class AlarmSound {
  private context: AudioContext | null = null;
  private wanted = remembered('sound') !== 'off';
  private readonly watchers = new Set<() => void>();

  readonly subscribe = (run: () => void): (() => void) => {
    this.watchers.add(run);
    return () => this.watchers.delete(run);
  };

  readonly state = (): SoundState => {
    if (typeof AudioContext === 'undefined') return 'unsupported';
    if (!this.wanted) return 'off';
    return this.context?.state === 'running' ? 'on' : 'locked';
  };

  /** Call from within a click: browsers allow sound only then. */
  async unlock(): Promise<void> {
    if (typeof AudioContext === 'undefined') return;
    if (this.context === null) {
      this.context = new AudioContext();
      this.context.onstatechange = () => this.tell();
    }
    if (this.context.state === 'suspended') await this.context.resume();
    this.tell();
  }

  async turn(on: boolean): Promise<void> {
    this.wanted = on;
    remember('sound', on ? 'on' : 'off');
    if (on) await this.unlock();
    this.tell();
  }

  ring(level: Level): void {
    if (this.state() === 'on') this.play(level);
  }

  /** Plays even when turned off: somebody asked to hear it. */
  async test(level: Level): Promise<void> {
    await this.unlock();
    this.play(level);
  }

  private play(level: Level): void {
    const context = this.context;
    if (context === null) return;
    const start = context.currentTime + 0.02;
    for (const tone of tonesOf(level)) {
      const oscillator = context.createOscillator();
      const gain = context.createGain();
      const from = start + tone.at;
      const to = from + tone.length;
      oscillator.type = 'triangle';
      oscillator.frequency.value = tone.hertz;
      gain.gain.setValueAtTime(0, from);
      gain.gain.linearRampToValueAtTime(tone.volume, from + 0.015);
      gain.gain.setValueAtTime(tone.volume, Math.max(from + 0.015, to - 0.05));
      gain.gain.linearRampToValueAtTime(0, to);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(from);
      oscillator.stop(to);
    }
  }

  private tell(): void {
    for (const run of this.watchers) run();
  }
}

export const alarmSound = new AlarmSound();
