import type { AlertDetail } from '@sturmwarte/contracts';
import { alertPhase, firstPressOf, jumpOf, phasesOf, type StormCourse } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText, type Text } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import detailClasses from './alert-detail.module.css';
import classes from './turning-points.module.css';

interface Point {
  readonly at: string;
  readonly words: string;
  readonly isPhase: boolean;
}

/** The phases of a storm and its turning points in the order of time, and who in the press carried it. */
export function TurningPoints({ detail }: { detail: AlertDetail }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { alert, history } = detail;
  const course = alert.evidence.course ?? null;
  const points = pointsOf(detail, t);
  return (
    <section className={detailClasses.panel} aria-labelledby="turning-points">
      <div className={detailClasses.panelHead}>
        <h2 id="turning-points">{t('alerts:course.title')}</h2>
        <span className={classes.phase} data-phase={alertPhase(alert)}>
          {t('alerts:course.now', { phase: t(`alerts:phase.${alertPhase(alert)}`) })}
        </span>
      </div>
      {history.length === 0 ? null : (
        <ol className={classes.points}>
          {points.map(({ at, words, isPhase }) => (
            <li key={`${at} ${words}`} data-phase={isPhase}>
              <time dateTime={at}>{format.moment(at, now)}</time>
              <span>{words}</span>
            </li>
          ))}
        </ol>
      )}
      {course !== null && course.channels.length === 1 ? (
        <p className={detailClasses.hint}>
          {t('alerts:course.oneChannel', { channel: channelName(course.channels[0]?.channel, t) })}
        </p>
      ) : null}
      <Outlets course={course} />
    </section>
  );
}

function pointsOf({ alert, history }: AlertDetail, t: Text): Point[] {
  const course = alert.evidence.course ?? null;
  const points: Point[] = phasesOf(history).map(({ phase, at }) => ({
    at,
    words: t(`alerts:phaseBegins.${phase}`),
    isPhase: true,
  }));
  const jump = course === null ? null : jumpOf(course);
  if (jump !== null) {
    const words = t('alerts:course.jump', { channel: channelName(jump.channel, t) });
    points.push({ at: jump.at, words, isPhase: false });
  }
  const press = course === null ? null : firstPressOf(course);
  if (press !== null) {
    const tier = t(`names:tier.${press.tier}`);
    const words = t('alerts:course.press', { outlet: press.outlet, tier });
    points.push({ at: press.at, words, isPhase: false });
  }
  return points.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function Outlets({ course }: { course: StormCourse | null }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  if (course === null || course.outlets.length === 0) return null;
  return (
    <>
      <h3 className={classes.subtitle}>{t('alerts:course.outlets')}</h3>
      <ul className={classes.outlets}>
        {course.outlets.map(({ outlet, tier, at, mentions }) => (
          <li key={outlet}>
            <span className={classes.outlet}>{outlet}</span>
            <span>{t(`names:tier.${tier}`)}</span>
            <span className={detailClasses.dim}>
              {t('alerts:course.heard', { count: mentions, time: format.moment(at, now) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function channelName(channel: StormCourse['channels'][number]['channel'] | undefined, t: Text) {
  return t(`names:channel.${channel ?? 'other'}`);
}
