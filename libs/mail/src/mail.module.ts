import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Config, CONFIG } from '@fanfare/kernel';
import { DevMailbox } from './dev-mailbox.js';
import { MailTransport } from './mail.js';
import { MailFailures } from './mail-failures.js';
import { Mailer } from './mailer.js';
import { SmtpTransport } from './smtp.transport.js';
import { NoTransport } from './no-transport.js';

@Injectable()
class TransportCloser implements OnApplicationShutdown {
  constructor(private readonly transport: MailTransport) {}

  onApplicationShutdown(): Promise<void> {
    return this.transport.close();
  }
}

const transport = {
  provide: MailTransport,
  inject: [CONFIG, DevMailbox],
  useFactory: (config: Config, mailbox: DevMailbox): MailTransport => {
    if (config.smtpUrl) return new SmtpTransport(config.smtpUrl);
    return config.production ? new NoTransport() : mailbox;
  },
};

@Module({
  providers: [DevMailbox, transport, TransportCloser, MailFailures, Mailer],
  exports: [DevMailbox, MailFailures, Mailer],
})
export class MailModule {}
