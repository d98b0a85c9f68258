import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import type { MailSettings } from '@sturmwarte/contracts';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { AddressRefused, guardedLookup } from './guarded-lookup.js';

/** What one try to hand a message over proved. */
export interface SmtpTry {
  readonly outcome: 'accepted' | 'refused' | 'unknown';
  readonly answer: string | null;
  /** The line is broken: nothing more goes over it. */
  readonly broken: boolean;
}

interface SmtpFault extends Error {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  readonly originalCode?: string | undefined;
}

const ANSWER_CHARS = 300;

/** A connection to a mail server that knows at each moment whether a message may have left. */
export class SmtpLine {
  private constructor(
    private readonly connection: SMTPConnection,
    private readonly unhook: () => void,
  ) {}

  /** Connects to a checked address and signs in. Throws a fault that says why; nothing has left then. */
  static async open(
    settings: MailSettings,
    password: string | null,
    signal: AbortSignal,
  ): Promise<SmtpLine> {
    const { host, port, security, user, timeoutSeconds, privateNetwork } = settings;
    if (security === 'none' && !privateNetwork) throw new Error('tls-needed');
    if (signal.aborted) throw new Error('stopped');
    const [address] = await guardedLookup(host, privateNetwork).catch((error: unknown) => {
      throw error instanceof AddressRefused ? new Error(error.fault) : error;
    });
    if (address === undefined) throw new Error('unresolvable');
    const patience = timeoutSeconds * 1_000;
    const connection = new SMTPConnection({
      host: address.address,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      socketCloseTimeout: 500,
      maxResponseSize: 64 * 1024,
    });
    // Whatever breaks while nobody waits for an answer is said by the next one who does.
    connection.on('error', () => undefined);
    const breakOff = (): void => connection.close();
    signal.addEventListener('abort', breakOff, { once: true });
    const line = new SmtpLine(connection, () => signal.removeEventListener('abort', breakOff));
    try {
      await line.step((done) => connection.connect(done));
      if (user !== null) {
        const credentials = { user, pass: password ?? '' };
        await line.step((done) => connection.login({ credentials }, done));
      }
    } catch (error) {
      line.close();
      throw error;
    }
    return line;
  }

  /** Hands one message over. Refused is what the server said no to, or what it never began to read. */
  async send(from: string, to: string, message: Buffer): Promise<SmtpTry> {
    let begun = false;
    const body = new Readable({
      read() {
        begun = true; // the server said 354: from here on it may have the message
        this.push(message);
        this.push(null);
      },
    });
    try {
      const { response } = await this.step<{ readonly response: string }>((done) =>
        this.connection.send({ from, to: [to] }, body, done),
      );
      return { outcome: 'accepted', answer: shortened(response), broken: false };
    } catch (error) {
      const { code, responseCode, response } = error as SmtpFault;
      const saidNo = code === 'EENVELOPE' || code === 'EMESSAGE';
      if (!saidNo || responseCode === undefined) {
        return { outcome: begun ? 'unknown' : 'refused', answer: reasonOf(error), broken: true };
      }
      // A sender who was named, and a recipient who was refused: the next one begins anew.
      const cleared = await this.step((done) => this.connection.reset(done)).then(
        () => true,
        () => false,
      );
      return { outcome: 'refused', answer: shortened(response), broken: !cleared };
    }
  }

  close(): void {
    this.unhook();
    this.connection.quit();
    this.connection.close();
  }

  /** One exchange. A connection that breaks in between says so by an event only. */
  private step<T>(
    work: (done: (error?: SmtpFault | null, result?: T) => void) => void,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const { connection } = this;
      const ended = (): void => settle(new Error('connection-lost'));
      const settle = (error?: SmtpFault | null, result?: T): void => {
        connection.removeListener('error', settle);
        connection.removeListener('end', ended);
        if (error) reject(error);
        else resolve(result as T);
      };
      connection.on('error', settle);
      connection.on('end', ended);
      work(settle);
    });
  }
}

/** For people who look into it: the server's own words where there are any. */
export function reasonOf(error: unknown): string {
  const { response, originalCode, code, message } = error as SmtpFault;
  return shortened(response) ?? originalCode ?? code ?? message;
}

function shortened(answer: string | undefined): string | null {
  if (answer === undefined || answer === '') return null;
  return answer.replace(/[^\x20-\x7e\u00a0-\uffff]+/g, ' ').slice(0, ANSWER_CHARS);
}
