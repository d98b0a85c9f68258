import { describe, expect, it } from '@jest/globals';
import { createBus } from './bus.js';

describe('the bus', () => {
  it('delivers to everyone who listens, in order, and to nobody after it closed', () => {
    const bus = createBus(() => undefined);
    const heard: string[] = [];
    bus.on('people.changed').subscribe(({ personId }) => heard.push(`a${personId}`));
    bus.on('people.changed').subscribe(({ personId }) => heard.push(`b${personId}`));
    bus.publish('people.changed', { personId: 1 });
    bus.publish('people.changed', { personId: 2 });
    bus.close();
    bus.publish('people.changed', { personId: 3 });
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('goes on when one listener fails, and says so', async () => {
    const faults: unknown[] = [];
    const bus = createBus((fault) => faults.push(fault));
    const heard: number[] = [];
    bus.on('people.changed').subscribe(() => {
      throw new Error('broken listener');
    });
    bus.on('people.changed').subscribe(({ personId }) => heard.push(personId));
    bus.publish('people.changed', { personId: 1 });
    bus.publish('people.changed', { personId: 2 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([1, 2]);
    expect(faults).toHaveLength(2);
  });
});
