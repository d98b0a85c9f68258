import { describe, expect, it } from '@jest/globals';
import { Ear } from './ear.js';

describe('a receiver of alerts', () => {
  it('remembers the first alert of a topic, however often it is repeated', async () => {
    let now = 10;
    const ear = new Ear(() => now);
    ear.hear(7);
    now = 20;
    ear.hear(7);
    expect(ear.hasHeard(7)).toBe(true);
    expect(await ear.when(7, 1)).toBe(10);
  });

  it('waits for an alert that has not come yet', async () => {
    const ear = new Ear(() => 30);
    const heard = ear.when(8, 1_000);
    expect(ear.hasHeard(8)).toBe(false);
    ear.hear(8);
    expect(await heard).toBe(30);
  });

  it('does not wait for ever', async () => {
    await expect(new Ear().when(9, 5)).rejects.toThrow('no alert of topic 9 within 0.005 s');
  });
});
