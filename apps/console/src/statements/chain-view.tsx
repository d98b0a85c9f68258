import { isOpen, type ApprovalPlace, type ApprovalState } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText, type Text } from '../language/text.js';
import { Icon, type IconName } from '../ui/icons.js';
import classes from './chain-view.module.css';

const SIGN: Record<ApprovalPlace['turn'], IconName> = {
  later: 'circle',
  holder: 'clock',
  deputy: 'clock',
  'next-rung': 'warn',
  given: 'check',
  spared: 'skip',
};

/** Who must say yes to a text, who has, who is asked now, and when the deputy may. */
export function ChainView({ state, now }: { state: ApprovalState; now: number }) {
  const t = useText();
  if (state.rule === null) return <p className={classes.none}>{t('statements:chain.nobody')}</p>;
  if (state.stages.length === 0) return <p>{t('statements:chain.agreed')}</p>;
  return (
    <ol className={classes.chain} aria-label={t('statements:chain.label')}>
      {state.stages.map(({ index, needed, places }) => (
        <li key={index} className={classes.stage}>
          {needed < places.length ? (
            <span className={classes.dim}>{t('statements:chain.quorum', { count: needed })}</span>
          ) : null}
          <ul className={classes.places}>
            {places.map((place, at) => (
              <li key={`${place.role}-${at}`} className={classes.place} data-turn={place.turn}>
                <Icon name={SIGN[place.turn]} size={16} />
                <span>
                  <strong>{t(`names:role.${place.role}`)}</strong>{' '}
                  <PlaceWords place={place} now={now} />
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function PlaceWords({ place, now }: { place: ApprovalPlace; now: number }) {
  const t = useText();
  const format = useFormat();
  const { turn, given, deputy, deputyAt, endsAt } = place;
  if (turn === 'given' && given !== null) {
    return (
      <>
        {t('statements:chain.given', {
          name: given.by?.name ?? '–',
          time: format.moment(given.at, now),
        })}
        {given.standing === 'holder' ? '' : ` (${t(`statements:chain.as.${given.standing}`)})`}
      </>
    );
  }
  if (!isOpen(turn)) return <>{t(`statements:chain.${turn === 'spared' ? 'spared' : 'later'}`)}</>;
  const left = (until: string | null): string =>
    format.clock(Math.max(0, Date.parse(until ?? '') - now));
  return (
    <>
      {askedWords(place, t)}
      {turn === 'holder' && deputy !== null ? (
        <span className={classes.dim}>
          {' '}
          {t('statements:chain.deputyIn', { name: deputy.name, left: left(deputyAt) })}
        </span>
      ) : turn === 'next-rung' ? (
        <span className={classes.late}>
          {' '}
          {t('statements:chain.over', { over: format.clock(now - Date.parse(endsAt ?? '')) })}
        </span>
      ) : null}
    </>
  );
}

function askedWords({ asked, turn }: ApprovalPlace, t: Text): string {
  if (asked.length === 0) return t('statements:chain.anybody');
  const names = asked.map(({ name }) => name).join(', ');
  return t(turn === 'deputy' ? 'statements:chain.waitsDeputy' : 'statements:chain.waits', {
    names,
  });
}
