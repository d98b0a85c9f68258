import { Button, Textarea } from '@mantine/core';
import type { Statement, Variant } from '@sturmwarte/domain';
import { useId } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { useRoom } from '../room/room-context.js';
import { useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { ChannelPreview } from './channel-preview.js';
import { LengthMark } from './length-mark.js';
import { LintFindings } from './lint-findings.js';
import { MergePanel } from './merge-panel.js';
import { OtherDrafts } from './other-drafts.js';
import { useDraft } from './use-draft.js';
import { useLintContext } from './use-lint-context.js';
import classes from './variant-editor.module.css';
import { keyOf, newestOf } from './variant-of.js';

/** One text of a statement under the hands of its writer; what is typed and not saved is kept in this browser. */
export function VariantEditor({ statement, variant }: { statement: Statement; variant: Variant }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { id, incident, playbooks, send, busy } = useRoom();
  const context = useLintContext(incident, playbooks);
  const { person } = useSession();
  const field = useId();
  const newest = newestOf(variant);
  const { channel, language } = variant;
  const draft = useDraft(
    { person: person.id, incident: id, statement: statement.id, part: keyOf(variant) },
    newest,
  );
  const order = {
    type: 'write-variant',
    ...{ statement: statement.id, base: draft.base, channel, language, text: draft.text },
    attachments: newest.attachments.map((attachment) => attachment.id),
    agreed: null,
  } as const;
  const save = (): void => {
    draft.sent(draft.text);
    void send(order);
  };
  return (
    <div className={classes.editor}>
      <div className={classes.write}>
        <OtherDrafts draft={draft} saved={newest.text} language={language} />
        {draft.isBehind ? (
          <MergePanel
            key={newest.version}
            base={draft.baseText}
            mine={draft.text}
            theirs={newest}
            language={language}
            onMerged={(text) => draft.rebase(text, newest)}
          />
        ) : null}
        <Textarea
          id={field}
          label={t('statements:editor.text', { channel: t(`playbooks:channel.${channel}`) })}
          lang={language}
          autosize
          minRows={5}
          maxRows={24}
          maxLength={20_000}
          value={draft.text}
          aria-describedby={`${field}-length`}
          onChange={(event) => draft.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            if (draft.isUnsaved && !draft.isBehind) save();
          }}
        />
        <div className={classes.foot}>
          <LengthMark id={`${field}-length`} channel={channel} text={draft.text} />
          <span
            className={classes.standing}
            data-unsaved={draft.isUnsaved || undefined}
            role="status"
          >
            {draft.isUnsaved
              ? draft.isKept
                ? t('statements:editor.unsaved', { version: draft.base })
                : t('statements:editor.unkept')
              : t('statements:editor.saved', {
                  version: newest.version,
                  name: newest.written.by?.name ?? t('journal:machine'),
                  time: format.moment(newest.written.at, now),
                })}
          </span>
          <span className={classes.buttons}>
            {draft.isUnsaved ? (
              <Button size="compact-sm" variant="subtle" onClick={draft.giveUp}>
                {t('statements:editor.giveUp')}
              </Button>
            ) : null}
            {draft.isUnsaved && !draft.isBehind ? (
              <AskButton
                variant="filled"
                loading={busy}
                command={{
                  type: 'write-variant',
                  ...{
                    statement: statement.id,
                    base: draft.base,
                    channel,
                    language,
                    text: draft.text,
                  },
                  ...{ hash: '', attachments: newest.attachments, agreed: null },
                }}
                onClick={save}
              >
                {t('statements:editor.save', { version: newest.version + 1 })}
              </AskButton>
            ) : null}
          </span>
        </div>
      </div>
      <LintFindings
        draft={{ text: draft.text, channel, language, purpose: statement.purpose }}
        context={context}
        field={field}
      />
      <ChannelPreview channel={channel} language={language} text={draft.text} />
    </div>
  );
}
