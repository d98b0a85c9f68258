import type { CrisisRole } from '../crisis-role.js';
import type { FoldedEntry } from '../incident/evolve-incident.js';
import type { EventOf, IncidentEvent } from '../incident/incident-event.js';
import type { ApprovalChain, ApprovalStage } from '../playbook/approval-chain.js';

/** Which roles people really hold in the house, for the brand of the incident. */
export interface TruthAboutPeople {
  readonly holds: (person: number, role: CrisisRole) => boolean;
}

export interface Gravity {
  readonly level: number;
  readonly impact: string;
}

type Text = EventOf<'variant-written'>;

interface Chair {
  readonly holder: number;
  readonly deputy: number | null;
}

/** What was so at each moment, told entry by entry. */
export class ReleaseStory {
  chain: ApprovalChain = [];
  text: Text | null = null;
  isDropped = false;
  isAsked = false;
  isRefused = false;
  isLetOut = false;
  gravest: Gravity;
  private level = 0;
  private automatic = 0;
  private impact = '';
  private watched = false;
  private askedAt = 0;
  private readonly authors = new Set<number>();
  private readonly barred = new Set<number>();
  private readonly chairs = new Map<CrisisRole, Chair>();
  private readonly away = new Set<number>();
  private given: { readonly by: number; readonly role: CrisisRole }[] = [];
  private letOut: number | null = null;

  constructor(
    entries: readonly FoldedEntry[],
    private readonly statement: number,
    private readonly key: { readonly channel: string; readonly language: string },
    private readonly people: TruthAboutPeople,
  ) {
    this.gravest = { level: 0, impact: '' };
    for (const entry of entries) {
      this.tell(entry);
      this.measure(entry.event);
    }
    this.isLetOut = this.letOut !== null;
  }

  /** The roles of those whose yes counts: nobody who wrote or asked, nobody barred, nobody twice. */
  get yes(): CrisisRole[] {
    const seen = new Set([...this.authors, ...this.barred]);
    return this.given.flatMap(({ by, role }) => {
      if (seen.has(by)) return [];
      seen.add(by);
      return [role];
    });
  }

  private measure(event: IncidentEvent): void {
    if (event.type === 'approval-asked' && event.statement === this.statement) this.watched = true;
    const { level, impact } = this;
    if (!this.watched) this.gravest = { level, impact };
    else {
      this.gravest = {
        level: Math.max(this.gravest.level, level),
        impact: impact > this.gravest.impact ? impact : this.gravest.impact,
      };
    }
  }

  private tell({ seq, at, by, event }: FoldedEntry): void {
    const who = by?.id ?? 0;
    switch (event.type) {
      case 'opened':
        this.level = this.automatic = event.level;
        return;
      case 'level-followed':
        if (this.level === this.automatic) this.level = event.to;
        this.automatic = event.to;
        return;
      case 'level-overridden':
        this.level = event.level;
        return;
      case 'override-lifted':
        this.level = this.automatic;
        return;
      case 'impact-set':
        this.impact = event.impact;
        return;
      case 'role-assigned':
        this.chairs.set(event.role, {
          holder: event.person.id,
          deputy: event.deputy?.id ?? null,
        });
        return;
      case 'role-vacated':
        this.chairs.delete(event.role);
        return;
      case 'reachability-set':
        if (event.reachable) this.away.delete(event.person.id);
        else this.away.add(event.person.id);
        return;
      case 'approver-barred':
        this.barred.add(event.person.id);
        return;
      case 'approver-bar-lifted':
        this.barred.delete(event.person.id);
        return;
      case 'statement-drafted':
        if (seq !== this.statement) return;
        this.chain = event.chain;
        this.authors.add(who);
        return;
      case 'emergency-reviewed':
        if (event.release === this.letOut && event.verdict === 'objected') this.letOut = null;
        return;
      default:
        if ('statement' in event && event.statement === this.statement) {
          this.tellWords(seq, who, Date.parse(at), event);
        }
    }
  }

  private tellWords(seq: number, who: number, atMs: number, event: IncidentEvent): void {
    if (event.type === 'statement-revised') this.authors.add(who);
    if (event.type === 'statement-dropped') this.isDropped = true;
    if (event.type === 'variant-written') this.authors.add(who);
    if (event.type === 'approval-asked') {
      this.authors.add(who);
      if (!event.variants.some((one) => this.isMine(one))) return;
      this.isAsked = true;
      this.isRefused = false;
      this.askedAt = atMs;
      return;
    }
    if (!('channel' in event) || !('language' in event) || !this.isMine(event)) return;
    switch (event.type) {
      case 'variant-written':
        this.text = event;
        this.isDropped = false;
        this.startAnew();
        this.isRefused = false;
        return;
      case 'variant-dropped':
        this.isDropped = true;
        return;
      case 'approval-returned':
      case 'approval-rejected':
      case 'approval-recalled':
        this.startAnew();
        this.isRefused = true;
        return;
      case 'approval-given':
        if (event.hash !== this.text?.hash || !this.isAsked) return;
        if (this.isEntitled(who, event.role, atMs)) this.given.push({ by: who, role: event.role });
        return;
      case 'emergency-released':
        if (this.isRightfulEmergency(who, atMs, event)) this.letOut = seq;
        return;
      default:
    }
  }

  private startAnew(): void {
    this.given = [];
    this.isAsked = false;
    this.letOut = null;
  }

  private isMine(one: { readonly channel: string; readonly language: string }): boolean {
    return one.channel === this.key.channel && one.language === this.key.language;
  }

  private isEntitled(who: number, role: CrisisRole, atMs: number): boolean {
    const minutes = (atMs - this.askedAt) / 60_000;
    const stages = this.chain
      .flatMap((rule) => rule.stages)
      .filter((stage) => stage.roles.includes(role));
    const least = (of: (stage: ApprovalStage) => number): number => Math.min(...stages.map(of));
    const chair = this.chairs.get(role);
    if (this.sits(who, role, false)) return true;
    const away = chair !== undefined && this.away.has(chair.holder);
    if (this.sits(who, role, true) && (away || minutes >= least((s) => s.deputyAfterMinutes))) {
      return true;
    }
    if (role === 'pr' && this.sits(who, 'lead', true)) return true;
    const above = { pr: 'lead', legal: 'board', lead: 'board', quality: 'board' } as const;
    const next = role in above ? above[role as keyof typeof above] : null;
    return next !== null && this.sits(who, next, true) && minutes >= least((s) => s.minutes);
  }

  private sits(who: number, role: CrisisRole, asDeputy: boolean): boolean {
    if (!this.people.holds(who, role)) return false;
    const chair = this.chairs.get(role);
    if (chair === undefined || chair.holder === who) return true;
    return asDeputy && chair.deputy === who;
  }

  /** Level 4, the lead, agreed words, and two others who sat there and whose whole time had passed. */
  private isRightfulEmergency(
    who: number,
    atMs: number,
    event: EventOf<'emergency-released'>,
  ): boolean {
    const { text } = this;
    if (text === null || text.agreed === null || event.hash !== text.hash) return false;
    if (this.level < 4 || !this.sits(who, 'lead', true) || this.barred.has(who)) return false;
    const silent = event.unanswered.filter(({ role, person }) => {
      const chair = this.chairs.get(role);
      return person.id !== who && (chair?.holder === person.id || chair?.deputy === person.id);
    });
    const shortest = Math.min(
      ...this.chain.flatMap((rule) => rule.stages.map(({ minutes }) => minutes)),
    );
    const isLate = atMs - this.askedAt >= shortest * 60_000;
    return this.isAsked && isLate && new Set(silent.map(({ person }) => person.id)).size >= 2;
  }
}
