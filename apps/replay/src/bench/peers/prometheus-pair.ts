import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ear } from './ear.js';
import { homeOfAlertmanager } from './find-program.js';
import { answersOk, freePort, Program } from './program.js';
import {
  alertmanagerConfig,
  prometheusConfig,
  prometheusRules,
  RULES_FILE,
  type Pace,
} from './prometheus-config.js';
import { THRESHOLD } from './threshold.js';
import { openWebhook } from './webhook.js';

export interface PrometheusPair {
  readonly ear: Ear;
  readonly prometheus: Program;
  readonly alertmanager: Program;
  /** Whether every topic's counter has been read. */
  hasScraped(topics: number): Promise<boolean>;
  /** Another phase of evaluation within the interval: it is drawn from the name of the rules. */
  changePhase(): Promise<void>;
  stop(): Promise<void>;
}

/** Prometheus that watches the counters, Alertmanager behind it, a webhook behind that. */
export async function startPrometheusPair(
  programs: { readonly prometheus: string; readonly alertmanager: string },
  pace: Pace,
  target: string,
  scratch: string,
): Promise<PrometheusPair> {
  const folder = await mkdtemp(join(scratch, 'prometheus-'));
  const ear = new Ear();
  const webhook = await openWebhook(ear);
  const started: Program[] = [];
  const stop = async (): Promise<void> => {
    for (const program of started.reverse()) await program.stop();
    await webhook.stop();
  };
  let phase = 0;
  const writeRules = async (): Promise<void> => {
    const { negatives, minutes } = THRESHOLD;
    const text = prometheusRules(negatives, minutes, `phase ${phase++}`);
    await writeFile(join(folder, RULES_FILE), text);
  };
  try {
    const behind = `127.0.0.1:${await freePort()}`;
    await writeFile(join(folder, 'alertmanager.yml'), alertmanagerConfig(pace, webhook.url));
    const alertmanager = await Program.start(
      'Alertmanager',
      [
        programs.alertmanager,
        `--config.file=${join(folder, 'alertmanager.yml')}`,
        `--storage.path=${join(folder, 'alertmanager')}`,
        `--web.listen-address=${behind}`,
        ...['--cluster.listen-address=', '--log.level=warn'],
      ],
      join(folder, 'alertmanager.log'),
      () => answersOk(`http://${behind}/-/ready`),
      await homeOfAlertmanager(programs.alertmanager),
    );
    started.push(alertmanager);
    const address = `127.0.0.1:${await freePort()}`;
    await writeFile(join(folder, 'prometheus.yml'), prometheusConfig(pace, target, behind));
    await writeRules();
    const prometheus = await Program.start(
      'Prometheus',
      [
        programs.prometheus,
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        '--log.level=warn',
      ],
      join(folder, 'prometheus.log'),
      () => answersOk(`http://${address}/-/ready`),
    );
    started.push(prometheus);
    return {
      ...{ ear, prometheus, alertmanager, stop },
      async hasScraped(topics) {
        const query = encodeURIComponent('count(mentions_negative_total)');
        const answer = await fetch(`http://${address}/api/v1/query?query=${query}`);
        const { data } = (await answer.json()) as { data: { result: { value: [0, string] }[] } };
        return Number(data.result[0]?.value[1] ?? 0) === topics;
      },
      async changePhase() {
        await writeRules();
        prometheus.signal('SIGHUP');
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
