import type { DecideContext } from '../incident/decide-context.js';
import type { IncidentCommand } from '../incident/incident-command.js';
import type { IncidentEvent } from '../incident/incident-event.js';
import { settle } from '../incident/settle-publication.js';
import type { AgreedSource, BoundVariant, ExitRef } from '../statement/statement-refs.js';
import { aVariant, bound, House, HOUSE_CHAIN } from './a-house.js';
import { WORDS_CAST } from './words-cast.js';

const { lang, meier, oeztuerk } = WORDS_CAST;
const newsroom: ExitRef = { id: 1, name: 'Newsroom', kind: 'webhook' };
const source: AgreedSource = { id: 7, version: 2, title: 'Erste Worte', hash: 'h', values: {} };

/** One statement on its way out of the house, at level 3: Öztürk writes, Lang says yes. */
export class PublishingDesk {
  readonly german = aVariant('Wir prüfen Charge 7.');
  readonly agreed = aVariant('Wir wissen davon.', { channel: 'website', language: 'de' }, source);
  readonly receipt = {
    link: 'https://nordlicht.example/1',
    foreignId: null,
    at: '2026-03-02T14:05:00.000Z',
    how: 'answered',
  } as const;
  readonly house: House;
  /** Of the statement drafted last. */
  id = 0;

  constructor(more: Partial<DecideContext> = {}) {
    this.house = new House(meier, more, { level: 3 });
  }

  draft(variant = this.german, more: object = {}): void {
    this.id = this.house.incident.version + 1;
    this.house.does(oeztuerk, {
      type: 'draft-statement',
      title: 'Erste Worte',
      purpose: 'holding',
      ...{ step: null, template: null, core: '', claims: [], corrects: null, promise: null },
      chain: HOUSE_CHAIN,
      variants: [variant],
      ...more,
    });
  }

  ask(variant: BoundVariant = this.german): void {
    this.house.does(oeztuerk, {
      ...{ type: 'ask-approval', statement: this.id, variants: [bound(variant)], note: null },
    });
  }

  approve(variant: BoundVariant = this.german): readonly IncidentEvent[] {
    return this.house.does(lang, {
      ...{ type: 'approve-wording', statement: this.id, variants: [bound(variant)], role: 'pr' },
      ...{ note: null, proof: 'passkey' },
    });
  }

  prepare(variant: BoundVariant = this.german, more: object = {}): IncidentCommand {
    return {
      type: 'prepare-publication',
      ...{ statement: this.id, ...bound(variant), exit: newsroom, plannedFor: null },
      ...{ corrects: null, agreedNow: true, proof: 'totp' },
      ...more,
    };
  }

  byHand(more: object = {}): IncidentCommand {
    return {
      type: 'publish-by-hand',
      ...{ statement: this.id, ...bound(this.german), corrects: null, link: 'https://x.example/1' },
      ...{ evidence: null, saidAt: this.house.now, agreedNow: false, proof: 'totp' },
      ...more,
    };
  }

  /** Drafted, asked, approved and prepared. Answers the number of the publication. */
  ready(): number {
    this.draft();
    this.ask();
    this.approve();
    this.house.does(oeztuerk, this.prepare());
    return this.house.incident.version;
  }

  publication() {
    return this.house.incident.publications.at(-1);
  }

  /** What the exit says; answers what became of it. */
  answers(outcome: Parameters<typeof settle>[2]): IncidentEvent['type'][] {
    const sending = this.publication()?.id ?? 0;
    const events = settle(this.house.incident, sending, outcome, this.house.now);
    this.house.append(events, null);
    return events.map(({ type }) => type);
  }
}
