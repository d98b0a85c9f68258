import type { Page } from '@playwright/test';
import { expect as see } from '@playwright/test';
import type { CommandAnswer, IncidentDetail, IncidentView } from '@sturmwarte/contracts';
import type { BoundVariant, Incident, Statement, Variant } from '@sturmwarte/domain';
import type { Answer } from './caller.js';
import { PASSWORD, PATIENCE_MS, type Member } from './people.js';
import { until } from './until.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

/** What people do to the words of one incident over HTTP, where a story does not look at the screen. */
export class Words {
  constructor(readonly id: number) {}

  /** An incident at a level that asks PR and legal, with both seats taken. */
  static async open(lead: Member, title: string, level = 4): Promise<Words> {
    const [brand] = await lead.caller.done(lead.caller.get<{ id: number }[]>('/brands'));
    const { id } = await lead.caller.done(
      lead.caller.post<IncidentView>('/incidents', { title, brandId: brand?.id }),
    );
    const words = new Words(id);
    await words.must(lead, { type: 'override-level', level, reason: 'Probe' });
    return words;
  }

  async incident(reader: Member): Promise<Incident> {
    return (await reader.caller.done(reader.caller.get<IncidentDetail>(`/incidents/${this.id}`)))
      .incident;
  }

  /** Asks, and answers whatever the server says to it. */
  async tries(who: Member, order: object): Promise<Answer<CommandAnswer & { code?: string }>> {
    const { version } = await this.incident(who);
    return who.caller.post(`/incidents/${this.id}/commands`, { seen: version, order });
  }

  async must(who: Member, order: object): Promise<CommandAnswer> {
    const { status, body } = await this.tries(who, order);
    if (status >= 300) throw new Error(`${who.name} was refused: ${JSON.stringify(body)}`);
    return body;
  }

  async draft(writer: Member, title: string, texts: Readonly<Record<string, string>>) {
    const variants = Object.entries(texts).map(([key, text]) => {
      const [channel, language] = key.split('-');
      return { channel, language, text };
    });
    const { entries } = await this.must(writer, {
      type: 'draft-statement',
      ...{ title, purpose: 'holding', core: 'Wir prüfen', variants },
    });
    const drafted = entries.find(({ event }) => event.type === 'statement-drafted');
    return drafted?.seq ?? 0;
  }

  async variants(reader: Member, statement: number): Promise<readonly Variant[]> {
    const { statements } = await this.incident(reader);
    return statements.find(({ id }: Statement) => id === statement)?.variants ?? [];
  }

  /** All texts of a statement as they stand. */
  async bound(reader: Member, statement: number): Promise<BoundVariant[]> {
    return (await this.variants(reader, statement)).map(({ channel, language, versions }) => ({
      ...{ channel, language, hash: versions.at(-1)?.hash ?? '' },
    }));
  }

  async ask(writer: Member, statement: number): Promise<void> {
    const variants = await this.bound(writer, statement);
    await this.must(writer, { type: 'ask-approval', statement, variants });
  }

  async approve(who: Member, statement: number, role: string) {
    await prove(who);
    const variants = await this.bound(who, statement);
    return this.tries(who, { type: 'approve-wording', statement, variants, role });
  }
}

/** Shows over HTTP who one is, as the dialog does. */
export async function prove(who: Member): Promise<void> {
  await who.caller.done(who.caller.post('/proof', { method: 'password', password: PASSWORD }));
}

/** Answers the question who one is, if it is asked, until the dialog whose order it was about is gone. */
export async function proveOnScreen(page: Page): Promise<void> {
  const proof = page.getByRole('dialog', { name: /weisen Sie nach|Prove that it is you/ });
  const order = page.getByRole('dialog');
  await until(async () => (await proof.isVisible()) || (await order.count()) === 0);
  if (await proof.isVisible()) {
    await proof.getByLabel(/^(Passwort|Password)$/).fill(PASSWORD);
    await proof.getByRole('button', { name: /^(Bestätigen|Confirm)$/ }).click();
  }
  await seeing(order).toHaveCount(0);
}
