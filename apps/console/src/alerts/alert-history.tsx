import type { AlertDetail } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText, type Text } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import detailClasses from './alert-detail.module.css';
import classes from './alert-history.module.css';
import { foldHistory, type HistoryEntry } from './fold-history.js';
import { NoteForm } from './note-form.js';

/** Everything that happened to the alert, newest first, and a place to add a note. */
export function AlertHistory({ detail }: { detail: AlertDetail }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const entries = foldHistory(detail.history);
  return (
    <section className={detailClasses.panel} aria-labelledby="history">
      <h2 id="history">{t('alerts:history.title')}</h2>
      <NoteForm alert={detail.alert} />
      <ol className={classes.timeline}>
        {entries.map((entry) => (
          <li key={entry.seq} className={classes.entry} data-type={entry.event.type}>
            <time dateTime={entry.event.at} className={classes.time}>
              {format.moment(entry.event.at, now)}
            </time>
            <div>
              <p>
                <strong>{who(entry, t)}</strong> {what(entry, t, (at) => format.moment(at, now))}
              </p>
              {note(entry) === null ? null : <p className={classes.note}>{note(entry)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function who({ event }: HistoryEntry, t: Text): string {
  return 'by' in event && event.by ? event.by.name : t('alerts:history.machine');
}

function note({ event }: HistoryEntry): string | null {
  return 'note' in event ? event.note : null;
}

function what({ event, times }: HistoryEntry, t: Text, until: (at: string) => string): string {
  switch (event.type) {
    case 'raised':
      return t('alerts:history.raised', { level: event.level });
    case 'level-changed':
      return event.to > event.from
        ? t('alerts:history.levelUp', { from: event.from, to: event.to })
        : t('alerts:history.levelDown', { from: event.from, to: event.to });
    case 'evidence-updated':
      return t('alerts:history.evidence', { count: times });
    case 'acknowledged':
      return t('alerts:history.acknowledged');
    case 'noted':
      return t('alerts:history.noted');
    case 'closed': {
      const kind = t(`names:closeKind.${event.kind}`);
      if (event.reason === null) return t('alerts:history.closed', { kind });
      const reason = t(`names:noEventReason.${event.reason}`);
      return t('alerts:history.closedReason', { kind, reason });
    }
    case 'reopened':
      return t('alerts:history.reopened', { level: event.level });
    case 'held':
      if (event.hold.kind === 'explained') {
        return t('alerts:history.heldExplained', { topic: event.hold.topicName });
      }
      return t('alerts:history.heldMute', {
        by: event.hold.by.name,
        until: until(event.hold.until),
      });
    case 'released':
      return t(event.why === 'rose' ? 'alerts:history.rose' : 'alerts:history.released');
  }
}
