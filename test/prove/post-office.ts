import { SMTPServer } from 'smtp-server';

/** What a mailbox knows of a mail. */
export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  /** Its plain text, decoded. */
  readonly text: string;
}

/** A real SMTP server that takes its time, so that workers die in the middle of things. */
export class PostOffice {
  /** Everything that was handed over, in order. */
  readonly deliveries: ReceivedMail[] = [];
  private readonly server: SMTPServer;

  /** @param pauseMs before each "250" */
  constructor(pauseMs: number) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        let raw = '';
        stream.on('data', (part: Buffer) => (raw += part.toString('latin1')));
        stream.on('end', () => {
          const messageId = /^Message-ID: (.*)$/im.exec(raw)![1]!.trim();
          this.deliveries.push({ to: session.envelope.rcptTo[0]!.address, messageId, text: plainTextOf(raw) });
          setTimeout(done, pauseMs);
        });
      },
    });
  }

  /** @returns what `SMTP_URL` says */
  async open(): Promise<string> {
    this.server.on('error', () => undefined); // whoever is killed hangs up without a word
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as { port: number }).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** The mails as their readers find them: of two with one Message-ID a mailbox keeps one. */
  get mailboxes(): ReceivedMail[] {
    return [...new Map(this.deliveries.map((mail) => [mail.messageId, mail])).values()];
  }
}

/** The part that is plain text, up to its signature, without its encoding. */
function plainTextOf(raw: string): string {
  const [, headers, body] = /(Content-Type: text\/plain[^]*?)\r\n\r\n([^]*?)\r\n--/i.exec(raw)!;
  const lines = body!.replace(/\r\n/g, '\n');
  const [, encoding] = /Content-Transfer-Encoding: ([\w-]+)/i.exec(headers!)!;
  if (encoding === 'base64') return Buffer.from(lines, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(lines, 'latin1').toString('utf8');
  const bytes = lines.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
