import { Logger } from '@nestjs/common';
import { MailTransport } from './mail.js';

/**
 * Production without SMTP_URL: mail waits in the event log, repeated ever later, until somebody sets it. Nothing is kept
 * in the development mailbox, which would hold people's codes.
 */
export class NoTransport extends MailTransport {
  constructor() {
    super();
    new Logger('Mail').warn('SMTP_URL is not set: mail waits until it is.');
  }

  override async deliver(): Promise<void> {
    throw new Error('SMTP_URL is not set');
  }
}
