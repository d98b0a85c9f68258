import { useQueries, useQuery } from '@tanstack/react-query';
import { may } from '@sturmwarte/domain';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { loadAllTexts } from '../language/i18n.js';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { postingStatusQuery } from './posting-stop.queries.js';
import { stopRequest } from './stop-request.js';

const withTexts = async <T,>(piece: Promise<T>): Promise<T> => {
  const styles = import('../ui/late.css');
  const [loaded] = await Promise.all([piece, loadAllTexts(), styles]);
  return loaded;
};
const StopBanner = lazy(async () => {
  const { StopBanner } = await withTexts(import('./stop-banner.js'));
  return { default: StopBanner };
});
const StopDialog = lazy(async () => {
  const { StopDialog } = await withTexts(import('./stop-dialog.js'));
  return { default: StopDialog };
});

/** What every page says while posting is stopped, and the dialog to stop it; fetched when there is something to show. */
export function PostingStops() {
  const { data: brands = [] } = useQuery(brandsQuery);
  const found = useQueries({ queries: brands.map(({ id }) => postingStatusQuery(id)) });
  const isAsked = useSyncExternalStore(stopRequest.subscribe, stopRequest.snapshot);
  const { grants } = useSession().person;
  const stoppable = brands.filter(({ id }) => may(grants, 'posting.stop', id));
  return (
    <Suspense>
      {brands.map((brand, at) => {
        const status = found[at]?.data;
        return status?.stop ? <StopBanner key={brand.id} brand={brand} status={status} /> : null;
      })}
      {isAsked && stoppable.length > 0 ? (
        <StopDialog brands={stoppable} brandId={null} onClose={stopRequest.close} />
      ) : null}
    </Suspense>
  );
}
