import type { Board } from '@sturmwarte/contracts';
import type { Acknowledger } from './acknowledger.js';
import { STORM_NEGATIVES, type House } from './house.js';
import type { Ledger } from './ledger.js';
import type { LiveConsole } from './live-console.js';
import type { Database } from '@sturmwarte/store';
import { readRecord, type AlertOnRecord, type RecordRead } from './read-record.js';
import type { Storm } from './storm.js';

export interface Witnesses {
  readonly house: House;
  /** A look into the record, past the server. */
  readonly db: Database;
  readonly prefix: string;
  readonly ledger: Ledger;
  readonly storms: readonly Storm[];
  readonly consoles: readonly LiveConsole[];
  readonly onDuty: Acknowledger;
  /** The clock was bent: what counts within an hour, and when an alert closes, is then another matter. */
  readonly timeOutOfJoint: boolean;
}

const MENTIONED = 3;

/** Everything that is not as it must be, as the record, the board and the witnesses stand now. */
export async function findFaults(witnesses: Witnesses): Promise<string[]> {
  const { house, db, prefix, ledger, consoles, onDuty, storms } = witnesses;
  const record = await readRecord(db, prefix);
  const broken = ledger.broken(record.stored);
  const faults = [...broken.slice(0, MENTIONED), ...record.oddities, ...onDuty.faults];
  if (broken.length > MENTIONED) faults.push(`and ${broken.length - MENTIONED} more keys`);
  for (const storm of storms) faults.push(...ofStorm(storm, record, witnesses));
  for (const one of consoles) faults.push(...one.faults, ...behind(one, record, house.brandId));
  if (!witnesses.timeOutOfJoint) faults.push(...(await ofBoard(witnesses, record)));
  return faults;
}

function ofStorm(
  storm: Storm,
  record: RecordRead,
  { onDuty, timeOutOfJoint }: Witnesses,
): string[] {
  const alerts = record.alerts.filter(({ topicId }) => topicId === storm.topicId);
  const faults = alerts.flatMap((alert) => ofHistory(alert));
  const negatives = record.counted.get(storm.topicId)?.negatives ?? 0;
  const name = storm.word;
  if (storm.fromMs === null) {
    if (alerts.length > 0) faults.push(`${name}: an alert without a storm`);
    return faults;
  }
  if (timeOutOfJoint) {
    // Whatever happened in between: people are angry now, and somebody must have been called and have said so.
    const burns = alerts.some(({ state }) => state === 'acknowledged');
    return burns
      ? faults
      : [...faults, `${name}: no acknowledged alert after the clock was put right`];
  }
  if (alerts.length > 1) faults.push(`${name}: ${alerts.length} alerts of one storm`);
  if (alerts.length === 0 && negatives >= STORM_NEGATIVES) {
    faults.push(`${name}: no alert, with ${negatives} judged negative`);
  }
  for (const { id, state, events } of alerts) {
    const said = events.filter(({ type }) => type === 'acknowledged').length;
    if (said !== 1 || state !== 'acknowledged') {
      faults.push(`${name}: alert ${id} is ${state}, acknowledged ${said} times`);
    }
    if (!onDuty.confirmed.has(id)) faults.push(`${name}: nobody was told of alert ${id}`);
  }
  return faults;
}

function ofHistory({ id, version, events }: AlertOnRecord): string[] {
  const raised = events.filter(({ type }) => type === 'raised').length;
  const whole = events.length === version && events.every(({ seq }, at) => seq === at + 1);
  return [
    ...(raised === 1 ? [] : [`alert ${id} was raised ${raised} times`]),
    ...(whole ? [] : [`alert ${id}: ${events.length} events, version ${version}`]),
  ];
}

function behind(one: LiveConsole, { heads }: RecordRead, brandId: number): string[] {
  const head = heads.get(brandId) ?? 0;
  const seen = one.cursors.get(brandId) ?? 0;
  return seen === head ? [] : [`a console is at ${seen} of ${head}`];
}

/** What the detector has in memory is what is on record. */
async function ofBoard({ house, storms }: Witnesses, record: RecordRead): Promise<string[]> {
  const board = await house.person.done<Board>('GET', '/board');
  return storms.flatMap(({ topicId, word }) => {
    const card = board.cards.find((one) => one.topicId === topicId);
    const total = record.counted.get(topicId)?.total ?? 0;
    return card?.total === total ? [] : [`${word}: the board says ${card?.total} of ${total}`];
  });
}
