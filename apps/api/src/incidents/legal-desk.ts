import { Inject, Injectable } from '@nestjs/common';
import {
  dueOf,
  legalClockRule,
  stageMarks,
  type AnchorTimes,
  type LegalCalendar,
} from '@sturmwarte/clock';
import { holidayCalendar } from '@sturmwarte/clock/holidays';
import type { Config } from '@sturmwarte/config';
import {
  DomainError,
  type ClockStageDue,
  type LegalClock,
  type LegalClockId,
} from '@sturmwarte/domain';
import { CONFIG } from '../common/tokens.js';

/** Counts out what the law gives: due times of legal clocks, in the house's zone and with its holidays. */
@Injectable()
export class LegalDesk {
  private readonly calendar: LegalCalendar;

  constructor(@Inject(CONFIG) { holidayRegion, timeZone }: Config) {
    this.calendar = holidayCalendar(holidayRegion, timeZone);
  }

  /** `anchors` are ISO instants by what they are. Refuses an anchor the clock does not know. */
  stages(id: LegalClockId, anchors: Readonly<Record<string, string>>): ClockStageDue[] {
    const rule = legalClockRule(id);
    const times: Record<string, number> = {};
    for (const [name, at] of Object.entries(anchors)) {
      if (!rule.anchors.some((anchor) => anchor.id === name)) {
        throw new DomainError('invalid-input', { field: `anchors.${name}` });
      }
      times[name] = Date.parse(at);
    }
    if (times['knowledge'] === undefined) {
      throw new DomainError('input-missing', { key: 'knowledge' });
    }
    const known = times as AnchorTimes;
    return rule.stages.map((stage) => {
      const due = dueOf(stage, known, this.calendar);
      const marks = stageMarks(rule, due, known);
      const conservative = due?.conservativeMs ?? null;
      return {
        stage: stage.id,
        due: isoOf(due?.dueMs ?? null),
        conservativeDue: conservative === due?.dueMs ? null : isoOf(conservative),
        amber: isoOf(marks.amberMs),
        red: isoOf(marks.redMs),
      };
    });
  }

  /** Stages that are counted from the sending of this one, which happens at `at`. */
  movedBy(clock: LegalClock, stage: string, at: string): ClockStageDue[] {
    const rule = legalClockRule(clock.id);
    const answered = rule.anchors.find(({ answeredBy }) => answeredBy === stage);
    if (answered === undefined || clock.anchors['knowledge'] === undefined) return [];
    return this.stages(clock.id, { ...clock.anchors, [answered.id]: at }).filter(
      (one) => one.stage !== stage,
    );
  }
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
