import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { AlertView } from '@sturmwarte/contracts';
import type { Outlook, OutlookNextLevel } from '@sturmwarte/domain';
import { onAPage } from '../testing/a-page.js';
import { aForecast, anAlert, anEvidence } from '../testing/builders.js';
import { OutlookPanel } from './outlook-panel.js';

afterEach(cleanup);

const withOutlook = (outlook: Outlook | null) => anAlert({ evidence: anEvidence({ outlook }) });
const panelOf = (alert: AlertView, risen = alert.evidence) => (
  <OutlookPanel alert={alert} risen={risen} />
);
const panel = (): string => screen.getByRole('region', { name: 'Ausblick' }).textContent ?? '';

describe('the outlook on the page of an alert', () => {
  it('says in a sentence and in figures what is to be expected, with its band', async () => {
    await onAPage(panelOf(withOutlook(aForecast())));
    expect(panel()).toContain(
      'In den nächsten 60 Minuten etwa 190 negative Stimmen (120 bis 310), in 6 Stunden etwa 900 (400 bis 2.100)',
    );
    expect(panel()).toContain('Stufe 4 binnen 60 Minuten: 35\u00a0%');
    const figures = screen.getAllByRole('term').map((term) => term.textContent);
    expect(figures).toEqual([
      'negative in den nächsten 60 min',
      'negative in den nächsten 6 h',
      'Stufe 4 binnen 60 min',
      'Höhepunkt',
      'bis zur Verdopplung',
    ]);
  });

  it('says that the peak is probably over, and that nothing grows any more', async () => {
    const peak = { ...aForecast().peak, passed: 0.9 };
    const falling = aForecast({ phase: 'falling', doublingMinutes: null, peak });
    await onAPage(panelOf(withOutlook(falling)));
    expect(panel()).toContain('der Höhepunkt war wohl gegen');
    expect(panel()).toContain('wächst nicht');
  });

  it('says unknown where it is unknown, and why', async () => {
    await onAPage(panelOf(withOutlook({ kind: 'unknown', gap: 'new-topic' })));
    expect(panel()).toContain('Noch nicht zu sagen: Das Thema wird seit weniger als einem Tag');
    expect(screen.queryAllByRole('term')).toEqual([]);
  });

  it('does not pretend to know whether another channel joins in', async () => {
    const waiting: OutlookNextLevel = {
      level: 4,
      withinMinutes: 60,
      chance: null,
      waitsFor: 'channels',
    };
    await onAPage(panelOf(withOutlook(aForecast({ nextLevel: waiting }))));
    expect(panel()).toContain('hängt daran, ob ein weiterer Kanal hinzukommt');
    expect(panel()).not.toContain('%');
  });

  it('admits that old evidence carries none', async () => {
    await onAPage(panelOf(withOutlook(null)));
    expect(panel()).toContain('wurde kein Ausblick gespeichert');
  });

  it('foretells nothing of an alert that is closed', async () => {
    await onAPage(panelOf({ ...withOutlook(aForecast()), state: 'closed' }));
    expect(screen.queryByRole('region', { name: 'Ausblick' })).toBeNull();
  });

  it('says that there is none any more once the alert has eased', async () => {
    const eased = anAlert({ level: 1, evidence: anEvidence({ level: 1, outlook: null }) });
    await onAPage(panelOf(eased));
    expect(panel()).toContain('Der Alarm ist abgeflaut; einen Ausblick gibt es ab Stufe 2.');
  });

  it('knows the height of a storm that has fallen from a higher level', async () => {
    const falling = anAlert({
      ...{ level: 3, peakLevel: 5, openedAt: '2026-11-22T10:00:00.000Z' },
      evidence: anEvidence({ at: '2026-11-22T18:00:00.000Z', outlook: aForecast() }),
    });
    const risen = anEvidence({ at: '2026-11-22T11:12:00.000Z' });
    await onAPage(panelOf(falling, risen));
    expect(panel()).toContain('die höchste Stufe stand um 12:12');
    expect(panel()).not.toContain('der Höhepunkt');
  });
});
