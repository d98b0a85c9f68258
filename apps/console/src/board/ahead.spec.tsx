import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup } from '@testing-library/react';
import { onAPage } from '../testing/a-page.js';
import { aForecast, anAlert, anEvidence } from '../testing/builders.js';
import { Ahead } from './ahead.js';

afterEach(cleanup);

describe('what is to be expected, in a few words', () => {
  it('stands beside an open alert', async () => {
    const evidence = anEvidence({ outlook: aForecast() });
    await onAPage(<Ahead alert={anAlert({ evidence })} />);
    expect(document.body.textContent).toContain('in 60 Min. 120–310 erwartet');
  });
  it('is said to be unknown where it is', async () => {
    const evidence = anEvidence({ outlook: { kind: 'unknown', gap: 'few-mentions' } });
    await onAPage(<Ahead alert={anAlert({ evidence })} />);
    expect(document.body.textContent).toContain('Ausblick: nicht zu sagen');
  });
  it('is silent without an alert, and beside a closed one', async () => {
    const evidence = anEvidence({ outlook: aForecast() });
    await onAPage(
      <>
        <Ahead alert={null} />
        <Ahead alert={anAlert({ state: 'closed', evidence })} />
      </>,
    );
    expect(document.body.textContent).not.toMatch(/erwartet|Ausblick/);
  });
});
