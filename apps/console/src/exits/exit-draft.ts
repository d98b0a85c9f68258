import type { ExitView, MailSettings, WebhookSettings } from '@sturmwarte/contracts';
import type { OutletChannel } from '@sturmwarte/domain';

export type DraftKind = 'webhook' | 'mail' | 'sandbox';

/** An exit as somebody types it: all texts, checked by the contract. */
export interface ExitDraft {
  readonly name: string;
  readonly kind: DraftKind;
  readonly channels: readonly OutletChannel[];
  readonly url: string;
  readonly readBackUrl: string;
  readonly host: string;
  readonly port: string;
  readonly security: MailSettings['security'];
  readonly user: string;
  /** Null: stays as it is. */
  readonly password: string | null;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo: string;
  readonly recipients: string;
  readonly unsubscribe: string;
  readonly timeoutSeconds: string;
  readonly privateNetwork: boolean;
}

export const NEW_EXIT: ExitDraft = {
  ...{ name: '', kind: 'webhook', channels: ['website'], url: '', readBackUrl: '' },
  ...{ host: '', port: '587', security: 'starttls', user: '', password: null },
  ...{ fromName: '', fromAddress: '', replyTo: '', recipients: '', unsubscribe: '' },
  ...{ timeoutSeconds: '10', privateNetwork: false },
};

export function draftOf({ name, kind, channels, settings }: ExitView): ExitDraft {
  const about = { ...NEW_EXIT, name, kind: kind as DraftKind, channels };
  if (settings === null) return about;
  const { timeoutSeconds, privateNetwork } = settings;
  const common = { ...about, timeoutSeconds: String(timeoutSeconds), privateNetwork };
  if (kind === 'webhook') {
    const { url, readBackUrl } = settings as WebhookSettings;
    return { ...common, url, readBackUrl: readBackUrl ?? '' };
  }
  const mail = settings as MailSettings;
  return {
    ...common,
    ...{ host: mail.host, port: String(mail.port), security: mail.security, user: mail.user ?? '' },
    ...{ fromName: mail.from.name, fromAddress: mail.from.address, replyTo: mail.replyTo ?? '' },
    ...{ recipients: mail.recipients.join('\n'), unsubscribe: mail.unsubscribe },
  };
}

/** The settings of its kind, for the contract to check. */
export function settingsOf(draft: ExitDraft): Record<string, unknown> | undefined {
  const common = {
    timeoutSeconds: Number(draft.timeoutSeconds),
    privateNetwork: draft.privateNetwork,
  };
  if (draft.kind === 'webhook') {
    return { ...common, url: draft.url.trim(), readBackUrl: orNull(draft.readBackUrl) };
  }
  if (draft.kind === 'sandbox') return undefined;
  return {
    ...common,
    ...{ host: draft.host.trim(), port: Number(draft.port), security: draft.security },
    ...{ user: orNull(draft.user), replyTo: orNull(draft.replyTo) },
    from: { name: draft.fromName.trim(), address: draft.fromAddress.trim() },
    recipients: draft.recipients.split(/[\s,;]+/).filter((one) => one !== ''),
    unsubscribe: draft.unsubscribe.trim(),
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
