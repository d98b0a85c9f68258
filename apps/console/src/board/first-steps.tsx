import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useMay, useMayAnywhere } from '../session/session.js';
import { brandsQuery, spacesQuery } from '../spaces/spaces.queries.js';
import { useDemo } from '../spaces/use-demo.js';
import { Icon } from '../ui/icons.js';
import { RightButton } from '../ui/right-button.js';
import '../ui/late.css';
import classes from './first-steps.module.css';

/** The board before anything is watched: what will stand here, and the next step. */
export function FirstSteps({ hasTopic, hasSource }: { hasTopic: boolean; hasSource: boolean }) {
  const t = useText();
  return (
    <div className={classes.page}>
      <section>
        <h2 className={classes.title}>
          {hasTopic ? t('board:empty.noSourceTitle') : t('board:empty.noTopicTitle')}
        </h2>
        <p className={classes.text}>
          {hasTopic ? t('board:empty.noSourceText') : t('board:empty.noTopicText')}
        </p>
        <h3 className={classes.next}>{t('board:empty.next')}</h3>
        <ul className={classes.steps}>
          <DemoStep />
          <PageStep page="topic" right="topics.edit" primary={!hasTopic} />
          <PageStep page="source" right="sources.manage" primary={hasTopic && !hasSource} />
        </ul>
      </section>
      <CheckList hasTopic={hasTopic} hasSource={hasSource} />
    </div>
  );
}

function DemoStep() {
  const t = useText();
  const { brands: mine, demo } = useDemo();
  const [chosen, setChosen] = useState<string | null>(null);
  const brandId = chosen === null ? (mine[0]?.id ?? null) : Number(chosen);
  return (
    <li className={classes.step}>
      <RightButton
        right="drill.run"
        brandId={brandId}
        variant="filled"
        leftSection={<Icon name="play" size={16} />}
        loading={demo.isPending}
        onClick={() => brandId !== null && demo.mutate(brandId)}
      >
        {t('board:empty.demo')}
      </RightButton>
      <p>{t('board:empty.demoText')}</p>
      {mine.length > 1 ? (
        <NativeSelect
          label={t('board:empty.demoBrand')}
          data={mine.map((brand) => ({ value: String(brand.id), label: brand.name }))}
          value={String(brandId)}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      ) : null}
    </li>
  );
}

const PAGE = { topic: '/topics', source: '/sources' } as const;

function PageStep({
  page,
  right,
  primary,
}: {
  page: keyof typeof PAGE;
  right: 'topics.edit' | 'sources.manage';
  primary: boolean;
}) {
  const t = useText();
  const navigate = useNavigate();
  const anywhere = useMayAnywhere(right);
  const may = useMay();
  const { data: brands = [] } = useQuery(brandsQuery);
  const brandId = brands.find((brand) => may(right, brand.id))?.id ?? null;
  return (
    <li className={classes.step}>
      <RightButton
        right={right}
        brandId={anywhere ? brandId : null}
        variant={primary ? 'outline' : 'default'}
        leftSection={<Icon name="plus" size={16} />}
        onClick={() => void navigate({ to: PAGE[page] })}
      >
        {t(`board:empty.${page}`)}
      </RightButton>
      <p>{t(`board:empty.${page}Text`)}</p>
    </li>
  );
}

function CheckList({ hasTopic, hasSource }: { hasTopic: boolean; hasSource: boolean }) {
  const t = useText();
  const { data: spaces = [] } = useQuery(spacesQuery);
  const hasDrill = spaces.some((space) => space.id !== LIVE_SPACE_ID);
  const points = [
    [t('board:empty.checkTopic'), hasTopic],
    [t('board:empty.checkSource'), hasSource],
    [t('board:empty.checkDrill'), hasDrill],
  ] as const;
  return (
    <section className={classes.check}>
      <h3>{t('board:empty.check')}</h3>
      <ul>
        {points.map(([words, isDone]) => (
          <li key={words} data-done={isDone}>
            <span className={classes.box}>{isDone ? <Icon name="check" size={14} /> : null}</span>
            {words}
            <span className="sw-hidden">
              : {isDone ? t('board:empty.done') : t('board:empty.open')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
