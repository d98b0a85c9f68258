import type { MentionView } from '@sturmwarte/contracts';
import type { Drivers } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { copiesChoice, type QuietChoice } from '../mutes/quiet-choice.js';
import classes from './drivers.module.css';
import { safeLink } from '../ui/safe-link.js';

interface Entry {
  readonly mentionId: string;
  readonly facts: readonly string[];
  readonly mark?: string | undefined;
  readonly mute?: (() => void) | undefined;
}

/** The posts that carry it: texts in many mouths, conversations, and those whom many hear. */
export function DrivingMentions({
  drivers,
  driving,
  onMute,
}: {
  drivers: Drivers;
  driving: readonly MentionView[];
  onMute: ((choice: QuietChoice) => void) | null;
}) {
  const t = useText();
  const format = useFormat();
  const byId = new Map(driving.map((mention) => [mention.id, mention]));
  const nameOf = (id: string): string => {
    const mention = byId.get(id);
    return mention?.outlet ?? mention?.author ?? t('drivers:anonymous');
  };
  // What is no longer stored has no text to know copies by.
  const muteOf = (mention: MentionView | undefined): (() => void) | undefined =>
    onMute === null || mention === undefined ? undefined : () => onMute(copiesChoice(mention, t));
  const clusters = drivers.clusters.map(
    ({ mentionId, channel, mentions, reposts, authors, signs, looksAutomated }): Entry => ({
      mentionId,
      mark: looksAutomated ? t('drivers:looksAutomated') : undefined,
      mute: muteOf(byId.get(mentionId)),
      facts: [
        t('drivers:mentions', { count: mentions }),
        ...(reposts === 0 ? [] : [t('drivers:passedOn', { count: reposts })]),
        t('drivers:authors', { count: authors }),
        t(`names:channel.${channel}`),
        ...signs.map((sign) => t(`drivers:sign.${sign}`)),
      ],
    }),
  );
  const threads = drivers.threads.map(({ mentionId, channel, answers, hasHead }): Entry => ({
    mentionId,
    facts: [
      t('drivers:answers', { count: answers }),
      t(`names:channel.${channel}`),
      ...(hasHead ? [] : [t('drivers:answerOf')]),
    ],
  }));
  const multipliers = drivers.multipliers.map(({ mentionId, channel, reach, mentions }): Entry => ({
    mentionId,
    mark: nameOf(mentionId),
    facts: [
      reach === null
        ? t('drivers:reachUnknown')
        : t('drivers:reach', { reach: format.integer(reach) }),
      t(`names:channel.${channel}`),
      t('drivers:mentions', { count: mentions }),
    ],
  }));
  return (
    <>
      <Group id="driving-copies" title={t('drivers:clusters')} entries={clusters} byId={byId} />
      <Group id="driving-threads" title={t('drivers:threads')} entries={threads} byId={byId} />
      <Group
        id="driving-reach"
        title={t('drivers:multipliers')}
        entries={multipliers}
        byId={byId}
      />
    </>
  );
}

function Group({
  id,
  title,
  entries,
  byId,
}: {
  id: string;
  title: string;
  entries: readonly Entry[];
  byId: ReadonlyMap<string, MentionView>;
}) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.group}>
      <h3 id={id} className={classes.small}>
        {title}
      </h3>
      <ul>
        {entries.map(({ mentionId, facts, mark, mute }) => (
          <li key={mentionId} className={classes.driving}>
            <p className={classes.facts}>
              {mark === undefined ? null : <strong>{mark}</strong>}
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
              <Original mention={byId.get(mentionId)} />
              {mute === undefined ? null : <MuteCopies onMute={mute} />}
            </p>
            <Words mention={byId.get(mentionId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MuteCopies({ onMute }: { onMute: () => void }) {
  const t = useText();
  return (
    <button type="button" className={classes.mute} onClick={onMute}>
      {t('mutes:action.copies')}
    </button>
  );
}

function Words({ mention }: { mention: MentionView | undefined }) {
  const t = useText();
  if (mention === undefined) return <p className={classes.small}>{t('drivers:gone')}</p>;
  return (
    <p className={classes.words} dir="auto" lang={mention.lang ?? undefined}>
      {mention.title ?? mention.text}
    </p>
  );
}

function Original({ mention }: { mention: MentionView | undefined }) {
  const t = useText();
  const url = safeLink(mention?.url ?? null);
  if (!url) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {t('alerts:evidence.source')} ↗
    </a>
  );
}
