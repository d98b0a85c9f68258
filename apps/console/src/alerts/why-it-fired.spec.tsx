import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import type { Signal } from '@sturmwarte/domain';
import { anEvidence } from '../testing/builders.js';
import { onAPage } from '../testing/a-page.js';
import { WhyItFired } from './why-it-fired.js';

afterEach(cleanup);

const line = (name: Signal['name'], value: number | null, state: Signal['state']): Signal => ({
  ...{ name, value, state },
  threshold: 0.05,
});
const result = (signal: string): string =>
  within(screen.getByRole('row', { name: new RegExp(signal) }))
    .getAllByRole('cell')
    .at(-1)?.textContent ?? '';

describe('why an alert fired', () => {
  it('tells what a level asks for from what only makes it easier to reach', async () => {
    const signals = [
      line('share', 0.01, 'unmet'),
      line('calls', 0.01, 'unmet'),
      line('aggression', 0.08, 'met'),
      line('channels', null, 'unknown'),
    ];
    await onAPage(<WhyItFired evidence={anEvidence({ signals })} heldLevel={null} />);
    expect(result('Anteil negativer')).toBe('nicht erfüllt');
    expect(result('Aufrufe')).toBe('–nicht nötig');
    expect(result('beleidigender')).toBe('erfüllt');
    expect(result('Kanäle')).toBe('?unbekannt');
    expect(screen.queryByText(/Seither ist es ruhiger/)).toBeNull();
  });

  it('says why a level still stands though the storm has passed its height', async () => {
    await onAPage(<WhyItFired evidence={anEvidence({})} heldLevel={6} />);
    expect(
      screen.getByText(
        'Seither ist es ruhiger als Stufe 6 verlangt; eine Stufe fällt höchstens einmal je Stunde.',
      ),
    ).toBeDefined();
  });

  it('marks what makes the level less sure than it looks', async () => {
    const quality = ['sources-silent', 'first-week', 'thin'] as const;
    await onAPage(
      <WhyItFired evidence={anEvidence({ quality, silentSources: [4] })} heldLevel={null} />,
    );
    expect(screen.getByText(/Erste Woche dieses Themas/)).toBeTruthy();
    expect(screen.getByText(/Wenige Stimmen/)).toBeTruthy();
    expect(screen.getAllByText(/still/)).toHaveLength(1);
  });

  it('keeps a number with its unit where the line of a phone ends', async () => {
    const doubling = { name: 'doubling', state: 'met', value: 38, threshold: 180 } as const;
    const ratio = { name: 'ratio', state: 'met', value: 7.2, threshold: 3 } as const;
    await onAPage(
      <WhyItFired evidence={anEvidence({ signals: [doubling, ratio] })} heldLevel={null} />,
    );
    const text = document.querySelector('tbody')?.textContent ?? '';
    expect(text).toContain('höchstens 3\u00a0h');
    expect(text).toContain('7,2\u00a0×');
  });

  it('writes shares of calls and insults as percentages', async () => {
    const signals = [
      { name: 'calls', state: 'met', value: 0.08, threshold: 0.05 },
      { name: 'aggression', state: 'unknown', value: null, threshold: 0.05 },
    ] as const;
    await onAPage(<WhyItFired evidence={anEvidence({ signals })} heldLevel={null} />);
    const row = screen.getByText(/Anteil der Aufrufe/).closest('tr')?.textContent ?? '';
    expect(row).toMatch(/8\s%.*mindestens 5\s%/);
  });
});
