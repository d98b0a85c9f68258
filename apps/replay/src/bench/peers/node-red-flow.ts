/** The settings of a Node-RED that does nothing but its flow: no editor, no admin interface. */
export function nodeRedSettings(port: number): string {
  const settings = {
    ...{ uiHost: '127.0.0.1', uiPort: port, flowFile: 'flows.json', credentialSecret: false },
    ...{ disableEditor: true, httpAdminRoot: false, telemetry: { enabled: false } },
    logging: { console: { level: 'warn', metrics: false, audit: false } },
  };
  return `module.exports = ${JSON.stringify(settings, null, 2)};\n`;
}

export const NODE_RED_PATHS = { intake: '/mentions', alerts: '/alerts' } as const;

/** Mentions in by HTTP, a ring of the newest negatives per topic, alerts out by websocket. It stores nothing. */
export function nodeRedFlow(negatives: number, minutes: number): string {
  const z = 'flow';
  const path = NODE_RED_PATHS.alerts;
  return JSON.stringify([
    { id: z, type: 'tab', label: 'Spikes' },
    { id: 'door', type: 'websocket-listener', path, wholemsg: 'false' },
    node('in', 'http in', { method: 'post', url: NODE_RED_PATHS.intake }, [['count']]),
    node(
      'count',
      'function',
      {
        ...{ outputs: 2, initialize: "context.set('rings', new Map());" },
        func: countingFunction(negatives, minutes),
      },
      [['alerts'], ['answer']],
    ),
    node('alerts', 'websocket out', { server: 'door', client: '' }, []),
    node('answer', 'http response', { statusCode: '202' }, []),
  ]);
  function node(id: string, type: string, rest: object, wires: string[][]): object {
    return { id, type, z, ...rest, wires };
  }
}

/** Body of the function node: alerts to the first output, the answer to the second. */
export function countingFunction(negatives: number, minutes: number): string {
  return `const rings = context.get('rings');
const now = Date.now();
const alerts = [];
for (const { topic, negative } of msg.payload) {
  if (!negative) continue;
  let ring = rings.get(topic);
  if (ring === undefined) {
    ring = { times: new Float64Array(${negatives}), next: 0, met: false };
    rings.set(topic, ring);
  }
  ring.times[ring.next] = now;
  ring.next = (ring.next + 1) % ${negatives};
  const met = ring.times[ring.next] > now - ${minutes * 60_000};
  if (met && !ring.met) alerts.push({ payload: JSON.stringify({ topic }) });
  ring.met = met;
}
msg.payload = '';
return [alerts, msg];`;
}
