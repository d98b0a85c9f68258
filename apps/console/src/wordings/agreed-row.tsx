import { Link } from '@tanstack/react-router';
import type { AgreedView } from '@sturmwarte/contracts';
import { useText } from '../language/text.js';
import { StandingLine } from './standing-line.js';
import { useBrandName } from './use-brand-name.js';
import classes from './wordings.module.css';

/** One wording of the list: what it is for, where it stands, which texts it has. */
export function AgreedRow({ wording, now }: { wording: AgreedView; now: number }) {
  const t = useText();
  const brandName = useBrandName();
  const { id, title, use, variants, brandId } = wording;
  const places = [...new Set(variants.map(({ channel }) => channel))];
  const languages = [...new Set(variants.map(({ language }) => language))];
  return (
    <li className={classes.row}>
      <h2>
        <Link
          to="/wordings/$wordingId"
          params={{ wordingId: id }}
          search={({ space }) => (space === undefined ? {} : { space })}
          data-entry={id}
        >
          {title}
        </Link>
      </h2>
      <p className={classes.facts}>
        <StandingLine wording={wording} now={now} />
        <span>{brandName(brandId)}</span>
        <span>{t(`wording:purpose.${use.purpose}`)}</span>
        <span>{t('wording:agreed.levels', { from: use.levelFrom, to: use.levelTo })}</span>
        <span>{places.map((channel) => t(`playbooks:channel.${channel}`)).join(', ')}</span>
        <span>{languages.map((one) => t(`wording:language.${one}`)).join(', ')}</span>
      </p>
    </li>
  );
}
