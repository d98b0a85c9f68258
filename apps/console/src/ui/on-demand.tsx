import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { untilServerAnswers } from '../api/server-answers.js';

const AGAIN_AFTER_MS = 3_000;

/**
 * A piece of a page that is fetched when it is first shown, and stays for the next time. Until it is there, `meanwhile`
 * is in its place; where it does not come, because the server is gone for the moment, it is asked for again. `lazy`
 * would give up the whole page.
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ReactElement | null = null,
): (props: P) => ReactElement | null {
  let known: { readonly Piece: ComponentType<P> } | null = null;
  return function OnDemand(props) {
    const [come, setCome] = useState(known);
    useEffect(() => {
      if (known !== null) return;
      let isWanted = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const ask = (): void => {
        untilServerAnswers()
          .then(load)
          .then(
            (Piece) => {
              known = { Piece };
              if (isWanted) setCome(known);
            },
            () => {
              if (isWanted) timer = setTimeout(ask, AGAIN_AFTER_MS);
            },
          );
      };
      ask();
      return () => {
        isWanted = false;
        clearTimeout(timer);
      };
    }, []);
    return come === null ? meanwhile : <come.Piece {...props} />;
  };
}
