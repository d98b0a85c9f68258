import { NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { topicsQuery } from '../topics/topics.queries.js';
import { Decision } from '../ui/decision.js';
import { useMuteActions } from './mutes.queries.js';
import classes from './mutes.module.css';
import type { QuietTarget } from './quiet-choice.js';
import { isFitting, UntilField } from './until-field.js';

const HOUR_MS = 3_600_000;
const MOST = 500;
const LEAST = 3;

/** A source, an author or copies that shall not count: which, for which topics, why and until when. */
export function QuietDialog({ target, onClose }: { target: QuietTarget; onClose: () => void }) {
  const t = useText();
  const now = useSpaceClock();
  const space = useSpaceId();
  const scopes = useScopes(target);
  const { set } = useMuteActions();
  const [what, setWhat] = useState(0);
  const [scope, setScope] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(() =>
    new Date(now + 4 * HOUR_MS).toISOString(),
  );
  const chosen = target.choices[what];
  const where = scopes.find(({ value }) => value === scope) ?? scopes[0];
  const isReady = chosen !== undefined && where !== undefined && reason.trim().length >= LEAST;
  const ready = isReady && until !== null && isFitting(until, now);
  const [only] = target.choices;
  return (
    <Decision
      title={
        target.choices.length === 1 && only
          ? t('mutes:dialog.title', { name: only.label })
          : t('mutes:topic.add')
      }
      consequence={t('mutes:dialog.quiet')}
      confirm={t('mutes:dialog.confirm')}
      busy={set.isPending}
      ready={ready}
      onClose={onClose}
      onConfirm={() => {
        if (!isReady || until === null) return;
        const { brandId, onlyTopicId } = where;
        const { subject } = chosen;
        const values = { subject, brandId, onlyTopicId, space, reason: reason.trim(), until };
        set.mutate(values, { onSuccess: onClose });
      }}
    >
      <div className={classes.form}>
        {target.choices.length > 1 ? (
          <NativeSelect
            label={t('mutes:dialog.what')}
            value={String(what)}
            data={target.choices.map(({ label }, index) => ({ value: String(index), label }))}
            onChange={(event) => setWhat(Number(event.currentTarget.value))}
          />
        ) : null}
        {chosen?.subject.kind === 'copies' ? (
          <div>
            {chosen.text ? (
              <p className={classes.words} dir="auto" lang={chosen.text.lang ?? undefined}>
                {t('mutes:quoted', { text: chosen.text.title ?? chosen.text.text })}
              </p>
            ) : null}
            <p className={classes.dim}>{t('mutes:dialog.copiesHint')}</p>
          </div>
        ) : null}
        <NativeSelect
          label={t('mutes:dialog.scope')}
          value={where?.value ?? ''}
          data={scopes.map(({ value, label }) => ({ value, label }))}
          onChange={(event) => setScope(event.currentTarget.value)}
        />
        <Textarea
          label={t('mutes:dialog.reason')}
          description={t('mutes:dialog.reasonHint')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={MOST}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <UntilField now={now} value={until} onChange={setUntil} />
      </div>
    </Decision>
  );
}

interface Scope {
  readonly value: string;
  readonly label: string;
  readonly brandId: number;
  readonly onlyTopicId: number | null;
}

/** All topics of a brand, or one of them; of those this person may mute. */
function useScopes({ topicIds, brandId }: QuietTarget): Scope[] {
  const t = useText();
  const may = useMay();
  const { data: topics = [] } = useQuery(topicsQuery(useSpaceId()));
  const { data: brands = [] } = useQuery(brandsQuery);
  const own = topics.filter(
    (topic) =>
      (topicIds.length === 0 || topicIds.includes(topic.id)) &&
      (brandId === null || topic.brandId === brandId) &&
      may('mute.set', topic.brandId),
  );
  return [
    ...[...new Set(own.map((topic) => topic.brandId))].map((id) => ({
      value: `brand ${id}`,
      label: t('mutes:scope.brand', { brand: brands.find((one) => one.id === id)?.name ?? '…' }),
      brandId: id,
      onlyTopicId: null,
    })),
    ...own.map(({ id, name, brandId: brand }) => ({
      value: `topic ${id}`,
      label: t('mutes:scope.topic', { topic: name }),
      brandId: brand,
      onlyTopicId: id,
    })),
  ];
}
