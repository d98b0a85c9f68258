import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { Announcer, useAnnounce, type Urgency } from './announcer.js';

let say: (text: string, urgency?: Urgency) => void;
function Speaker() {
  const announce = useAnnounce();
  return (
    <button
      type="button"
      ref={() => {
        say = announce;
      }}
    />
  );
}

beforeEach(() => {
  jest.useFakeTimers();
  render(
    <Announcer>
      <Speaker />
    </Announcer>,
  );
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('somebody who listens to the screen', () => {
  it('hears quiet news gathered, at most once in ten seconds', () => {
    act(() => say('eins'));
    act(() => say('zwei'));
    act(() => say('drei'));
    expect(screen.getByRole('status').textContent).toBe('eins');
    act(() => void jest.advanceTimersByTime(10_000));
    expect(screen.getByRole('status').textContent).toBe('zwei. drei');
  });
  it('hears a strong alarm at once', () => {
    act(() => say('eins'));
    act(() => say('Alarm, Stufe 4', 'assertive'));
    expect(screen.getByRole('alert').textContent).toBe('Alarm, Stufe 4');
  });
});
