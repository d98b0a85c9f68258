import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { AlertDetail } from '@sturmwarte/contracts';
import type { StormCourse } from '@sturmwarte/domain';
import { onAPage } from '../testing/a-page.js';
import { anAlert, anEvidence } from '../testing/builders.js';
import { TurningPoints } from './turning-points.js';

afterEach(cleanup);

const at = (minute: number) => `2026-11-22T12:${minute}:00.000Z`;
const COURSE: StormCourse = {
  channels: [
    { channel: 'x', at: at(10), mentionId: '1' },
    { channel: 'forum', at: at(25), mentionId: '2' },
  ],
  outlets: [
    { outlet: 'Nordfunk', tier: 'broadcast', at: at(50), mentionId: '4', mentions: 1 },
    { outlet: 'Tagblatt', tier: 'online', at: at(40), mentionId: '3', mentions: 2 },
  ],
};

function aDetail(course: StormCourse | null): AlertDetail {
  const evidence = anEvidence({ course });
  const history = [
    { seq: 1, at: at(15), type: 'raised', level: 2, evidence },
    { seq: 2, at: at(30), type: 'level-changed', from: 2, to: 3, evidence },
  ] as const;
  const nothing = { samples: [], first: null, driving: [], similar: [] };
  return { alert: anAlert({ evidence }), history, ...nothing };
}

describe('the turning points of an alert', () => {
  it('stand in the order of time: phases, the jump, the first paper', async () => {
    await onAPage(<TurningPoints detail={aDetail(COURSE)} />);
    const [points] = screen.getAllByRole('list');
    const lines = [...points!.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      expect.stringContaining('Vorfeld: bemerkt, noch kein Alarm'),
      expect.stringContaining('Sprung auf einen zweiten Kanal: Forum'),
      expect.stringContaining('Akute Phase: Alarm'),
      expect.stringContaining('Erste Erwähnung in der Presse: Tagblatt (Online-Medium)'),
    ]);
    expect(screen.getByText('Phase: akut')).toBeTruthy();
    expect(screen.getByText('Nordfunk')).toBeTruthy();
  });

  it('say that it is still on one channel', async () => {
    await onAPage(
      <TurningPoints detail={aDetail({ channels: COURSE.channels.slice(0, 1), outlets: [] })} />,
    );
    expect(screen.getByText(/Bisher nur auf einem Kanal: X/)).toBeTruthy();
    expect(screen.queryByText(/Medien, die/)).toBeNull();
  });

  it('still show the phases of an alert from before anybody looked for them', async () => {
    await onAPage(<TurningPoints detail={aDetail(null)} />);
    expect(screen.getByText('Akute Phase: Alarm')).toBeTruthy();
  });
});
