import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertDetail, AlertView } from '@sturmwarte/contracts';
import type { Drivers } from '@sturmwarte/domain';
import { createFormat, evidenceSentence } from '@sturmwarte/i18n';
import { de } from '@sturmwarte/i18n/de';
import {
  aWatchedTopic,
  eraseMention,
  eventually,
  startTestApp,
  watchSettled,
  type TestApp,
  type TestVisitor,
  type WatchedTopic,
} from '../../testing/index.js';

const HOUR = 3_600_000;
const CALL = 'Kauft nichts mehr bei Nordwind, deren Akkus brennen, eine Katastrophe und Frechheit!';
const COMPLAINTS = [
  'Der Rückruf von Nordwind kommt viel zu spät, das ist eine Katastrophe',
  'Nordwind hat meine Familie in Gefahr gebracht, der Rückruf ist eine Schande',
  'Unverschämt, wie Nordwind den Rückruf kleinredet und niemand haftet',
  'Seit dem Rückruf erreiche ich bei Nordwind keinen, miserabler Kundendienst',
  'Mein Nachbar ist entsetzt, der Rückruf von Nordwind ist ein Skandal',
  'Schlecht, schlechter, Nordwind: erst der Rückruf, dann nur Ausreden',
];

/** What a source sends, beside what all of them have. */
interface Sent {
  readonly externalId: string;
  readonly text: string;
  readonly author: { readonly id: string; readonly followers?: number };
  readonly repostOf?: string;
  readonly root?: string;
  readonly channel?: string;
  readonly outlet?: string;
  readonly outletTier?: string;
}

describe('who drives a storm that came in through the intake', () => {
  let app: TestApp;
  let watched: WatchedTopic;
  let pia: TestVisitor;
  let drivers: Drivers;
  let alert: AlertView;

  beforeAll(async () => {
    app = await startTestApp();
    watched = await aWatchedTopic(app, 'Nordwind');
    pia = await app.signedIn('Pia', [{ role: 'pr', brandId: watched.brandId }]);
    // Yesterday thirty people spoke kindly of it, six of them complain today.
    await send(
      Array.from({ length: 30 }, (_, n) => ({
        externalId: `kind ${n}`,
        text: `Nordwind war freundlich und pünktlich, Besuch Nummer ${n * 7919}`,
        author: { id: `regular ${n}` },
      })),
    );
    app.clock.advance(5 * HOUR);
    await send([
      { externalId: 'video', text: CALL, author: { id: 'star', followers: 90_000 } },
      ...Array.from({ length: 12 }, (_, n) => ({
        externalId: `passed on ${n}`,
        text: CALL,
        author: { id: `fan ${n}` },
        repostOf: 'video',
      })),
      ...COMPLAINTS.map((text, n) => ({
        externalId: `complaint ${n}`,
        text: `${text} #RückrufJetzt`,
        author: { id: `regular ${n}` },
        root: 'question',
        channel: 'reddit',
      })),
      {
        externalId: 'paper',
        text: 'Nordwind in der Krise: Skandal um brennende Akkus, Behörde nennt es eine Katastrophe',
        author: { id: 'paper' },
        channel: 'news',
        outlet: 'nordblatt.example',
        outletTier: 'online',
      },
    ]);
    await watchSettled(app);
    const found = await eventually(async () => {
      const [one] = (await pia.get('/api/v1/alerts')).body as AlertView[];
      return one?.evidence.drivers ? one : false;
    });
    alert = found;
    drivers = found.evidence.drivers!;
  }, 90_000);
  afterAll(() => app.close());

  async function send(mentions: readonly Sent[]): Promise<void> {
    const observedAt = new Date(app.clock.now()).toISOString();
    const body = JSON.stringify(
      mentions.map((mention) => ({ channel: 'x', observedAt, ...mention })),
    );
    const headers = {
      authorization: `Bearer ${watched.token}`,
      'content-type': 'application/json',
    };
    const response = await fetch(`${app.url}/api/v1/mentions`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ stored: mentions.length, rejected: 0 });
  }
  const detail = async () => (await pia.get(`/api/v1/alerts/${alert.id}`)).body as AlertDetail;
  const words = {
    format: createFormat('de'),
    channelName: (channel: keyof typeof de.names.channel) => de.names.channel[channel],
  };

  it('is a text that was passed on, with the post it comes from', async () => {
    expect(drivers.clusters[0]).toMatchObject({ mentions: 13, reposts: 12, authors: 13 });
    const { driving } = await detail();
    const video = driving.find(({ id }) => id === drivers.clusters[0]?.mentionId);
    expect(video).toMatchObject({ text: CALL, repostOf: null, followers: 90_000 });
    expect(video?.author).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  });

  it('is a hashtag, a conversation, a large account and a newspaper', () => {
    expect(drivers.hashtags).toMatchObject([{ tag: 'RückrufJetzt', count: 6 }]);
    expect(drivers.threads).toMatchObject([{ answers: 6, channel: 'reddit', hasHead: false }]);
    expect(drivers.multipliers).toMatchObject([
      { reach: 90_000, isOutlet: false, channel: 'x' },
      { reach: null, isOutlet: true, channel: 'news' },
    ]);
  });

  it('tells newcomers from those who spoke here before', () => {
    expect(drivers).toMatchObject({ read: 20, isAll: true, authors: 20, newAuthors: 14 });
  });

  it('is about what many say in words of their own, not about the text that was copied most', () => {
    const terms = alert.evidence.terms.map(({ term }) => term.toLowerCase());
    expect(terms.join(' ')).toContain('rückruf');
    expect(terms).not.toContain('kauft');
  });

  it('shows five mentions that tell different things, of the copied text one', async () => {
    const { samples } = await detail();
    expect(samples).toHaveLength(5);
    expect(samples.filter(({ text }) => text === CALL)).toHaveLength(1);
  });

  it('is told in one sentence', () => {
    const sentence = evidenceSentence(alert.evidence, words);
    expect(sentence).toContain('getrieben von einem 12-mal weitergeleiteten Beitrag (X)');
    expect(sentence).toContain('; 20 Verfasser, davon 14 neu.');
  });

  it('keeps no word of a mention that its source takes back, only that there was one', async () => {
    await eraseMention(app.url, watched.token, 'video');
    const { driving, alert: now } = await detail();
    expect(driving.map(({ text }) => text)).not.toContain(CALL);
    expect(JSON.stringify(now.evidence.drivers)).not.toContain('Kauft');
    expect(now.evidence.drivers?.clusters[0]?.mentions).toBe(13);
  });
});
