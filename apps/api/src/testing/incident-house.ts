import type { AlertView, CommandAnswer, IncidentDetail, IncidentView } from '@sturmwarte/contracts';
import type { Role } from '@sturmwarte/domain';
import { AlertFollower } from '../incidents/alert-follower.js';
import { aWatchedTopic, watchSettled, type WatchedTopic } from './a-watched-topic.js';
import { sendMentions } from './send-mentions.js';
import { startTestApp, type TestApp, type TestAppOptions } from './start-test-app.js';
import type { Answer, TestVisitor } from './test-visitor.js';

/** A person of the house, with what they do most in an incident. */
export interface Colleague {
  readonly id: number;
  readonly browser: TestVisitor;
}

/** A server with one brand that burns, and people to deal with it. */
export class IncidentHouse {
  private constructor(
    readonly app: TestApp,
    readonly watched: WatchedTopic,
  ) {}

  static async start(options: TestAppOptions = {}): Promise<IncidentHouse> {
    const app = await startTestApp(options);
    return new IncidentHouse(app, await aWatchedTopic(app, 'Nordlicht'));
  }

  async colleague(name: string, ...roles: Role[]): Promise<Colleague> {
    const browser = await this.app.signedIn(
      name,
      roles.map((role) => ({ role, brandId: this.watched.brandId })),
    );
    const { rows } = await this.app.db.pool.query<{ id: number }>(
      'select id from person where name = $1',
      [name],
    );
    return { id: rows[0]?.id ?? 0, browser };
  }

  /** So many angry people, and the alarm they raise. */
  async storm(
    count = 6,
    text = 'Nordlicht ist eine Katastrophe, der Rückruf kommt viel zu spät!',
  ): Promise<void> {
    const { app, watched } = this;
    const atMs = app.clock.now();
    await sendMentions({ url: app.url, token: watched.token, count, text, atMs });
    await this.settled();
  }

  async settled(): Promise<void> {
    await watchSettled(this.app);
    await this.app.nest.get(AlertFollower).settled();
  }

  async alert(by: Colleague): Promise<AlertView> {
    const [alert] = (await by.browser.get('/api/v1/alerts')).body as AlertView[];
    if (alert === undefined) throw new Error('no alert');
    return alert;
  }

  async open(by: Colleague, more: object = {}): Promise<IncidentView> {
    const { id } = await this.alert(by);
    const body = { title: 'Nordlicht Akku', alertIds: [id], ...more };
    const answer = await by.browser.post('/api/v1/incidents', body);
    if (answer.status !== 201) throw new Error(`not opened: ${JSON.stringify(answer.body)}`);
    return answer.body as IncidentView;
  }

  async room(by: Colleague, id: number): Promise<IncidentDetail> {
    return (await by.browser.get(`/api/v1/incidents/${id}`)).body as IncidentDetail;
  }

  /** What a person asks, having seen everything there is unless said otherwise. */
  async ask(
    by: Colleague,
    id: number,
    order: IncidentOrderInput,
    seen = 1_000_000,
  ): Promise<Answer> {
    return by.browser.post(`/api/v1/incidents/${id}/commands`, { seen, order });
  }

  async done(by: Colleague, id: number, order: IncidentOrderInput): Promise<CommandAnswer> {
    const answer = await this.ask(by, id, order);
    if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
    return answer.body as CommandAnswer;
  }
}

/** An order as a console sends it: what has a default may be left out. */
export type IncidentOrderInput = { readonly type: string } & Readonly<Record<string, unknown>>;
