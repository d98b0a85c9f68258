import { Tabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.css';
import type { Statement, Variant } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { Panel } from '../room/panel.js';
import panel from '../room/panel.module.css';
import { ReasonDialog } from '../room/reason-dialog.js';
import { SOME_REASON, useRoom } from '../room/room-context.js';
import { AddVariantDialog } from './add-variant-dialog.js';
import { ApproversList } from './approvers-list.js';
import { AskApprovalDialog } from './ask-approval-dialog.js';
import { CommentsPanel } from './comments-panel.js';
import { ConsistencyList } from './consistency-list.js';
import { PublicationsList } from './publications-list.js';
import classes from './statement-desk.module.css';
import { StatementFacts } from './statement-facts.js';
import { useVariantName } from './use-variant-name.js';
import { VariantDesk } from './variant-desk.js';
import { keyOf, newestOf } from './variant-of.js';
import { VersionsPanel } from './versions-panel.js';

/** The desk of a statement: texts in the middle, everything they rest on and lead to at the side. */
export function StatementDesk({ statement }: { statement: Statement }) {
  const t = useText();
  const { incident } = useRoom();
  const variantName = useVariantName();
  const [dialog, setDialog] = useState<'ask' | 'add' | 'drop' | null>(null);
  const close = (): void => setDialog(null);
  const variants = statement.variants.filter(({ dropped }) => dropped === null);
  const [chosen, setChosen] = useState<string | null>(null);
  const variant: Variant | undefined =
    variants.find((one) => keyOf(one) === chosen) ?? variants[0] ?? statement.variants[0];
  const isOpen = incident.state !== 'merged' && statement.dropped === null;
  if (variant === undefined) return null;
  const bound = variants.map((one) => ({
    ...{ channel: one.channel, language: one.language, hash: newestOf(one).hash },
  }));
  return (
    <>
      <header className={classes.head}>
        <h1 id="statement-title">{statement.title}</h1>
        <p className={panel.dim}>
          {t(`statements:purpose.${statement.purpose}`)} ·{' '}
          {t('statements:by', { names: statement.authors.map(({ name }) => name).join(', ') })}
        </p>
        {statement.dropped === null ? null : (
          <p className={panel.warn}>
            {t('statements:dropped', {
              name: statement.dropped.by?.name ?? t('journal:machine'),
              reason: statement.dropped.reason,
            })}
          </p>
        )}
        {isOpen ? (
          <div className={panel.buttons} role="group" aria-label={t('statements:actions')}>
            <AskButton
              variant="filled"
              command={{
                type: 'ask-approval',
                statement: statement.id,
                variants: bound,
                note: null,
              }}
              onClick={() => setDialog('ask')}
            >
              {t('statements:ask.button')}
            </AskButton>
            <AskButton
              command={{
                type: 'revise-statement',
                ...{ statement: statement.id, title: `${statement.title} `, core: statement.core },
                claims: statement.claims,
              }}
              onClick={() => setDialog('add')}
            >
              {t('statements:add.button')}
            </AskButton>
            <AskButton
              command={{ type: 'drop-statement', statement: statement.id, reason: SOME_REASON }}
              onClick={() => setDialog('drop')}
            >
              {t('statements:drop.button')}
            </AskButton>
          </div>
        ) : null}
      </header>
      <div className={classes.columns}>
        <Tabs
          value={keyOf(variant)}
          onChange={setChosen}
          keepMounted={false}
          className={classes.texts ?? ''}
        >
          <Tabs.List aria-label={t('statements:variants')}>
            {variants.map((one) => (
              <Tabs.Tab key={keyOf(one)} value={keyOf(one)}>
                {variantName(one)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {variants.map((one) => (
            <Tabs.Panel key={keyOf(one)} value={keyOf(one)} className={classes.text ?? ''}>
              <VariantDesk statement={statement} variant={one} />
            </Tabs.Panel>
          ))}
        </Tabs>
        <div className={classes.side}>
          <Panel title={t('statements:facts')}>
            <StatementFacts statement={statement} />
            <ConsistencyList statement={statement} />
          </Panel>
          <Panel title={t('statements:comments.title')}>
            <CommentsPanel statement={statement} variant={variant} />
          </Panel>
          <Panel title={t('statements:approvers.title')}>
            <ApproversList statement={statement} variant={variant} />
          </Panel>
          <Panel title={t('release:publication.title')}>
            <PublicationsList statement={statement} />
          </Panel>
          <Panel title={t('statements:versions.title')}>
            <VersionsPanel key={keyOf(variant)} variant={variant} />
          </Panel>
        </div>
      </div>
      {dialog === 'ask' ? <AskApprovalDialog statement={statement} onClose={close} /> : null}
      {dialog === 'add' ? (
        <AddVariantDialog
          statement={statement}
          like={variant}
          onAdded={(key) => setChosen(keyOf(key))}
          onClose={close}
        />
      ) : null}
      {dialog === 'drop' ? (
        <ReasonDialog
          title={t('statements:drop.title')}
          consequence={t('statements:drop.text')}
          confirm={t('statements:drop.confirm')}
          order={(reason) => ({ type: 'drop-statement', statement: statement.id, reason })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
