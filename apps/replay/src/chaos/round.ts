import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../scenario/random.js';
import { Acknowledger } from './acknowledger.js';
import { findFaults, type Witnesses } from './check-round.js';
import { Door } from './doors.js';
import type { House } from './house.js';
import { INJECT, type Injected } from './inject.js';
import type { Kind } from './kinds.js';
import { LiveConsole } from './live-console.js';
import { Load } from './load.js';
import { AWAITS_STORM, MOMENTS, untilMoment, type Moment } from './moments.js';
import { databaseProcesses, serverProcesses } from './processes.js';
import type { Storm } from './storm.js';
import { until } from './wait.js';

const RECOVERY_MS = 120_000;
const SETTLE_MS = 45_000;
const LOOK_EVERY_MS = 100;
/** Angry mentions of each storm after the recovery: an alert must come of them, if it has not come before. */
const TOP_UP = 6;
const STOP_CHANCE = 0.34;
/** Faults that strike at a chosen moment. */
const KILLS: readonly Kind[] = ['server', 'database', 'both'];
/** Its mentions come when they are called for, not by themselves. */
const ON_CALL_MS = 3_600_000;
/** A console beside a sleeping one hears everything within this time, however busy the machine. */
const FAST_MS = 5_000;

export interface RoundResult {
  readonly kind: Kind;
  readonly seed: number;
  /** What was under way when the fault struck, where it was aimed, and what was seen of that; null: it had passed. */
  readonly moment: Moment;
  readonly seen: string | null;
  readonly detail: string;
  readonly faults: readonly string[];
  /** From the end of the disturbance to the first new mention acknowledged; null: it never came to that. */
  readonly recoveryMs: number | null;
  readonly acknowledged: number;
  readonly alerts: number;
  readonly ms: number;
}

/** Load, one fault, recovery, and everything held against what was promised. Never throws: that is a fault, too. */
export async function playRound(house: House, kind: Kind, seed: number): Promise<RoundResult> {
  const started = performance.now();
  // Chances of their own: how fast the senders draw must not change what the seed does to the house.
  const random = new Random(seed);
  const moment = KILLS.includes(kind) ? random.pick(MOMENTS) : 'any';
  const result = { kind, seed, moment, seen: null as string | null, detail: '' };
  let recoveryMs: number | null = null;
  let stage: Stage | undefined;
  const faults: string[] = [];
  try {
    if (!house.server.running) await house.server.start();
    stage = await setStage(house, result, new Random(~seed));
    const { load } = stage;
    const sight = { ...stage, random, brandId: house.brandId };
    const aim = async (): Promise<void> => {
      result.seen = (await untilMoment(moment, sight)).seen;
    };
    load.start();
    await sleep(150 + random.below(1_300));
    const injected = await INJECT[kind]({ house, load, random, aim, sleeper: stage.sleeper });
    result.detail = injected.detail;
    recoveryMs = await recovered(load, injected);
    await sleep(random.below(700));
    if (kind === 'clock' || random.next() < 0.8) await load.topUp(TOP_UP);
    await load.stop();
    faults.push(...load.refusals, ...(await settled(stage)), ...(await outlived(house)));
    if (random.next() < STOP_CHANCE) faults.push(...(await lockedUp(house)));
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  await stage?.load.stop().catch(() => undefined);
  await stage?.clear();
  const acknowledged = stage?.load.ledger.acknowledged ?? 0;
  const alerts = stage?.onDuty.confirmed.size ?? 0;
  return { ...result, recoveryMs, faults, acknowledged, alerts, ms: performance.now() - started };
}

interface Stage extends Witnesses {
  readonly load: Load;
  readonly sleeper: LiveConsole;
  clear(): Promise<void>;
}

async function setStage(
  house: House,
  { kind, moment }: Pick<RoundResult, 'kind' | 'moment'>,
  random: Random,
): Promise<Stage> {
  const round = ++house.rounds;
  const storms: Storm[] = [];
  for (const letter of ['a', 'b', 'c', 'd']) {
    const word = `Werk${round}${letter}`;
    const { id: topicId } = await house.watchTopic(word);
    const begins = AWAITS_STORM.includes(moment) ? ON_CALL_MS : random.below(2_000);
    storms.push({ topicId, word, fromMs: letter === 'd' ? null : begins, angry: 0 });
  }
  const url = (): string => house.server.url;
  const prefix = `r${round}-`;
  const door = new Door(url, house.token, random);
  const load = new Load({ random, door, storms, prefix });
  const onDuty = new Acknowledger(house.person, random);
  const consoleOf = (name: string, hear?: Acknowledger): LiveConsole =>
    new LiveConsole(
      name,
      url,
      () => house.person.cookie,
      [0, house.brandId],
      (message) => hear?.hear(message),
    );
  const consoles = [consoleOf('console 1', onDuty), consoleOf('console 2'), consoleOf('console 3')];
  const [, , sleeper] = consoles as [LiveConsole, LiveConsole, LiveConsole];
  for (const one of consoles) await one.open();
  const db = await house.open();
  return {
    ...{ house, db, prefix, ledger: load.ledger, storms, consoles, onDuty, load, sleeper },
    timeOutOfJoint: kind === 'clock',
    async clear() {
      door.close();
      onDuty.close();
      await Promise.all(consoles.map((one) => one.close()));
      await db.close().catch(() => undefined); // a database that is gone is closed
    },
  };
}

/** Waits for the first acknowledgement of something sent after the disturbance. */
async function recovered(load: Load, { calmAt }: Injected): Promise<number> {
  return until('nothing is acknowledged any more', RECOVERY_MS, () =>
    load.lastHeardOf >= calmAt ? performance.now() - calmAt : undefined,
  );
}

/** What is still wrong when everything behind the commit had time to catch up. */
async function settled(stage: Stage): Promise<string[]> {
  const end = performance.now() + SETTLE_MS;
  for (;;) {
    const faults = await findFaults(stage).catch((error: unknown) => [String(error)]);
    if (faults.length === 0) break;
    if (performance.now() > end) return faults;
    await sleep(LOOK_EVERY_MS);
  }
  const [fast] = stage.consoles;
  const slowest = Math.max(0, ...(fast?.delays ?? []));
  const asleep = stage.sleeper.breaks === 0 && slowest > FAST_MS && !stage.timeOutOfJoint;
  return asleep ? [`a console that reads heard something after ${slowest} ms only`] : [];
}

/** One server, one database, nothing beside them. */
async function outlived({ dataDir }: House): Promise<string[]> {
  const servers = await serverProcesses(dataDir);
  return servers.length === 1 ? [] : [`${servers.length} server processes are left`];
}

/** Stops in good order: nothing may be left running. */
async function lockedUp(house: House): Promise<string[]> {
  const code = await house.server.stop();
  const left = [
    ...(await databaseProcesses(house.dataDir)),
    ...(await serverProcesses(house.dataDir)),
  ];
  return [
    ...(code === 0 ? [] : [`the server ended with ${code}`]),
    ...(left.length === 0 ? [] : [`processes left behind: ${left.join(', ')}`]),
  ];
}
