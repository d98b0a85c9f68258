import { useQuery } from '@tanstack/react-query';
import { may } from '@sturmwarte/domain';
import { useSyncExternalStore } from 'react';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { StopDialog } from './stop-dialog.js';
import { stopRequest } from './stop-request.js';

/** The dialog of a posting stop that was asked for elsewhere. */
export function RequestedStop() {
  const isOpen = useSyncExternalStore(stopRequest.subscribe, stopRequest.snapshot);
  const { grants } = useSession().person;
  const { data: brands = [] } = useQuery(brandsQuery);
  const stoppable = brands.filter(({ id }) => may(grants, 'posting.stop', id));
  if (!isOpen || stoppable.length === 0) return null;
  return <StopDialog brands={stoppable} brandId={null} onClose={stopRequest.close} />;
}
