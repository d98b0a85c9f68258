/** How fast Prometheus and Alertmanager are told to be. */
export interface Pace {
  readonly name: string;
  readonly scrape: string;
  readonly evaluation: string;
  readonly groupWait: string;
}

export const TUNED: Pace = {
  name: 'Prometheus + Alertmanager, 1 s / 1 s / 0 s',
  ...{ scrape: '1s', evaluation: '1s', groupWait: '0s' },
};
export const SLOW_PACES: readonly Pace[] = [
  {
    name: 'Prometheus + Alertmanager, 15 s / 15 s / 30 s',
    ...{ scrape: '15s', evaluation: '15s', groupWait: '30s' },
  },
  {
    name: 'Prometheus + Alertmanager, defaults 1 m / 1 m / 30 s',
    ...{ scrape: '1m', evaluation: '1m', groupWait: '30s' },
  },
];

export const NEGATIVES_METRIC = 'mentions_negative_total';
const RULES_FILE = 'rules.yml';
/** Prometheus wants no timeout above the interval; 10 s is its default. */
const TIMEOUTS: Readonly<Record<string, string>> = { '1s': '1s' };

// JSON is YAML: one way to write, and one to check.
const asYaml = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export function prometheusConfig(pace: Pace, target: string, alertmanager: string): string {
  return asYaml({
    global: {
      scrape_interval: pace.scrape,
      scrape_timeout: TIMEOUTS[pace.scrape] ?? '10s',
      evaluation_interval: pace.evaluation,
    },
    rule_files: [RULES_FILE],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
    scrape_configs: [{ job_name: 'mentions', static_configs: [{ targets: [target] }] }],
  });
}

/**
 * The same threshold as everybody's, without a `for`. When a group is evaluated within its interval follows from its name;
 * another name is another phase.
 */
export function prometheusRules(negatives: number, minutes: number, group: string): string {
  const expr = `increase(${NEGATIVES_METRIC}[${minutes}m]) >= ${negatives}`;
  return asYaml({ groups: [{ name: group, rules: [{ alert: 'Storm', expr }] }] });
}

/** Each topic is a group: one that waits for nobody else's. */
export function alertmanagerConfig(pace: Pace, webhook: string): string {
  return asYaml({
    route: { receiver: 'bench', group_by: ['topic'], group_wait: pace.groupWait },
    receivers: [{ name: 'bench', webhook_configs: [{ url: webhook, send_resolved: false }] }],
  });
}

/** Topics of the firing alerts in what Alertmanager posts. */
export function firingTopics(posted: string): number[] {
  const { alerts } = JSON.parse(posted) as {
    alerts: readonly { status: string; labels: Readonly<Record<string, string>> }[];
  };
  return alerts
    .filter(({ status }) => status === 'firing')
    .map(({ labels }) => Number(labels['topic']));
}

export { RULES_FILE };
