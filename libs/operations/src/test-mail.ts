import { Injectable } from '@nestjs/common';
import { AccountsService } from '@fanfare/access';
import { type Actor, newId, Problem } from '@fanfare/kernel';
import { Mailer, type Letters } from '@fanfare/mail';
import type { SendTestMailPayload } from './deployment-health.model.js';

const letters: Letters<{ name: string }> = {
  en: ({ name }) => ({
    subject: 'Mail works',
    greeting: `Hello ${name},`,
    paragraphs: ['You asked this Fanfare for a test mail, and here it is: what it sends arrives.'],
  }),
  fr: ({ name }) => ({
    subject: 'Les e-mails partent bien',
    greeting: `Bonjour ${name},`,
    paragraphs: ['Vous avez demandé un message d’essai à ce Fanfare. Le voici : ses envois arrivent.'],
  }),
};

/** A mail to whoever runs the deployment, sent at once, so that they see what the mail server says. */
@Injectable()
export class TestMail {
  constructor(
    private readonly accounts: AccountsService,
    private readonly mailer: Mailer,
  ) {}

  /** Answers what went wrong instead of throwing it: that is what was asked. */
  async send(actor: Actor, locale: string | null): Promise<SendTestMailPayload> {
    const account = await this.accounts.byId(actor.accountId!);
    if (!account) throw new Problem('SIGN_IN_REQUIRED');
    const envelope = { to: account.email, locale: locale ?? account.locale, deliveryId: `test:${newId()}` };
    const error = await this.mailer.send(envelope, letters, { name: account.displayName }).then(
      () => null,
      (problem: Error) => problem.message,
    );
    return { sent: error === null, to: account.email, error };
  }
}
