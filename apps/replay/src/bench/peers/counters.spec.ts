import { describe, expect, it } from '@jest/globals';
import { Counters } from './counters.js';

describe('the counters Prometheus reads', () => {
  it('are there at zero before anybody has spoken', () => {
    expect(new Counters(2).text()).toBe(
      [
        '# TYPE mentions_total counter',
        'mentions_total{topic="0"} 0',
        'mentions_total{topic="1"} 0',
        '# TYPE mentions_negative_total counter',
        'mentions_negative_total{topic="0"} 0',
        'mentions_negative_total{topic="1"} 0',
        '',
      ].join('\n'),
    );
  });

  it('count everybody, and the angry ones once more', () => {
    const counters = new Counters(2);
    const calm = { topic: 1, negative: false };
    counters.count([calm, calm, { topic: 1, negative: true }]);
    expect(counters.text()).toContain('mentions_total{topic="1"} 3');
    expect(counters.text()).toContain('mentions_negative_total{topic="1"} 1');
    expect(counters.text()).toContain('mentions_negative_total{topic="0"} 0');
  });
});
