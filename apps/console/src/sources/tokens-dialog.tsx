import { Button, Modal } from '@mantine/core';
import type { SourceView } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useReturnFocus } from '../ui/use-return-focus.js';
import { useSourceActions } from './source-actions.js';
import classes from './sources.module.css';
import type { ShownToken } from './token-shown.js';

export function TokensDialog({
  source,
  onClose,
  onToken,
}: {
  source: SourceView;
  onClose: () => void;
  onToken: (token: ShownToken) => void;
}) {
  const t = useText();
  useReturnFocus();
  const format = useFormat();
  const { addToken, revokeToken } = useSourceActions();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sources:tokensTitle', { name: source.name })}
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <div className={classes.stack}>
        <p>{t('sources:tokensText')}</p>
        {source.tokens.length === 0 ? <p className={classes.dim}>{t('sources:noTokens')}</p> : null}
        <ul className={classes.list}>
          {source.tokens.map((token) => (
            <li key={token.id} className={classes.row}>
              <span className={classes.facts}>
                <code>{token.hint}…</code>
                <br />
                <span className={classes.small}>
                  {token.lastUsedAt === null
                    ? t('sources:tokenUnused')
                    : t('sources:tokenUsed', { time: format.dateTime(token.lastUsedAt) })}
                </span>
              </span>
              <Button
                variant="default"
                aria-label={t('sources:tokenRevokeLabel', { hint: token.hint })}
                onClick={() => revokeToken.mutate({ id: source.id, tokenId: token.id })}
              >
                {t('sources:tokenRevoke')}
              </Button>
            </li>
          ))}
        </ul>
        <Button
          loading={addToken.isPending}
          onClick={() =>
            addToken.mutate(source.id, {
              onSuccess: ({ token }) => onToken({ name: source.name, token }),
            })
          }
        >
          {t('sources:tokenAdd')}
        </Button>
      </div>
    </Modal>
  );
}
