import { Module } from '@nestjs/common';
import { AlertFollower } from './alert-follower.js';
import { AllClearsController } from './all-clears.controller.js';
import { AttachmentsController } from './attachments.controller.js';
import { ClockTicker } from './clock-ticker.js';
import { ContentsController } from './contents.controller.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentBorders } from './incident-borders.js';
import { IncidentsService } from './incidents.service.js';
import { LegalDesk } from './legal-desk.js';
import { OrderCompleter } from './order-completer.js';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';
import { PlaybookStarter } from './playbook-starter.js';
import { WordsCompleter } from './words-completer.js';

@Module({
  controllers: [
    AllClearsController,
    IncidentsController,
    AttachmentsController,
    ContentsController,
    ReportController,
  ],
  providers: [
    AlertFollower,
    ClockTicker,
    IncidentBorders,
    IncidentsService,
    LegalDesk,
    OrderCompleter,
    ReportService,
    PlaybookStarter,
    WordsCompleter,
  ],
})
export class IncidentsModule {}
