import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { Config } from '@sturmwarte/config';
import type { AlertView } from '@sturmwarte/contracts';
import { followAlert, isAlarm, joinAlert, proposeAlert } from '@sturmwarte/domain';
import { AlertRepository, IncidentRepository, SpaceRepository } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { BUS, CONFIG, LOG } from '../common/tokens.js';
import { signedAlertOf, signOf } from './alert-sign.js';
import { IncidentDesk } from '../common/incident-desk.js';
import { kinship } from './kinship.js';

/**
 * Alerts move, incidents follow: levels, and new alerts that belong to an open incident. What is told on the bus is a
 * hint; the alerts are read, and on start all of them, so that nothing told while nobody listened is missed.
 */
@Injectable()
export class AlertFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly incidents: IncidentRepository;
  private readonly alerts: AlertRepository;
  private readonly spaces: SpaceRepository;
  private readonly stopped: () => void;
  /** One after the other: an alert's later word never overtakes its earlier one. */
  private tail: Promise<void> = Promise.resolve();

  constructor(
    private readonly desk: IncidentDesk,
    @Inject(BUS) bus: Bus,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.incidents = new IncidentRepository(desk.db);
    this.alerts = new AlertRepository(desk.db);
    this.spaces = new SpaceRepository(desk.db);
    const subscription = bus.on('live.appended').subscribe(({ messages }) => {
      for (const { body } of messages) {
        if (body.type === 'alert') this.enqueue(() => this.follow(body.alert.id));
      }
    });
    this.stopped = () => subscription.unsubscribe();
  }

  onApplicationBootstrap(): void {
    this.enqueue(() => this.catchUp());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped();
    await this.tail;
  }

  /** Everything told so far has been followed. */
  settled(): Promise<void> {
    return this.tail;
  }

  private enqueue(work: () => Promise<void>): void {
    this.tail = this.tail
      .then(work)
      .catch((err: unknown) => this.log.error({ err }, 'an incident could not follow an alert'));
  }

  private async catchUp(): Promise<void> {
    for (const space of await this.spaces.running()) {
      for (const { incident } of await this.incidents.open(space.id)) {
        for (const { alert, standing } of incident.alerts) {
          if (standing === 'joined') await this.follow(alert.id);
        }
      }
      for (const alert of await this.alerts.open(space.id)) await this.follow(alert.id);
    }
  }

  private async follow(alertId: number): Promise<void> {
    const alert = await this.alerts.find(alertId).catch(() => null);
    if (alert === null) return; // gone with its space
    const own = await this.incidents.ofAlert(alertId);
    if (own === null) return this.propose(alert);
    await this.desk.change(own.id, null, ({ incident }, around) =>
      followAlert(incident, alertId, signOf(alert), alert.state === 'closed', around),
    );
  }

  /** An alarm without an incident: does it belong to one that is open? */
  private async propose(alert: AlertView): Promise<void> {
    if (!isAlarm(alert)) return;
    for (const { id, incident } of await this.incidents.open(alert.spaceId)) {
      if (incident.brandId !== alert.brandId) continue;
      if (incident.alerts.some((one) => one.alert.id === alert.id)) continue;
      const reasons = await kinship(this.desk.db, alert, incident);
      if (reasons.length === 0) continue;
      const signed = signedAlertOf(alert);
      await this.desk.change(id, null, (locked, around) =>
        this.config.incidentAutoJoin
          ? joinAlert(locked.incident, signed, 'automatic', reasons, around)
          : proposeAlert(locked.incident, signed, reasons),
      );
      return;
    }
  }
}
