import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Playbook } from '@sturmwarte/domain';
import { IncidentHouse, type Colleague } from '../testing/incident-house.js';
import { readPdf } from '@sturmwarte/connectors/testing';

/** The bytes: a visitor of the tests reads text only. */
async function pdfOf(house: IncidentHouse, by: Colleague, id: number, language?: string) {
  const query = language === undefined ? '' : `?language=${language}`;
  const response = await fetch(`${house.app.url}/api/v1/incidents/${id}/report.pdf${query}`, {
    headers: { cookie: by.browser.cookie ?? '' },
  });
  return { response, file: Buffer.from(await response.arrayBuffer()) };
}

describe('the situation report as PDF', () => {
  let house: IncidentHouse;
  let meier: Colleague;
  let id: number;

  beforeAll(async () => {
    house = await IncidentHouse.start();
    meier = await house.colleague('Meier', 'lead');
    await house.storm();
    id = (await house.open(meier, { title: 'Nordlicht › Akku überhitzt' })).id;
    await house.done(meier, id, { type: 'set-impact', impact: 'C', reason: 'Menschen' });
    const known = { text: '0 Verletzte bekannt', standing: 'fact', source: 'Qualität' };
    await house.done(meier, id, { type: 'record-claim', ...known });
    await house.done(meier, id, { type: 'list-clock', clock: 'GPSR-9' });
    const status = { summary: 'Geräte werden heiß, Ursache offen.', doing: ['Verkauf prüfen'] };
    await house.done(meier, id, { type: 'update-status', ...status });
  });
  afterAll(() => house.app.close());

  it.each([
    ['de', ['Lagebild', 'Windstärke 3 Frische Brise', 'Gesichert', 'NICHT GEPRÜFT', 'Tragweite C']],
    ['en', ['Situation report', 'Wind 3 Fresh breeze', 'Known', 'NOT ASSESSED', 'Impact C']],
  ])('says in %s, on one page, what the journal says and how to check it', async (lang, words) => {
    const { response, file } = await pdfOf(house, meier, id, lang);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(/filename="L-\d{4}-001-/);
    const { pages, text } = readPdf(file);
    expect(pages).toBe(1);
    const { incident, entries } = await house.room(meier, id);
    const head = entries.at(-1)?.hash ?? '';
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    for (const said of [...words, incident.title, incident.number, '0 Verletzte bekannt']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('Geräte werden heiß, Ursache offen.');
    // A long hash may be broken over two lines.
    expect(text.replaceAll(' ', '')).toContain(head);
    expect(text).toContain(`${incident.version}`);
  });

  it('prints a box for what its font does not know, says so, and keeps the rest readable', async () => {
    const claim = { type: 'record-claim', standing: 'open', source: null };
    await house.done(meier, id, { ...claim, text: 'Es brennt 🔥👨‍👩‍👧 in 東京 und Київ, العربية' });
    const { pages, text } = readPdf((await pdfOf(house, meier, id, 'de')).file);
    expect(pages).toBe(1);
    expect(text).toMatch(/Es brennt □□ in □□ und Київ, □+/);
    expect(text).toContain('□ steht für ein Zeichen');
    expect(text).not.toMatch(/[\u{1f000}-\u{1ffff}\u{d800}-\u{dfff}\ufffd]/u);
  });

  it('names what the team decided as a step of a playbook', async () => {
    const started = await house.done(meier, id, { type: 'start-playbook', playbookId: 'PB-01' });
    const run = started.entries.find(({ event }) => event.type === 'playbook-started')?.seq;
    const { body } = await meier.browser.get('/api/v1/playbooks/PB-01');
    const { playbook } = body as { playbook: Playbook };
    const steps = playbook.phases.flatMap((phase) => phase.steps);
    const step = steps.find(({ id: name }) => name === 'PB01-single');
    if (step?.kind !== 'decision') throw new Error('PB-01 has changed');
    const counted = { type: 'skip-step', run, step: 'PB01-count', reason: 'schon gezählt' };
    await house.done(meier, id, counted);
    const [option] = step.options;
    const order = { type: 'decide-step', run, step: step.id, option: option?.id };
    await house.done(meier, id, { ...order, reason: 'Zwei Brände' });
    for (const language of ['de', 'en'] as const) {
      const { text } = readPdf((await pdfOf(house, meier, id, language)).file);
      expect(text).toContain(option?.label[language].slice(0, 12));
      expect(text).toContain('Zwei Brände');
    }
  });

  it('stays on one page with a journal that has far more than fits', async () => {
    const long = 'Überlange Sätze, die sich ziehen und ziehen. '.repeat(40);
    for (const standing of ['fact', 'assumption', 'open'] as const) {
      for (let count = 0; count < 9; count += 1) {
        await house.done(meier, id, { type: 'record-claim', text: long, standing, source: long });
      }
    }
    for (const clock of ['DSGVO-33', 'DSGVO-34', 'NIS2', 'DORA', 'MAR-17', 'FOOD', 'EV', 'CRA']) {
      await house.done(meier, id, { type: 'list-clock', clock });
    }
    for (let count = 0; count < 6; count += 1) {
      await house.done(meier, id, {
        ...{ type: 'ask-executive', to: { id: meier.id }, question: long, recommended: 'stop' },
        options: [
          { id: 'stop', label: 'Verkauf in allen Ländern sofort stoppen' },
          { id: 'wait', label: 'warten' },
        ],
        due: new Date(house.app.clock.now() + 3_600_000).toISOString(),
      });
    }
    const doing = Array.from({ length: 10 }, (_, at) =>
      `${at} ${'Maßnahme '.repeat(20)}`.slice(0, 118),
    );
    await house.done(meier, id, { type: 'update-status', summary: long, doing });
    for (const language of ['de', 'en']) {
      const { pages, text } = readPdf((await pdfOf(house, meier, id, language)).file);
      expect(pages).toBe(1);
      expect(text).toMatch(language === 'de' ? /und 4 weitere im Verlauf/ : /and 4 more/);
      expect(text).toContain('journal:verify'); // the foot is still on it
    }
  }, 120_000);

  it('is for whoever may enter the incident, and nobody else', async () => {
    const roth = await house.colleague('Roth', 'service');
    expect((await pdfOf(house, roth, id)).response.status).toBe(403);
    await house.done(meier, id, { type: 'ask-question', to: { id: roth.id }, text: 'Rückläufer?' });
    expect((await pdfOf(house, roth, id)).response.status).toBe(200);
    expect((await fetch(`${house.app.url}/api/v1/incidents/${id}/report.pdf`)).status).toBe(401);
    expect((await pdfOf(house, meier, id, 'fr')).response.status).toBe(400);
  });

  it('is told on the wire when it is over, by number only, to everybody who sees the brand', async () => {
    const told: unknown[] = [];
    const wire = house.app.bus
      .on('live.appended')
      .subscribe(({ messages }) => told.push(...messages.map(({ body }) => body)));
    await house.done(meier, id, { type: 'give-all-clear', note: 'ruhig', reason: 'Probe' });
    wire.unsubscribe();
    const { incident } = await house.room(meier, id);
    expect(told).toEqual([
      { type: 'incident', incidentId: id, seq: incident.version, allClear: incident.number },
    ]);
    const { text } = readPdf((await pdfOf(house, meier, id, 'de')).file);
    expect(text).toMatch(/Entwarnung .* durch Meier/);
  });
});
