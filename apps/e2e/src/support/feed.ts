import type { AlertView, IntakeReceipt, SourceView, TopicView } from '@sturmwarte/contracts';
import type { Level, PlainRule } from '@sturmwarte/domain';
import type { Member } from './people.js';
import { until } from './until.js';

/** So many negative mentions within ten minutes raise the topic to this level. */
export const ruleOf = (level: Level, negatives = 5): PlainRule => ({
  id: `from-${negatives}`,
  negatives,
  minutes: 10,
  level,
});

export interface Watched {
  readonly name: string;
  readonly brandId: number;
  readonly level?: Level;
  readonly query?: string;
  /** Beside the one that raises it to `level`. */
  readonly more?: readonly PlainRule[];
}

/** A topic that finds its own name, with a plain rule. */
export function watchTopic(lead: Member, watched: Watched) {
  const { name, brandId, level = 3, query = name, more = [] } = watched;
  const rest = { kind: 'company', query, rules: [ruleOf(level), ...more] };
  return lead.caller.done(lead.caller.post<TopicView>('/topics', { name, brandId, ...rest }));
}

/**
 * Angers people about a topic until its alert stands. On a busy machine the first of them may come before the intake
 * knows a topic that is only just there.
 */
export async function stirUp(
  lead: Member,
  feed: Feed,
  topic: string,
  about = topic,
): Promise<AlertView> {
  let askedAgain = 0;
  return until(async () => {
    if (askedAgain++ % LOOKS_PER_TRY === 0) await feed.angry(about, 8);
    const alerts = (await lead.caller.get<AlertView[]>('/alerts')).body;
    return alerts.find(({ topicName }) => topicName === topic);
  });
}
const LOOKS_PER_TRY = 100;

/** A source and how to send for it. `brandId` null: for the whole house. */
export async function openFeed(admin: Member, name: string, brandId: number | null): Promise<Feed> {
  const { source, token } = await admin.caller.done(
    admin.caller.post<{ source: SourceView; token: string }>('/sources', { name, brandId }),
  );
  return new Feed(admin.caller.url, token, source.id);
}

/** The server said no; unlike a broken connection this is no reason to send again. */
export class Refused extends Error {}

/** Sends mentions through the real intake. */
export class Feed {
  private sent = 0;

  constructor(
    readonly url: string,
    readonly token: string,
    readonly sourceId = 0,
  ) {}

  /** Different authors who are angry about something, now. */
  angry(about: string, count: number): Promise<IntakeReceipt> {
    return this.say((n) => `${about} ist eine Katastrophe, nie wieder! Beschwerde ${n}`, count);
  }

  calm(about: string, count: number): Promise<IntakeReceipt> {
    return this.say((n) => `${about} hat heute geöffnet, Filiale ${n}`, count);
  }

  async send(items: readonly unknown[]): Promise<IntakeReceipt> {
    const response = await this.post(JSON.stringify(items), 'application/json');
    if (response.status !== 200) throw new Refused(await response.text());
    return (await response.json()) as IntakeReceipt;
  }

  post(body: string | Uint8Array, type: string): Promise<Response> {
    return fetch(`${this.url}/api/v1/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': type },
      body: body as BodyInit,
    });
  }

  private say(text: (n: number) => string, count: number): Promise<IntakeReceipt> {
    const items = Array.from({ length: count }, () => {
      const n = ++this.sent;
      return { externalId: `m${n}`, channel: 'x', author: { id: `a${n}` }, text: text(n) };
    });
    return this.send(items);
  }
}
