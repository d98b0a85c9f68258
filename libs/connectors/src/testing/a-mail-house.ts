import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ArrivedMail {
  readonly to: string;
  readonly from: string;
  readonly raw: Buffer;
}

/** At which moment a mail house does what. */
export interface MailMood {
  /** Refuses these recipients, with this answer. */
  readonly refuses?: Readonly<Record<string, string>>;
  /** Takes the whole message of this recipient, keeps it, and the connection breaks before it says so. */
  readonly cutsAfter?: string;
  /** Takes the message of this recipient and never answers. */
  readonly silentAfter?: string;
  /** Refuses the content of every message. */
  readonly refusesContent?: boolean;
  /** Takes its time for each message. */
  readonly slowMs?: number;
}

/** A real SMTP server that keeps what arrives. */
export class MailHouse {
  readonly mails: ArrivedMail[] = [];
  mood: MailMood = {};
  connections = 0;
  readonly signedIn: string[] = [];
  private readonly server: SMTPServer;

  private constructor(password: string | null) {
    this.server = new SMTPServer({
      authOptional: password === null,
      allowInsecureAuth: true,
      disabledCommands: password === null ? ['AUTH'] : [],
      logger: false,
      onConnect: (_session, done) => {
        this.connections++;
        done();
      },
      onAuth: (auth, _session, done) => {
        if (auth.password !== password) {
          done(new Error('wrong password'));
          return;
        }
        this.signedIn.push(auth.username ?? '');
        done(null, { user: auth.username ?? '' });
      },
      onRcptTo: ({ address }, _session, done) => {
        const answer = this.mood.refuses?.[address];
        if (answer === undefined) done();
        else done(Object.assign(new Error(answer), { responseCode: Number(answer.slice(0, 3)) }));
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = session.envelope.rcptTo[0]?.address ?? '';
          if (this.mood.refusesContent === true) {
            done(Object.assign(new Error('looks like spam'), { responseCode: 554 }));
            return;
          }
          const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
          this.mails.push({ to, from, raw: Buffer.concat(parts) });
          if (this.mood.silentAfter === to) return;
          if (this.mood.cutsAfter === to) {
            for (const { _socket: socket } of this.server.connections) socket.destroy();
            return;
          }
          setTimeout(() => done(), this.mood.slowMs ?? 0);
        });
      },
    });
    this.server.on('error', () => undefined); // callers may hang up whenever they like
  }

  static async open(password: string | null = null): Promise<MailHouse> {
    const house = new MailHouse(password);
    house.server.listen(0, '127.0.0.1');
    await once(house.server.server, 'listening');
    return house;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
