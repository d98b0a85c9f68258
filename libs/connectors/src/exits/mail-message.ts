import { createHash } from 'node:crypto';
import type { MailSettings } from '@sturmwarte/contracts';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Dispatch } from './exit.js';
import { subjectOf } from './subject-of.js';

/** The mail of one recipient, ready to be sent. */
export function mailMessage(
  { from, replyTo, unsubscribe }: MailSettings,
  dispatch: Dispatch,
  recipient: string,
): Promise<Buffer> {
  const { text, language, attachments, at, test } = dispatch;
  const message = new MailComposer({
    from,
    to: recipient,
    ...(replyTo === null ? {} : { replyTo }),
    subject: test ? `[Test] ${subjectOf(text)}` : subjectOf(text),
    text,
    date: new Date(at),
    messageId: messageIdOf(dispatch.key, recipient, from.address),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      'List-Unsubscribe': `<${unsubscribe}>`,
    },
    attachments: attachments.map(({ name, content }) => ({ filename: name, content })),
    // Everything that leaves is in the dispatch: nothing is read from a disk or another machine on the way.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return message.compile().build();
}

/** The same for each publication and recipient: who gets it twice all the same, sees that it is one. */
export function messageIdOf(key: string, recipient: string, from: string): string {
  const mark = createHash('sha256').update(recipient.toLowerCase()).digest('hex').slice(0, 16);
  return `<${key}.${mark}@${from.split('@').at(-1) ?? 'localhost'}>`;
}
