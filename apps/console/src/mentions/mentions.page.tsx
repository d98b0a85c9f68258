import { useSearch } from '@tanstack/react-router';
import { LIVE_SPACE_ID, rolesWith } from '@sturmwarte/domain';
import { PauseButton } from '../app/pause-button.js';
import { useText } from '../language/text.js';
import { useMayAnywhere } from '../session/session.js';
import { useSpace, useSpaceId } from '../spaces/use-space.js';
import { Skeleton } from '../ui/skeleton.js';
import { MentionFilters } from './mention-filters.js';
import classes from './mentions.page.module.css';
import { UploadMenu } from './upload-menu.js';
import { WatchedStream } from './watched-stream.js';

/** Stimmen: what is being said, newest first, as it arrives. */
export function MentionsPage() {
  const t = useText();
  const mayRead = useMayAnywhere('mentions.search');
  const roles = rolesWith('mentions.search').map((role) => t(`names:role.${role}`));
  return (
    <>
      <header className={classes.head}>
        <h1>{t('mentions:title')}</h1>
        <span className={classes.tools}>
          <UploadMenu />
          {mayRead ? <PauseButton /> : null}
        </span>
      </header>
      {mayRead ? (
        <Filtered />
      ) : (
        <p className={classes.note}>{t('mentions:forbidden', { roles: roles.join(', ') })}</p>
      )}
    </>
  );
}

/** A period that ends now needs to know when now is in this space. */
function Filtered() {
  const search = useSearch({ from: '/watch/mentions' });
  const { space: _space, ...filters } = search;
  const spaceId = useSpaceId();
  const isKnown = useSpace() !== null || spaceId === LIVE_SPACE_ID || filters.span === undefined;
  return (
    <>
      <MentionFilters search={filters} />
      {isKnown ? <WatchedStream filters={filters} /> : <Skeleton rows={6} height={96} />}
    </>
  );
}
