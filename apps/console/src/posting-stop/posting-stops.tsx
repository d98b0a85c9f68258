import { useQueries, useQuery } from '@tanstack/react-query';
import { may } from '@sturmwarte/domain';
import { useSyncExternalStore } from 'react';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { StopBannerOnDemand, StopDialogOnDemand } from './on-demand.js';
import { postingStatusQuery } from './posting-stop.queries.js';
import { stopRequest } from './stop-request.js';

/** What every page says while posting is stopped, and the dialog to stop it; fetched when there is something to show. */
export function PostingStops() {
  const { data: brands = [] } = useQuery(brandsQuery);
  const isAsked = useSyncExternalStore(stopRequest.subscribe, stopRequest.snapshot);
  const { grants } = useSession().person;
  // Whoever may see no incidents would be refused, every quarter of a minute.
  const found = useQueries({
    queries: brands.map(({ id }) => ({
      ...postingStatusQuery(id),
      enabled: may(grants, 'incident.see', id),
    })),
  });
  const stoppable = brands.filter(({ id }) => may(grants, 'posting.stop', id));
  return (
    <>
      {brands.map((brand, at) => {
        const status = found[at]?.data;
        return status?.stop ? (
          <StopBannerOnDemand key={brand.id} brand={brand} status={status} />
        ) : null;
      })}
      {isAsked && stoppable.length > 0 ? (
        <StopDialogOnDemand brands={stoppable} brandId={null} onClose={stopRequest.close} />
      ) : null}
    </>
  );
}
