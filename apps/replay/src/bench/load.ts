import { setTimeout as sleep } from 'node:timers/promises';
import type { IntakeReceipt } from '@sturmwarte/contracts';
import { LoadConnection, requestBytes, type Answer } from './load-connection.js';

export interface LoadReport {
  readonly seconds: number;
  readonly stored: number;
  readonly duplicates: number;
  /** Answers 429. */
  readonly refused: number;
  /** Milliseconds to each acknowledgement, ascending. */
  readonly acks: readonly number[];
}

export interface LoadTarget {
  readonly url: string;
  readonly token: string;
}

/** Closed loop: every connection sends its next body as soon as it is answered. What is refused is sent again. */
export async function sendAll(
  target: LoadTarget,
  bodies: readonly Buffer[],
  connections: number,
): Promise<LoadReport> {
  const requests = requestsOf(target, bodies);
  const tally = new Tally();
  let next = 0;
  const sender = async (): Promise<void> => {
    const connection = new LoadConnection(target.url);
    while (next < requests.length) {
      const request = requests[next++] as Buffer;
      const sent = performance.now();
      const taken = tally.count(await connection.send(request), sent);
      if (!taken) requests.push(request);
    }
    connection.close();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, sender));
  return tally.report(started);
}

/**
 * Open loop: bodies are due at a steady rate, whether or not the earlier ones were answered. Times count from when a
 * body was due, so that a stall is seen by everything that should have been sent meanwhile.
 */
export async function sendAtRate(
  target: LoadTarget,
  bodies: readonly Buffer[],
  bodiesPerSecond: number,
  connections: number,
): Promise<LoadReport> {
  const requests = requestsOf(target, bodies);
  const tally = new Tally();
  const started = performance.now();
  const dueAt = (index: number): number => started + (index * 1_000) / bodiesPerSecond;
  let next = 0;
  const sender = async (): Promise<void> => {
    const connection = new LoadConnection(target.url);
    while (next < requests.length) {
      const index = next++;
      const wait = dueAt(index) - performance.now();
      if (wait > 0) await sleep(wait);
      tally.count(await connection.send(requests[index] as Buffer), dueAt(index));
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, sender));
  return tally.report(started);
}

function requestsOf({ url, token }: LoadTarget, bodies: readonly Buffer[]): Buffer[] {
  return bodies.map((body) => requestBytes(`${url}/api/v1/mentions`, token, body));
}

class Tally {
  private stored = 0;
  private duplicates = 0;
  private refused = 0;
  private readonly acks: number[] = [];

  /** False when it was refused for want of room. Anything but that and success ends the measurement. */
  count({ status, body }: Answer, since: number): boolean {
    if (status === 429) {
      this.refused++;
      return false;
    }
    if (status !== 200) throw new Error(`answered ${status}: ${body.slice(0, 300)}`);
    this.acks.push(performance.now() - since);
    const receipt = JSON.parse(body) as IntakeReceipt;
    this.stored += receipt.stored;
    this.duplicates += receipt.duplicates;
    return true;
  }

  report(started: number): LoadReport {
    return {
      seconds: (performance.now() - started) / 1_000,
      stored: this.stored,
      duplicates: this.duplicates,
      refused: this.refused,
      acks: this.acks.sort((a, b) => a - b),
    };
  }
}
