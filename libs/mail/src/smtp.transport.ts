import nodemailer, { type Transporter } from 'nodemailer';
import { type Mail, MailTransport, RecipientRefused } from './mail.js';

const PATIENCE_MS = 20_000;

/** Mail by SMTP, over a few kept connections. */
export class SmtpTransport extends MailTransport {
  private readonly transporter: Transporter;

  constructor(url: string) {
    super();
    const timeouts = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
    const settings = new URL(url);
    for (const [name, value] of Object.entries({ pool: true, maxConnections: 3, ...timeouts })) {
      if (!settings.searchParams.has(name)) settings.searchParams.set(name, String(value));
    }
    this.transporter = nodemailer.createTransport(settings.href);
  }

  override async deliver(mail: Mail): Promise<void> {
    try {
      await this.transporter.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true });
    } catch (error) {
      throw isRefusal(error) ? new RecipientRefused((error as Error).message, { cause: error }) : error;
    }
  }

  override async close(): Promise<void> {
    this.transporter.close();
  }
}

/** The server's last word on one address: anything else may pass, or is for the operator to mend. */
function isRefusal(error: unknown): boolean {
  const { command, responseCode = 0 } = error as { command?: string; responseCode?: number };
  return command === 'RCPT TO' && responseCode >= 550 && responseCode <= 553;
}
