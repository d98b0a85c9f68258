import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { IncidentEvent } from '@sturmwarte/domain';
import { anIncident } from '@sturmwarte/domain/testing';
import { onAPage } from '../testing/a-page.js';
import { RoomHead } from './room-head.js';
import { RoomProvider } from './room-provider.js';

afterEach(cleanup);

const aSource = (id: number, brandId: number | null, state: string) => ({
  ...{ id, spaceId: 1, brandId, name: `Quelle ${id}`, active: true, retentionDays: 90 },
  ...{ silentAfterMinutes: null, outletTier: 'none', tokens: [] },
  health: { state, lastMentionAt: null, silentMinutes: 50, silenceLimitMinutes: 20 },
});

async function theHead(events: readonly IncidentEvent[], sources: readonly unknown[] = []) {
  const detail = { id: 1, incident: anIncident(...events), entries: [] };
  const content = (
    <RoomProvider detail={detail} playbooks={new Map()}>
      <RoomHead />
    </RoomProvider>
  );
  const answers = { 'GET /sources': () => sources };
  await onAPage(content, { grants: [{ role: 'lead', brandId: null }], answers });
}

describe('the level of an incident', () => {
  it('set by hand stands with its reason beside the automatic value', async () => {
    await theHead([{ type: 'level-overridden', level: 5, reason: 'Minister hat sich geäußert' }]);
    expect(screen.getByText(/von Hand; automatisch: \d .*Minister hat sich geäußert/)).toBeTruthy();
  });

  it('is marked as less sure while a source of this brand is silent', async () => {
    const { brandId } = anIncident();
    const sources = [
      aSource(1, brandId, 'silent'),
      aSource(2, null, 'silent'),
      aSource(3, brandId + 1, 'silent'),
      aSource(4, brandId, 'ok'),
    ];
    await theHead([], sources);
    expect(await screen.findByText(/2 Quellen sind still: Lage unvollständig/)).toBeTruthy();
  });

  it('is not marked while all that feeds this brand reports', async () => {
    const { brandId } = anIncident();
    await theHead([], [aSource(3, brandId + 1, 'silent'), aSource(4, brandId, 'ok')]);
    expect(screen.queryByText(/Lage unvollständig/)).toBeNull();
  });
});
