import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { AlertView } from '@sturmwarte/contracts';
import {
  autoStartable,
  levelInForce,
  nextAutoStart,
  startPlaybook,
  type Incident,
  type Suggestion,
  type TopicKind,
} from '@sturmwarte/domain';
import {
  AlertRepository,
  IncidentRepository,
  SpaceRepository,
  TopicRepository,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import { fittingPlaybooks, reasonsOf } from '../common/fitting-playbooks.js';
import { PlaybookShelf } from '../common/playbook-shelf.js';
import { BUS, LOG } from '../common/tokens.js';
import { IncidentDesk } from '../common/incident-desk.js';

/**
 * Starts playbooks that begin by themselves at a level, where the evidence speaks for them. Looks whenever an incident
 * or one of its alerts moved, and on start at every open incident; the journal remembers what ran already.
 */
@Injectable()
export class PlaybookStarter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly incidents: IncidentRepository;
  private readonly alerts: AlertRepository;
  private readonly topics: TopicRepository;
  private readonly spaces: SpaceRepository;
  private readonly stopped: () => void;
  private readonly waiting = new Set<number>();
  private tail: Promise<void> = Promise.resolve();

  constructor(
    private readonly desk: IncidentDesk,
    private readonly shelf: PlaybookShelf,
    @Inject(BUS) bus: Bus,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.incidents = new IncidentRepository(desk.db);
    this.alerts = new AlertRepository(desk.db);
    this.topics = new TopicRepository(desk.db);
    this.spaces = new SpaceRepository(desk.db);
    const subscription = bus.on('live.appended').subscribe(({ messages }) => {
      for (const { body } of messages) {
        if (body.type === 'incident') this.look(body.incidentId);
        if (body.type === 'alert') this.lookByAlert(body.alert.id);
      }
    });
    this.stopped = () => subscription.unsubscribe();
  }

  onApplicationBootstrap(): void {
    if (!this.hasWork()) return;
    this.enqueue(async () => {
      for (const space of await this.spaces.running()) {
        for (const { id } of await this.incidents.open(space.id)) await this.startAll(id);
      }
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped();
    await this.tail;
  }

  /** Everything told so far has been looked at. */
  settled(): Promise<void> {
    return this.tail;
  }

  private hasWork(): boolean {
    return this.shelf.list().some(({ playbook }) => playbook.autoStart !== null);
  }

  /** A busy room is looked at once for all that was told meanwhile. */
  private look(id: number): void {
    if (!this.hasWork() || this.waiting.has(id)) return;
    this.waiting.add(id);
    this.enqueue(async () => {
      this.waiting.delete(id);
      await this.startAll(id);
    });
  }

  private lookByAlert(alertId: number): void {
    if (!this.hasWork()) return;
    this.enqueue(async () => {
      const own = await this.incidents.ofAlert(alertId);
      if (own !== null) await this.startAll(own.id);
    });
  }

  private enqueue(work: () => Promise<void>): void {
    this.tail = this.tail
      .then(work)
      .catch((err: unknown) => this.log.error({ err }, 'a playbook could not start by itself'));
  }

  private async startAll(id: number): Promise<void> {
    while (await this.startOne(id));
  }

  private async startOne(id: number): Promise<boolean> {
    const { incident } = await this.incidents.find(id);
    const shelved = this.shelf.list();
    const playbooks = shelved.map(({ playbook }) => playbook);
    if (autoStartable(incident, playbooks).length === 0) return false;
    const evidence = await this.evidenceOf(incident);
    const fitting = (of: Incident): Suggestion | null =>
      nextAutoStart(of, fittingPlaybooks(playbooks, ...evidence, levelInForce(of)));
    const chosen = fitting(incident);
    const ref = shelved.find(({ playbook }) => playbook === chosen?.playbook)?.ref;
    if (chosen === null || ref === undefined) return false;
    const start = async (
      locked: { readonly incident: Incident },
      _: unknown,
      tx: Parameters<IncidentRepository['keepPlaybook']>[2],
    ) => {
      // Somebody may have been faster, or has stopped it: asked again under the lock.
      const again = fitting(locked.incident);
      if (again?.playbook !== chosen.playbook) return [];
      await this.incidents.keepPlaybook(ref.hash, chosen.playbook, tx);
      const impact = locked.incident.impact?.impact ?? null;
      const why = reasonsOf(again, levelInForce(locked.incident), impact);
      return startPlaybook(locked.incident, ref, chosen.playbook, 'automatic', why);
    };
    return (await this.desk.change(id, null, start, [ref.hash])) !== null;
  }

  private async evidenceOf(
    incident: Incident,
  ): Promise<[alerts: readonly AlertView[], kind: TopicKind | undefined]> {
    const joined = incident.alerts.filter(({ standing }) => standing === 'joined');
    const alerts = await Promise.all(joined.map(({ alert }) => this.alerts.find(alert.id)));
    const [first] = alerts;
    const kind = first === undefined ? undefined : (await this.topics.find(first.topicId)).kind;
    return [alerts, kind];
  }
}
