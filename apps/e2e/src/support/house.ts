import { chromium, type Browser, type Page } from '@playwright/test';
import type { BrandView, IncidentView } from '@sturmwarte/contracts';
import type { Role } from '@sturmwarte/domain';
import { browserLaunchOptions } from './browser.js';
import { openFeed, type Feed } from './feed.js';
import { openWindow, setUpHouse, welcome, type Member, type WindowOptions } from './people.js';
import { Server } from './server.js';

/** A house with one brand, a feed for it and a browser: where stories with several people begin. */
export class House {
  private constructor(
    readonly server: Server,
    private readonly browser: Browser,
    /** Administration and incident lead. */
    readonly anna: Member,
    readonly brandId: number,
    readonly feed: Feed,
  ) {}

  static async open(brand = 'Nordwind'): Promise<House> {
    const [server, browser] = await Promise.all([
      Server.start(),
      chromium.launch(await browserLaunchOptions()),
    ]);
    const anna = await setUpHouse(server, 'Anna', brand);
    const [own] = await anna.caller.done(anna.caller.get<BrandView[]>('/brands'));
    const feed = await openFeed(anna, 'Netz', null);
    return new House(server, browser, anna, own?.id ?? 0, feed);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  join(name: string, role: Role): Promise<Member> {
    return welcome(this.anna, name, role, null);
  }

  /** A window of somebody's own, in a browser of their own. */
  window(member: Member, options: Omit<WindowOptions, 'member'> = {}): Promise<Page> {
    return openWindow(this.browser, this.server.url, { ...options, member });
  }

  /** An incident, opened by hand. */
  incident(by: Member, title: string, rest: object = {}): Promise<IncidentView> {
    const asked = { brandId: this.brandId, spaceId: 1, title, ...rest };
    return by.caller.done(by.caller.post<IncidentView>('/incidents', asked));
  }
}

/** Tells an incident something over HTTP, as a console would. */
export function order(by: Member, incidentId: number, body: object) {
  return by.caller.done(
    by.caller.post(`/incidents/${incidentId}/commands`, { seen: 1_000_000, order: body }),
  );
}
