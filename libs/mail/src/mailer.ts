import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@fanfare/kernel';
import { createHash } from 'node:crypto';
import { languageFor, type Letters } from './letter.js';
import { MailTransport, type Mail } from './mail.js';
import { MailFailures } from './mail-failures.js';
import { renderLetter } from './render-letter.js';

/** To whom, in which language, and as which delivery. */
export interface Envelope {
  readonly to: string;
  /** The recipient's locale, as a BCP 47 tag. */
  readonly locale: string;
  /** What a handler was given: the same for every try. */
  readonly deliveryId: string;
  /** Beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** RFC 3834: a machine writes, so no machine should answer. */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

@Injectable()
export class Mailer {
  constructor(
    private readonly transport: MailTransport,
    private readonly failures: MailFailures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends one letter in the recipient's language. Call it from a sending handler: it talks to the network. */
  async send<Facts>({ to, locale, deliveryId, headers: more }: Envelope, letters: Letters<Facts>, facts: Facts): Promise<void> {
    const language = languageFor(locale);
    const headers = { ...HEADERS, ...more, 'Content-Language': language };
    const rendered = renderLetter(letters[language](facts), language, this.config.publicUrl);
    await this.deliver({ ...rendered, messageId: this.messageId(deliveryId), to, from: this.config.mailFrom, headers });
  }

  /** A failure is thrown, so that the mail is tried again, and kept for whoever runs the deployment. */
  private async deliver(mail: Mail): Promise<void> {
    try {
      await this.transport.deliver(mail);
    } catch (error) {
      await this.failures.keep(error);
      throw error;
    }
  }

  private messageId(deliveryId: string): string {
    const left = createHash('sha256').update(deliveryId).digest('hex').slice(0, 32);
    return `<${left}@${new URL(this.config.publicUrl).hostname}>`;
  }
}
