import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import type { Statement } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useRoom } from '../room/room-context.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { ChainView } from '../statements/chain-view.js';
import { ChannelPreview } from '../statements/channel-preview.js';
import { DiffView } from '../statements/diff-view.js';
import { LengthMark } from '../statements/length-mark.js';
import { LintFindings } from '../statements/lint-findings.js';
import { useLintContext } from '../statements/use-lint-context.js';
import { useVariantName } from '../statements/use-variant-name.js';
import { newestOf, shortHash } from '../statements/variant-of.js';
import { Icon } from '../ui/icons.js';
import type { WaitingVariant } from './approval-queue.js';
import type { ReadVersions } from './use-read-versions.js';
import classes from './variant-reading.module.css';

/** One text that waits for a yes: its chain, its words, what changed since the reader saw it, what the lint sees. */
export function VariantReading({
  statement,
  waiting: { variant, state, mineFrom },
  reads,
  isChosen,
  onChoose,
}: {
  statement: Statement;
  waiting: WaitingVariant;
  reads: ReadVersions;
  /** Null: there is nothing to choose from. */
  isChosen: boolean | null;
  onChoose: (chosen: boolean) => void;
}) {
  const t = useText();
  const now = useSpaceClock();
  const { incident, playbooks } = useRoom();
  const name = useVariantName()(variant);
  const context = useLintContext(incident, playbooks);
  const [isPreviewed, setPreviewed] = useState(false);
  const { channel, language } = variant;
  const newest = newestOf(variant);
  const reading = reads.reading(variant);
  const shown = variant.versions.find(({ version }) => version === reading) ?? newest;
  const since = reads.before(variant);
  const from = since !== null && since < reading ? since : reading > 1 ? reading - 1 : null;
  const before = variant.versions.find(({ version }) => version === from);
  return (
    <section className={classes.variant} aria-label={name}>
      <div className={classes.head}>
        {isChosen === null ? (
          <h3>{name}</h3>
        ) : (
          <Checkbox
            label={name}
            checked={isChosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <span className={classes.dim} title={shown.hash}>
          v{shown.version} · {t('release:exact.hash', { hash: shortHash(shown.hash) })}
        </span>
        <LengthMark channel={channel} text={shown.text} />
      </div>
      {reads.isStale(variant) ? (
        <div className={classes.changed} role="alert">
          <Icon name="warn" />
          <p>
            {t('approvals:changed.text', {
              name: newest.written.by?.name ?? t('journal:machine'),
              version: newest.version,
            })}
          </p>
          <Button variant="default" onClick={() => reads.readNewest(variant)}>
            {t('approvals:changed.read', { version: newest.version })}
          </Button>
        </div>
      ) : null}
      <ChainView state={state} now={now} />
      {mineFrom === null ? null : <MineFrom at={mineFrom} />}
      <p className={classes.text} lang={language}>
        {shown.text}
      </p>
      {shown.attachments.length === 0 ? null : (
        <p className={classes.dim}>
          {t('release:publish.attachments', {
            names: shown.attachments.map((one) => one.name).join(', '),
          })}
        </p>
      )}
      {before === undefined ? null : (
        <div>
          <p className={classes.small}>
            {t(since === null || since >= reading ? 'approvals:sinceLast' : 'approvals:sinceRead', {
              from: before.version,
              to: shown.version,
            })}
          </p>
          <DiffView before={before.text} after={shown.text} language={language} />
        </div>
      )}
      <LintFindings
        draft={{ text: shown.text, channel, language, purpose: statement.purpose }}
        context={context}
        field={null}
      />
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isPreviewed}
          onClick={() => setPreviewed(!isPreviewed)}
        >
          {t('approvals:preview')}
        </Button>
        {isPreviewed ? (
          <ChannelPreview channel={channel} language={language} text={shown.text} />
        ) : null}
      </div>
    </section>
  );
}

/** The reader is a deputy, or the next rung, whose time has not come. */
function MineFrom({ at }: { at: string }) {
  const t = useText();
  const now = useSpaceClock();
  const left = Math.max(0, Math.ceil((Date.parse(at) - now) / 60_000));
  return <p className={classes.dim}>{t('approvals:mineIn', { minutes: left })}</p>;
}
