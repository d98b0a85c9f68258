import type { Dispatch } from './exit.js';

/** What a newsroom is sent; `docs/publishing.md` describes it for its developers. */
export function webhookBody(dispatch: Dispatch): Buffer {
  const { key, at, brand, channel, language, text, hash, attachments, corrects, test } = dispatch;
  return Buffer.from(
    JSON.stringify({
      type: test
        ? 'statement.test'
        : corrects === null
          ? 'statement.published'
          : 'statement.corrected',
      timestamp: at,
      data: {
        id: key,
        brand,
        channel,
        language,
        text,
        hash,
        corrects,
        attachments: attachments.map(({ name, sha256, content }) => ({
          name,
          sha256,
          content: content.toString('base64'),
        })),
      },
    }),
  );
}
