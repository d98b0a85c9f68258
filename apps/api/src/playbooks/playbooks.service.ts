import { Inject, Injectable } from '@nestjs/common';
import type { AlertView, PlaybookSuggestion, PlaybookView } from '@sturmwarte/contracts';
import { DomainError, levelInForce, mayEnter, type Impact, type Level } from '@sturmwarte/domain';
import {
  AlertRepository,
  IncidentRepository,
  TopicRepository,
  type Database,
} from '@sturmwarte/store';
import { fittingPlaybooks, reasonsOf } from '../common/fitting-playbooks.js';
import { PlaybookShelf } from '../common/playbook-shelf.js';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { DATABASE } from '../common/tokens.js';

/** The library of playbooks, and which of them fit. */
@Injectable()
export class PlaybooksService {
  private readonly alerts: AlertRepository;
  private readonly incidents: IncidentRepository;
  private readonly topics: TopicRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    private readonly shelf: PlaybookShelf,
  ) {
    this.alerts = new AlertRepository(db);
    this.incidents = new IncidentRepository(db);
    this.topics = new TopicRepository(db);
  }

  list(): readonly PlaybookView[] {
    return this.shelf.list();
  }

  read(id: string): PlaybookView {
    return this.shelf.find(id);
  }

  async version(hash: string): Promise<PlaybookView> {
    const playbook = (await this.shelf.pinnedTo([hash]).catch(() => new Map())).get(hash) as
      PlaybookView['playbook'] | undefined;
    if (playbook === undefined) throw new DomainError('not-found', { what: 'playbook', id: hash });
    const { id, version, title } = playbook;
    return { ref: { id, version, hash, title }, playbook };
  }

  async suggestions(
    principal: Principal,
    {
      alert,
      incident,
    }: { readonly alert?: number | undefined; readonly incident?: number | undefined },
  ): Promise<PlaybookSuggestion[]> {
    if (alert !== undefined) {
      const found = await this.alerts.find(alert);
      requireRight(principal, 'board.see', found.brandId);
      return this.fitting([found], found.level, null);
    }
    const { incident: room } = await this.incidents.find(incident ?? 0);
    const { personId: id, name, grants } = principal;
    if (!mayEnter(room, { id, name, grants }))
      throw new DomainError('not-allowed', { right: 'incident.see' });
    const joined = room.alerts.filter(({ standing }) => standing === 'joined');
    const alerts = await Promise.all(joined.map((one) => this.alerts.find(one.alert.id)));
    return this.fitting(alerts, levelInForce(room), room.impact?.impact ?? null);
  }

  private async fitting(
    alerts: readonly AlertView[],
    level: Level,
    impact: Impact | null,
  ): Promise<PlaybookSuggestion[]> {
    const [first] = alerts;
    const kind = first === undefined ? undefined : (await this.topics.find(first.topicId)).kind;
    const shelved = this.shelf.list();
    const playbooks = shelved.map(({ playbook }) => playbook);
    return fittingPlaybooks(playbooks, alerts, kind, level).flatMap((suggestion) => {
      const ref = shelved.find((one) => one.ref.id === suggestion.playbook.id)?.ref;
      return ref === undefined ? [] : [{ ref, reasons: reasonsOf(suggestion, level, impact) }];
    });
  }
}
