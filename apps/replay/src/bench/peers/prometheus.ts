import { until } from '../../chaos/wait.js';
import type { Contestant } from './contestant.js';
import { startCounters } from './counters-process.js';
import type { Peers } from './peers-folder.js';
import { TUNED } from './prometheus-config.js';
import { startPrometheusPair } from './prometheus-pair.js';
import { BENCH_TOPICS } from './threshold.js';
import { workerOf } from './upkeep.js';

const SCRAPED_WITHIN_MS = 30_000;

/** At its fastest: looks every second, waits for nobody. */
export async function startPrometheus(
  programs: NonNullable<Peers['prometheus']>,
  scratch: string,
): Promise<Contestant> {
  const counters = await startCounters(BENCH_TOPICS, scratch);
  try {
    const pair = await startPrometheusPair(programs, TUNED, counters.target, scratch);
    const stop = async (): Promise<void> => {
      await pair.stop();
      await counters.program.stop();
    };
    try {
      await until('Prometheus does not read the counters', SCRAPED_WITHIN_MS, () =>
        pair.hasScraped(BENCH_TOPICS),
      );
    } catch (error) {
      await pair.stop();
      throw error;
    }
    return {
      name: TUNED.name,
      keeps: 'counters, as scraped',
      durable: false,
      intake: counters.intake,
      ear: pair.ear,
      workers: [
        workerOf('Prometheus: counters app', counters.program.pid),
        workerOf('Prometheus', pair.prometheus.pid),
        workerOf('Alertmanager', pair.alertmanager.pid),
      ],
      between: () => pair.changePhase(),
      stop,
    };
  } catch (error) {
    await counters.program.stop();
    throw error;
  }
}
