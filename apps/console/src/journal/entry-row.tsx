import { groupOf, type JournalEntry } from '@sturmwarte/domain';
import { memo, useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useRoom } from '../room/room-context.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { cx } from '../ui/cx.js';
import { AttachmentLine } from './attachment-line.js';
import { CitedContents } from './cited-contents.js';
import { CorrectDialog } from './correct-dialog.js';
import classes from './entry-row.module.css';
import { useSayEntry } from './use-say-entry.js';

const HOUR_MS = 3_600_000;
/** What people wrote themselves, and may therefore find they wrote wrongly. */
const CORRECTABLE = ['entry-written', 'entry-corrected', 'question-answered', 'status-updated'];

/** One line of the journal, as it was written; a later correction stands beside it. */
export const EntryRow = memo(function EntryRow({
  entry,
  correction,
  isWanted,
}: {
  entry: JournalEntry;
  correction: JournalEntry | null;
  isWanted: boolean;
}) {
  const t = useText();
  const format = useFormat();
  // A row changes its time with the day, not with the second.
  const today = Math.floor(useSpaceClock() / HOUR_MS) * HOUR_MS;
  const { id, incident, playbooks } = useRoom();
  const say = useSayEntry(incident, playbooks);
  const [correcting, setCorrecting] = useState(false);
  const { seq, at, by, event } = entry;
  const { line, words } = say(entry);
  const canCorrect = CORRECTABLE.includes(event.type) && incident.state !== 'merged';
  return (
    <div
      className={cx(classes.entry, isWanted && classes.wanted)}
      data-group={groupOf(event)}
      id={`entry-${seq}`}
    >
      <p className={classes.head}>
        <time dateTime={at} title={format.seconds(at)}>
          {format.moment(at, today)}
        </time>{' '}
        <strong>{by?.name ?? t('journal:machine')}</strong> {line}
      </p>
      {words === null || words === '' ? null : (
        <p className={cx(classes.words, correction !== null && classes.corrected)}>{words}</p>
      )}
      {correction?.event.type === 'entry-corrected' ? (
        <p className={classes.small}>
          {t('journal:correctedBy', {
            name: correction.by?.name ?? t('journal:machine'),
            entry: correction.seq,
          })}{' '}
          <span className={classes.words}>{correction.event.text}</span>
        </p>
      ) : null}
      {event.type === 'entry-written' && event.contents.length > 0 ? (
        <CitedContents incidentId={id} contents={event.contents} />
      ) : null}
      {event.type === 'attachment-added' ? <AttachmentLine attachment={event.attachment} /> : null}
      {canCorrect ? (
        <button type="button" className={classes.correct} onClick={() => setCorrecting(true)}>
          {t('journal:correct.button')}
          <span className="sw-hidden"> {t('journal:number', { entry: seq })}</span>
        </button>
      ) : null}
      {correcting ? (
        <CorrectDialog seq={seq} before={words ?? ''} onClose={() => setCorrecting(false)} />
      ) : null}
    </div>
  );
});
