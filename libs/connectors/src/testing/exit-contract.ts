import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Exit, Reins } from '../exits/exit.js';
import { AWKWARD_TEXT, aDispatch } from './a-dispatch.js';

/** An exit, and the world behind it as a test can arrange it. */
export interface ExitStage {
  readonly exit: Exit;
  /** The same exit, whose address is not allowed to lie in a private network. */
  readonly guarded: Exit;
  /** How many messages arrived whole. */
  arrived(): number;
  /** How often anybody connected. */
  connections(): number;
  /** The words of the first message that arrived. */
  firstText(): Promise<string>;
  /** The other side takes everything and then the connection breaks. */
  cutAfterTaking(): void;
  /** The other side takes everything and never answers. */
  silentAfterTaking(): void;
  /** The other side says no. */
  refuse(): void;
  /** The other side is gone. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export const FREE: Reins = { signal: new AbortController().signal, mayGoOn: () => true };

/** What every exit keeps, whatever it speaks. */
export function exitContract(name: string, open: () => Promise<ExitStage>): void {
  describe(`${name}, as an exit`, () => {
    let stage: ExitStage;
    beforeEach(async () => {
      stage = await open();
    });
    afterEach(() => stage.close());

    it('brings the words as they were approved, once, and says so', async () => {
      expect(await stage.exit.send(aDispatch(), FREE)).toMatchObject({ kind: 'confirmed' });
      expect(stage.arrived()).toBe(1);
      expect(await stage.firstText()).toBe(AWKWARD_TEXT);
    });

    it('says it is not out when the other side says no', async () => {
      stage.refuse();
      expect(await stage.exit.send(aDispatch(), FREE)).toMatchObject({ kind: 'refused' });
    });

    it('says it is not out when nobody is there', async () => {
      await stage.leave();
      expect(await stage.exit.send(aDispatch(), FREE)).toMatchObject({ kind: 'refused' });
    });

    it('does not know when the connection breaks after everything was taken, and tries no second time', async () => {
      stage.cutAfterTaking();
      expect(await stage.exit.send(aDispatch(), FREE)).toMatchObject({ kind: 'unknown' });
      expect(stage.arrived()).toBe(1);
    });

    it('does not know when no answer comes in time, and tries no second time', async () => {
      stage.silentAfterTaking();
      expect(await stage.exit.send(aDispatch(), FREE)).toMatchObject({ kind: 'unknown' });
      expect(stage.arrived()).toBe(1);
    });

    it('begins nothing when it is stopped before', async () => {
      const reins = { signal: AbortSignal.abort(), mayGoOn: () => false };
      const outcome = await stage.exit.send(aDispatch(), reins);
      expect(outcome).toMatchObject({ kind: 'refused', why: 'stopped' });
      expect([stage.arrived(), stage.connections()]).toEqual([0, 0]);
    });

    it('breaks off at once when it is stopped on the way, and does not know then', async () => {
      stage.silentAfterTaking();
      const abort = new AbortController();
      const from = performance.now();
      const sending = stage.exit.send(aDispatch(), { signal: abort.signal, mayGoOn: () => true });
      while (stage.arrived() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      abort.abort();
      expect(await sending).toMatchObject({ kind: 'unknown' });
      expect(performance.now() - from).toBeLessThan(1_500);
    });

    it('does not connect into a private network unless somebody said it may', async () => {
      const outcome = await stage.guarded.send(aDispatch(), FREE);
      expect(outcome).toMatchObject({ kind: 'refused', why: 'private-address' });
      expect(stage.connections()).toBe(0);
    });
  });
}
