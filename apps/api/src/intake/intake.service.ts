import { Injectable } from '@nestjs/common';
import { readCsv, readJsonBody, Refused } from '@sturmwarte/connectors';
import { INTAKE_LIMITS, type IntakeReceipt } from '@sturmwarte/contracts';
import { DomainError } from '@sturmwarte/domain';
import type { SourceRow } from '../common/principal.js';
import { StandingMutes } from '../common/standing-mutes.js';
import { readBody } from './intake-bodies.js';
import { IntakeMetrics } from './intake-metrics.js';
import { IntakeRun, type IntakeParts, type Line } from './intake-run.js';
import { takeStream, type StreamOptions } from './intake-stream.js';
import { MentionStore } from './mention-store.js';
import { RejectLog } from './reject-log.js';
import { SpaceClocks } from './space-clocks.js';
import { TopicMatchers } from './topic-matchers.js';

const CSV_ROWS_AT_ONCE = 1_000;

/** Mentions come in: whatever the door, the same lines, the same first look, the same commit. */
@Injectable()
export class IntakeService {
  private readonly parts: IntakeParts;

  constructor(
    private readonly store: MentionStore,
    matchers: TopicMatchers,
    clocks: SpaceClocks,
    rejects: RejectLog,
    metrics: IntakeMetrics,
    mutes: StandingMutes,
  ) {
    this.parts = { store, matchers, clocks, rejects, metrics, mutes };
  }

  run(source: SourceRow): IntakeRun {
    return new IntakeRun(source, this.parts);
  }

  /** One object or an array. A refused single object is refused with its own code. */
  async takeJson(body: AsyncIterable<Buffer>, source: SourceRow): Promise<IntakeReceipt> {
    this.store.requireRoom();
    const read = readJsonBody(await readBody(body, INTAKE_LIMITS.bodyBytes));
    if (!read.ok) throw new DomainError(read.code, read.params);
    const receipt = await this.takeItems(read.items, source);
    const [error] = receipt.errors;
    if (read.single && error !== undefined) throw new DomainError(error.code, error.params);
    return receipt;
  }

  /** Items already parsed, as a socket delivers them; the list is emptied on the way. */
  async takeItems(items: unknown[], source: SourceRow): Promise<IntakeReceipt> {
    this.store.requireRoom();
    if (items.length > INTAKE_LIMITS.arrayItems) {
      const { arrayItems: max } = INTAKE_LIMITS;
      throw new DomainError('too-many-items', { max, found: items.length });
    }
    const run = this.run(source);
    run.receipt.lines = items.length;
    await run.take(items.splice(0).map((raw, index) => ({ line: index + 1, raw })));
    return run.receipt.take();
  }

  takeNdjson(
    body: AsyncIterable<Buffer>,
    run: IntakeRun,
    committed?: StreamOptions['committed'],
  ): Promise<IntakeReceipt> {
    const full = (): boolean => this.store.full;
    return takeStream(body, run, committed === undefined ? { full } : { full, committed });
  }

  /** A table. Rows before a fault in it stay; the fault is in the receipt as `broken`. */
  async takeCsv(body: AsyncIterable<Buffer>, source: SourceRow): Promise<IntakeReceipt> {
    this.store.requireRoom();
    const run = this.run(source);
    let rows: Line[] = [];
    try {
      for await (const row of readCsv(body)) {
        run.receipt.lines++;
        if (rows.push(row) < CSV_ROWS_AT_ONCE) continue;
        await run.take(rows);
        rows = [];
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, params } = error.refusal;
      if (run.receipt.lines === 0) throw new DomainError(code, params);
      await run.take(rows);
      return run.receipt.take({ done: true, broken: { code, params } });
    }
    await run.take(rows);
    return run.receipt.take({ done: true });
  }
}
