import type { IncidentDetail } from '@sturmwarte/contracts';
import type { IncidentScene } from './incident-scene.js';

/**
 * Commands a second when each writer sends the next when the last is acknowledged; writers share the incidents in
 * turns. Throws when the journals did not grow by exactly what was acknowledged.
 */
export async function appendTurn(
  scene: IncidentScene,
  {
    incidents,
    writers,
    commands,
  }: {
    readonly incidents: readonly number[];
    readonly writers: number;
    readonly commands: number;
  },
): Promise<number> {
  const before = await versions(scene, incidents);
  let left = commands;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, n) => {
      const incidentId = incidents[n % incidents.length] ?? 0;
      while (left-- > 0) {
        await scene.write(scene.person(n), incidentId, `Eintrag ${left} von Platz ${n}.`);
      }
    }),
  );
  const seconds = (performance.now() - from) / 1_000;
  const grown = (await versions(scene, incidents)) - before;
  if (grown !== commands) throw new Error(`${commands} commands acknowledged, ${grown} stored`);
  return commands / seconds;
}

async function versions(scene: IncidentScene, incidents: readonly number[]): Promise<number> {
  let sum = 0;
  for (const id of incidents) {
    const detail = await scene.person(0).call<IncidentDetail>('GET', `/incidents/${id}`);
    sum += detail.incident.version;
  }
  return sum;
}
