import type { Browser, Page } from '@playwright/test';
import type { PersonView, SessionView } from '@sturmwarte/contracts';
import type { Role } from '@sturmwarte/domain';
import { Caller } from './caller.js';
import type { Server } from './server.js';

export const PASSWORD = 'gulls over the harbour';
/** Everything in a window has this long: the machine may be busy. */
export const PATIENCE_MS = 20_000;
const LOCALE = { de: 'de-DE', en: 'en-GB' } as const;

/** Somebody with an account, signed in over HTTP. */
export interface Member {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly caller: Caller;
}

export const emailOf = (name: string): string => `${name.toLowerCase()}@example.org`;

/** The first account, by the link the server printed: administration and incident lead of the house. */
export async function setUpHouse(server: Server, name: string, brand: string): Promise<Member> {
  const token = new URL(await server.setupLink()).hash.slice(1);
  const caller = new Caller(server.url);
  const who = { name, email: emailOf(name), language: 'de', password: PASSWORD, brand };
  const { person } = await caller.done(caller.post<SessionView>('/setup', { token, ...who }));
  return { id: person.id, name, email: person.email, caller };
}

/** Invites a person and accepts the invitation for her. `brandId` null: for all brands. */
export async function welcome(
  admin: Member,
  name: string,
  role: Role,
  brandId: number | null,
): Promise<Member> {
  const values = { name, email: emailOf(name), language: 'de', grants: [{ role, brandId }] };
  const invited = await admin.caller.done(
    admin.caller.post<{ person: PersonView; link: string }>('/people', values),
  );
  const token = invited.link.split('/').at(-1) ?? '';
  const caller = new Caller(admin.caller.url);
  await caller.done(caller.post(`/links/${token}`, { password: PASSWORD }));
  return { id: invited.person.id, name, email: emailOf(name), caller };
}

export interface WindowOptions {
  readonly language?: keyof typeof LOCALE;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Whose session the window has; without one nobody is signed in. */
  readonly member?: Member;
}

/** A browser of one's own, with nothing of anybody else's in it. */
export async function openWindow(
  browser: Browser,
  url: string,
  options: WindowOptions = {},
): Promise<Page> {
  const { language = 'de', colorScheme = 'light', member } = options;
  const context = await browser.newContext({
    baseURL: url,
    locale: LOCALE[language],
    timezoneId: 'Europe/Berlin',
    colorScheme,
    viewport: options.viewport ?? { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const [name, value] = member?.caller.cookie?.split('=') ?? [];
  if (name !== undefined && value !== undefined) {
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  }
  return context.newPage();
}

/** Through the door, as people do it. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel(/^(E-Mail-Adresse|E-mail address)$/).fill(email);
  await page.getByLabel(/^(Passwort|Password)$/).fill(password);
  await page.getByRole('button', { name: /^(Anmelden|Sign in)$/ }).click();
}
