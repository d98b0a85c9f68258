import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { onAPage } from '../testing/a-page.js';
import { anAlert } from '../testing/builders.js';
import { AlertActions } from './alert-actions.js';

afterEach(cleanup);

const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }));
const click = (name: RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

describe('calling an alert no event', () => {
  it('says what follows and waits for a reason', async () => {
    const sent: unknown[] = [];
    const answers = {
      'POST /alerts/311/close': (body: unknown) => {
        sent.push(body);
        return anAlert({ state: 'closed', version: 2 });
      },
    };
    await onAPage(<AlertActions alert={anAlert({ level: 4, peakLevel: 4 })} />, { answers });
    await press('n');
    expect(screen.getByRole('dialog').textContent).toContain('steigt über Stufe 4');
    const confirm = screen.getByRole<HTMLButtonElement>('button', { name: /Als kein Ereignis/ });
    expect(confirm.disabled).toBe(true);
    await act(async () => void fireEvent.click(screen.getByLabelText('Geplante Aktion')));
    await click(/Als kein Ereignis/);
    expect(sent).toEqual([{ kind: 'no-event', reason: 'planned-activity', note: null }]);
  });

  it('is beyond a community manager, who may acknowledge with Q', async () => {
    const sent: unknown[] = [];
    const answers = {
      'POST /alerts/311/acknowledge': (body: unknown) => {
        sent.push(body);
        return anAlert({ state: 'acknowledged', version: 2 });
      },
    };
    const grants = [{ role: 'community', brandId: 1 }] as const;
    await onAPage(<AlertActions alert={anAlert()} />, { answers, grants });
    await press('n');
    expect(screen.queryByRole('dialog')).toBeNull();
    await press('q');
    expect(sent).toHaveLength(1);
  });
});

describe('giving the all-clear', () => {
  it('warns while the wind still blows', async () => {
    await onAPage(<AlertActions alert={anAlert({ level: 4 })} />);
    await click(/Entwarnung/);
    expect(screen.getByRole('dialog').textContent).toContain('4 Starker Wind');
  });
  it('is not offered for a closed alert, which can be opened again', async () => {
    await onAPage(<AlertActions alert={anAlert({ state: 'closed' })} />);
    expect(screen.queryByRole('button', { name: /Entwarnung/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Wieder öffnen/ })).toBeTruthy();
  });
});
