import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';
import type { MailSettings } from '@sturmwarte/contracts';
import { aDispatch, exitContract, FREE, MailHouse } from '../testing/index.js';
import { mailExit } from './mail-exit.js';
import { messageIdOf } from './mail-message.js';

const settingsOf = (port: number, more: Partial<MailSettings> = {}): MailSettings => ({
  ...{ host: '127.0.0.1', port, security: 'none', user: null, replyTo: 'presse@nordlicht.example' },
  from: { name: 'Nordlicht Präsentationen "Süd"', address: 'presse@nordlicht.example' },
  recipients: ['anna@zeitung.example'],
  unsubscribe: 'mailto:abmelden@nordlicht.example',
  ...{ timeoutSeconds: 1, privateNetwork: true },
  ...more,
});
const read = (raw: Buffer): Promise<Email> => PostalMime.parse(raw);
const header = (mail: Email, key: string) => mail.headers.find((one) => one.key === key)?.value;

exitContract('a press list', async () => {
  const house = await MailHouse.open();
  let open = true;
  const settings = settingsOf(house.port);
  const close = async (): Promise<void> => {
    if (open) await house.close();
    open = false;
  };
  return {
    exit: mailExit(settings, null),
    guarded: mailExit({ ...settings, security: 'starttls', privateNetwork: false }, null),
    arrived: () => house.mails.length,
    connections: () => house.connections,
    firstText: async () => ((await read(house.mails[0]!.raw)).text ?? '').replaceAll('\r\n', '\n'),
    cutAfterTaking: () => (house.mood = { cutsAfter: 'anna@zeitung.example' }),
    silentAfterTaking: () => (house.mood = { silentAfter: 'anna@zeitung.example' }),
    refuse: () => (house.mood = { refusesContent: true }),
    leave: close,
    close,
  };
});

describe('a press list', () => {
  const people = ['anna@zeitung.example', 'ben@funk.example', 'cem@agentur.example'];
  let house: MailHouse;
  let settings: MailSettings;
  beforeEach(async () => {
    house = await MailHouse.open();
    settings = settingsOf(house.port, { recipients: people });
  });
  afterEach(() => house.close());

  it('gets a mail each, which names nobody else of the list', async () => {
    const dispatch = aDispatch({ language: 'de' });
    const outcome = await mailExit(settings, null).send(dispatch, FREE);
    expect(outcome).toMatchObject({ kind: 'confirmed' });
    expect(outcome.deliveries?.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
    expect(house.mails.map(({ to }) => to)).toEqual(people);
    expect(house.connections).toBe(1);
    for (const { to, from, raw } of house.mails) {
      const mail = await read(raw);
      expect(from).toBe('presse@nordlicht.example');
      expect(mail.to).toEqual([{ address: to, name: '' }]);
      expect(mail.from).toEqual({ address: from, name: 'Nordlicht Präsentationen "Süd"' });
      expect(mail.subject).toBe('Rückruf „Nordlicht“: Grüße & <b>Entschuldigung</b> 🔥');
      expect(mail.messageId).toBe(messageIdOf(dispatch.key, to, from));
      expect(header(mail, 'auto-submitted')).toBe('auto-generated');
      expect(header(mail, 'list-unsubscribe')).toBe('<mailto:abmelden@nordlicht.example>');
      expect(header(mail, 'content-language')).toBe('de');
      expect(header(mail, 'content-type')).toContain('charset=utf-8');
      expect(raw.toString('latin1').split('\r\n\r\n')[0]).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    }
  });

  it('gets the files as they were approved', async () => {
    const content = Buffer.from([0, 1, 2, 255, 10, 13, 46, 13, 10]);
    const file = { name: 'Übersicht "neu".bin', sha256: 'x', content };
    await mailExit(settings, null).send(aDispatch({ attachments: [file] }), FREE);
    const [attached] = (await read(house.mails[0]!.raw)).attachments;
    expect(attached?.filename).toBe('Übersicht "neu".bin');
    expect(Buffer.from(attached?.content as ArrayBuffer)).toEqual(content);
  });

  it('has no headers somebody wrote into a text', async () => {
    const text = 'Betreff\u2028Bcc: opfer@example.org\rX-Evil: 1\nBcc: opfer@example.org\n\nText';
    await mailExit(settings, null).send(aDispatch({ text }), FREE);
    const mail = await read(house.mails[0]!.raw);
    expect(mail.subject).toBe('Betreff');
    expect(mail.bcc).toBeUndefined();
    expect(header(mail, 'x-evil')).toBeUndefined();
    expect(house.mails.map(({ to }) => to)).toEqual(people);
  });

  it('is told person by person whom the server did not take', async () => {
    house.mood = { refuses: { 'ben@funk.example': '550 no such user' } };
    const outcome = await mailExit(settings, null).send(aDispatch(), FREE);
    expect(outcome.kind).toBe('confirmed');
    expect(outcome.deliveries).toMatchObject([
      { recipient: people[0], outcome: 'accepted' },
      { recipient: people[1], outcome: 'refused', answer: expect.stringContaining('550') },
      { recipient: people[2], outcome: 'accepted' },
    ]);
    expect(house.mails).toHaveLength(2);
  });

  it('is unknown as a whole when one of it is, and those after it were not tried', async () => {
    house.mood = { cutsAfter: 'ben@funk.example' };
    const outcome = await mailExit(settings, null).send(aDispatch(), FREE);
    expect(outcome.kind).toBe('unknown');
    const tries = outcome.deliveries?.map(({ outcome }) => outcome);
    expect(tries).toEqual(['accepted', 'unknown', 'not-tried']);
    expect(house.mails.map(({ to }) => to)).toEqual(people.slice(0, 2));
  });

  it('gets nothing more from the moment somebody says stop', async () => {
    let asked = 0;
    const reins = { signal: FREE.signal, mayGoOn: () => ++asked < 3 };
    const outcome = await mailExit(settings, null).send(aDispatch(), reins);
    const tries = outcome.deliveries?.map(({ outcome }) => outcome);
    expect(tries).toEqual(['accepted', 'accepted', 'not-tried']);
    expect(house.mails).toHaveLength(2);
  });

  it('gets nothing over a line that is not private when the server cannot prove who it is', async () => {
    const insisting = { ...settings, security: 'starttls' as const };
    const outcome = await mailExit(insisting, null).send(aDispatch(), FREE);
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(house.mails).toHaveLength(0);
  });

  it('is sent with the account of the house, and refused without its password', async () => {
    const locked = await MailHouse.open('möwen über dem hafen');
    const account = settingsOf(locked.port, { user: 'presse', recipients: people });
    expect(await mailExit(account, 'falsch').send(aDispatch(), FREE)).toMatchObject({
      kind: 'refused',
    });
    const outcome = await mailExit(account, 'möwen über dem hafen').send(aDispatch(), FREE);
    expect(outcome.kind).toBe('confirmed');
    expect(locked.signedIn).toEqual(['presse']);
    await locked.close();
  });
});
