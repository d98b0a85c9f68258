import { useQuery } from '@tanstack/react-query';
import { LIVE_SPACE_ID, may } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import { StopDialogOnDemand } from './on-demand.js';
import { postingStatusQuery } from './posting-stop.queries.js';

/**
 * The loud button. For one brand, or for a choice of those one may stop. Not in a drill or a replay: nothing leaves
 * there, and a drill must not silence the real house.
 */
export function StopButton({ brandId }: { brandId: number | null }) {
  const t = useText();
  const { grants } = useSession().person;
  const space = useSpaceId();
  const { data: brands = [] } = useQuery(brandsQuery);
  const status = useQuery({ ...postingStatusQuery(brandId ?? 0), enabled: brandId !== null });
  const [isOpen, setOpen] = useState(false);
  if (space !== LIVE_SPACE_ID) return null;
  const stoppable = brands.filter(({ id }) => may(grants, 'posting.stop', id));
  // Shown with its reason where one might look for it; on the board only to those who can use it.
  if (brandId === null && stoppable.length === 0) return null;
  const isStopped = brandId !== null && Boolean(status.data?.stop);
  return (
    <>
      {isStopped ? null : (
        <RightButton
          right="posting.stop"
          brandId={brandId ?? stoppable[0]?.id ?? null}
          size="compact-sm"
          color="red"
          variant="filled"
          leftSection={<Icon name="hand" size={16} />}
          onClick={() => setOpen(true)}
        >
          {t('app:stopPosting')}
        </RightButton>
      )}
      {/* Stays when the stop has come: what was held, and what left just before, is still to be read. */}
      {isOpen ? (
        <StopDialogOnDemand brands={stoppable} brandId={brandId} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
