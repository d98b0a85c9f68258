import { Injectable } from '@nestjs/common';
import {
  mediaEcho,
  onOnePage,
  situationReport,
  type Incident,
  type MediaVoice,
} from '@sturmwarte/domain';
import { reportPage, type TextLanguage } from '@sturmwarte/i18n';
import { AlertRepository, MentionRepository } from '@sturmwarte/store';
import { PlaybookShelf } from '../common/playbook-shelf.js';
import type { Principal } from '../common/principal.js';
import { IncidentDesk } from '../common/incident-desk.js';
import { IncidentsService } from './incidents.service.js';
import { drawReport } from './report-pdf.js';
import { reportWords } from './report-words.js';

/** Writes the one-page situation report, from the fold of the journal as it stands. */
@Injectable()
export class ReportService {
  private readonly alerts: AlertRepository;
  private readonly mentions: MentionRepository;

  constructor(
    private readonly desk: IncidentDesk,
    private readonly incidents: IncidentsService,
    private readonly shelf: PlaybookShelf,
  ) {
    this.alerts = new AlertRepository(desk.db);
    this.mentions = new MentionRepository(desk.db);
  }

  async pdf(
    principal: Principal,
    id: number,
    language: TextLanguage,
  ): Promise<{ readonly name: string; readonly pdf: Buffer }> {
    const { incident, head } = await this.incidents.entered(principal, id);
    const space = await this.desk.space(incident.spaceId);
    const nowMs = Date.parse(this.desk.timeIn(space));
    const report = situationReport(
      incident,
      nowMs,
      await this.media(incident),
      await this.shelf.pinnedTo([...new Set(incident.runs.map((run) => run.playbook.hash))]),
    );
    const proof = { head: head.hash, space: space.kind };
    const words = reportWords(language);
    const page = reportPage(onOnePage(report), proof, words);
    const pdf = await drawReport(page, {
      level: report.level,
      trend: report.trend,
      nowMs,
      language,
      substitute: words.say('report:substitute'),
    });
    return { name: `${incident.number}-${language}.pdf`, pdf };
  }

  /** Outlets among the evidence of its alerts. */
  private async media({ alerts, spaceId }: Incident): Promise<MediaVoice[]> {
    const joined = alerts.filter(({ standing }) => standing === 'joined');
    const found = await Promise.all(joined.map(({ alert }) => this.alerts.find(alert.id)));
    const ids = found.flatMap(({ evidence }) => evidence.sampleMentionIds);
    return mediaEcho(await this.mentions.byIds([...new Set(ids)], spaceId));
  }
}
