import { describe, expect, it } from '@jest/globals';
import {
  alertmanagerConfig,
  firingTopics,
  prometheusConfig,
  prometheusRules,
  SLOW_PACES,
  TUNED,
} from './prometheus-config.js';

describe('what Prometheus and Alertmanager are told', () => {
  it('is to look every second and to wait for nobody, at their best', () => {
    expect(JSON.parse(prometheusConfig(TUNED, '127.0.0.1:1', '127.0.0.1:2'))).toEqual({
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      rule_files: ['rules.yml'],
      alerting: { alertmanagers: [{ static_configs: [{ targets: ['127.0.0.1:2'] }] }] },
      scrape_configs: [{ job_name: 'mentions', static_configs: [{ targets: ['127.0.0.1:1'] }] }],
    });
    const { route } = JSON.parse(alertmanagerConfig(TUNED, 'http://127.0.0.1:3/')) as {
      route: unknown;
    };
    expect(route).toEqual({ receiver: 'bench', group_by: ['topic'], group_wait: '0s' });
  });

  it('leaves the usual time for a scrape where the interval allows it', () => {
    for (const pace of SLOW_PACES) {
      expect(prometheusConfig(pace, 'a', 'b')).toContain('"scrape_timeout": "10s"');
    }
  });

  it('is the same threshold as for everybody', () => {
    expect(JSON.parse(prometheusRules(51, 5, 'round 2'))).toEqual({
      groups: [
        {
          name: 'round 2',
          rules: [{ alert: 'Storm', expr: 'increase(mentions_negative_total[5m]) >= 51' }],
        },
      ],
    });
  });
});

describe('what Alertmanager posts', () => {
  it('names the topics that fire, not those that are over', () => {
    const alert = (status: string, topic: string): object => ({
      ...{ status, labels: { alertname: 'Storm', topic } },
    });
    const posted = JSON.stringify({ alerts: [alert('firing', '7'), alert('resolved', '8')] });
    expect(firingTopics(posted)).toEqual([7]);
  });
});
