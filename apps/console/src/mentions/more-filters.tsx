import { useQuery } from '@tanstack/react-query';
import { MENTION_KINDS, OUTLET_TIERS } from '@sturmwarte/domain';
import { sourcesQuery } from '../board/board.queries.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceId } from '../spaces/use-space.js';
import { FilterChoice } from './filter-choice.js';
import classes from './mention-filters.module.css';
import { FILTER_LANGS, type MentionSearch, type SetFilters } from './mention-search.js';

/** The filters behind "more". */
export const MORE = ['brand', 'source', 'kind', 'tier', 'lang', 'fold'] as const;

export function MoreFilters({ search, set }: { search: MentionSearch; set: SetFilters }) {
  const t = useText();
  const { language } = useFormat();
  const { data: brands = [] } = useQuery(brandsQuery);
  const { data: sources = [] } = useQuery(sourcesQuery(useSpaceId()));
  const langName = new Intl.DisplayNames(language, { type: 'language' });
  return (
    <div className={classes.filters}>
      {brands.length > 1 ? (
        <FilterChoice
          label={t('mentions:filter.brand')}
          all={t('mentions:filter.allBrands')}
          value={search.brand}
          choices={brands.map(({ id, name }) => [id, name] as const)}
          onChange={(brand) => set({ brand })}
        />
      ) : null}
      <FilterChoice
        label={t('mentions:filter.source')}
        all={t('mentions:filter.allSources')}
        value={search.source}
        choices={sources.map(({ id, name }) => [id, name] as const)}
        onChange={(source) => set({ source })}
      />
      <FilterChoice
        label={t('mentions:filter.kind')}
        all={t('mentions:filter.allKinds')}
        value={search.kind}
        choices={MENTION_KINDS.map((name) => [name, t(`names:kind.${name}`)] as const)}
        onChange={(kind) => set({ kind })}
      />
      <FilterChoice
        label={t('mentions:filter.tier')}
        all={t('mentions:filter.allTiers')}
        value={search.tier}
        choices={OUTLET_TIERS.map((name) => [name, t(`names:tier.${name}`)] as const)}
        onChange={(tier) => set({ tier })}
      />
      <FilterChoice
        label={t('mentions:filter.lang')}
        all={t('mentions:filter.allLangs')}
        value={search.lang}
        choices={FILTER_LANGS.map((code) => [code, langName.of(code) ?? code] as const)}
        onChange={(lang) => set({ lang })}
      />
      <FilterChoice
        label={t('mentions:filter.reposts')}
        all={t('mentions:filter.folded')}
        value={search.fold === false ? 'false' : undefined}
        choices={[['false', t('mentions:filter.unfolded')]]}
        onChange={(fold) => set({ fold })}
      />
    </div>
  );
}
