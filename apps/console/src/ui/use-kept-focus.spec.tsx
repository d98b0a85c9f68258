import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { useKeptFocus } from './use-kept-focus.js';

afterEach(cleanup);

/** Rows one ends; an ended one moves below, as in a list of what stands and what is over. */
function Rows({ names, keepsEnded }: { names: readonly string[]; keepsEnded: boolean }) {
  const place = useKeptFocus<HTMLDivElement>();
  const [ended, setEnded] = useState<readonly string[]>([]);
  const row = (name: string) => (
    <li key={name} data-kept={name}>
      <button type="button">Verlauf {name}</button>
      {ended.includes(name) ? null : (
        <button type="button" onClick={() => setEnded([...ended, name])}>
          {name} beenden
        </button>
      )}
    </li>
  );
  return (
    <>
      <button type="button">anderswo</button>
      <div ref={place}>
        <ul>{names.filter((name) => !ended.includes(name)).map(row)}</ul>
        {keepsEnded ? <ul>{names.filter((name) => ended.includes(name)).map(row)}</ul> : null}
      </div>
    </>
  );
}
const button = (name: string) => screen.getByRole('button', { name });
async function end(name: string) {
  button(`${name} beenden`).focus();
  await act(async () => void fireEvent.click(button(`${name} beenden`)));
}

describe('somebody who works through a list by keyboard', () => {
  it('stays with the row they ended when it moves', async () => {
    render(<Rows names={['Regen', 'Nebel']} keepsEnded />);
    await end('Nebel');
    await waitFor(() => expect(document.activeElement).toBe(button('Verlauf Nebel')));
  });

  it('stays with it also when it comes back only a moment after it has gone', async () => {
    const { rerender } = render(<Rows names={['Regen', 'Nebel']} keepsEnded={false} />);
    await end('Nebel');
    await act(() => new Promise((done) => setTimeout(done, 100)));
    expect(document.activeElement).toBe(document.body);
    rerender(<Rows names={['Regen', 'Nebel']} keepsEnded />);
    await waitFor(() => expect(document.activeElement).toBe(button('Verlauf Nebel')));
  });

  it('goes on in the list when the row is gone', async () => {
    render(<Rows names={['Regen', 'Nebel']} keepsEnded={false} />);
    await end('Nebel');
    await waitFor(() => expect(document.activeElement).toBe(button('Verlauf Regen')));
  });

  it('is not called back from where they have gone meanwhile', async () => {
    render(<Rows names={['Regen', 'Nebel']} keepsEnded />);
    button('Nebel beenden').focus();
    button('anderswo').focus();
    await act(async () => void fireEvent.click(button('Nebel beenden')));
    await act(() => Promise.resolve());
    expect(document.activeElement).toBe(button('anderswo'));
  });
});
