import type { MailSettings } from '@sturmwarte/contracts';
import type { Delivery, Exit, SendOutcome } from './exit.js';
import { mailMessage } from './mail-message.js';
import { reasonOf, SmtpLine } from './smtp-line.js';

/**
 * A press list: one message for each recipient, one after the other over one connection, each with what the server said
 * to it. A mail cannot be read back: whatever is unknown waits for a person.
 */
export function mailExit(settings: MailSettings, password: string | null): Exit {
  return {
    readBack: null,
    async send(dispatch, { signal, mayGoOn }) {
      const { recipients, from } = settings;
      const deliveries: Delivery[] = [];
      let line: SmtpLine;
      try {
        line = await SmtpLine.open(settings, password, signal);
      } catch (error) {
        return { kind: 'refused', why: reasonOf(error) };
      }
      let why: string | null = null;
      for (const recipient of recipients) {
        if (why === null && (signal.aborted || !mayGoOn())) why = 'stopped';
        if (why !== null) {
          deliveries.push({ recipient, outcome: 'not-tried', answer: why });
          continue;
        }
        const message = await mailMessage(settings, dispatch, recipient);
        const { outcome, answer, broken } = await line.send(from.address, recipient, message);
        deliveries.push({ recipient, outcome, answer });
        if (broken) why = answer ?? 'connection-lost';
      }
      line.close();
      return outcomeOf(deliveries);
    },
  };
}

/** One recipient nobody knows of, and nobody knows the whole; one who has it, and it is out. */
function outcomeOf(deliveries: readonly Delivery[]): SendOutcome {
  const first = (outcome: Delivery['outcome']): Delivery | undefined =>
    deliveries.find((one) => one.outcome === outcome);
  const unknown = first('unknown');
  if (unknown !== undefined) {
    return { kind: 'unknown', why: unknown.answer ?? 'connection-lost', deliveries };
  }
  if (first('accepted') !== undefined) {
    return { kind: 'confirmed', link: null, foreignId: null, deliveries };
  }
  const refused = first('refused') ?? first('not-tried');
  return { kind: 'refused', why: refused?.answer ?? 'refused', deliveries };
}
