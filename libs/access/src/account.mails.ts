import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Handlers, type RecordedEvent } from '@fanfare/events';
import { CONFIG, type Config } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import type { AccountRow } from './account.js';
import { AccountConfirmationRequested, AccountPasswordChanged, AccountSecurityChanged, AccountSignedUp, PasswordResetRequested, type SecurityChange } from './account.events.js';
import { alreadyYoursLetters, confirmationLetters, passwordChangedLetters, resetLetters, securityChangedLetters } from './account.letters.js';
import { AccountsService } from './accounts.service.js';
import { CodesService } from './codes.service.js';

/** Writes to people about their accounts, after the fact: so no answer waits for a mail, or tells whether one was sent. */
@Injectable()
export class AccountMails {
  constructor(
    handlers: Handlers,
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly codes: CodesService,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    handlers.send(AccountSignedUp, 'access.confirmationMail', (event, delivery) => this.confirmation(event.subjectId!, null, delivery));
    handlers.send(AccountConfirmationRequested, 'access.anotherConfirmationMail', (event, delivery) =>
      this.confirmation(event.subjectId!, event.payload.locale, delivery),
    );
    handlers.send(PasswordResetRequested, 'access.passwordResetMail', (event, delivery) => this.reset(event.subjectId!, delivery));
    handlers.send(AccountPasswordChanged, 'access.passwordChangedMail', (event, delivery) => this.passwordChanged(event, delivery));
    handlers.send(AccountSecurityChanged, 'access.securityChangedMail', (event, delivery) => this.securityChanged(event, delivery));
  }

  /** A code, or to somebody whose address it is already: that they have an account. */
  private async confirmation(accountId: string, locale: string | null, delivery: string): Promise<void> {
    const account = await this.accounts.byId(accountId);
    if (!account || account.emailConfirmedAt) return;
    const owner = await this.accounts.ownerOf(account.email);
    if (owner) return this.alreadyYours(owner, delivery);
    const code = await this.codes.issue(account.id, 'CONFIRM_EMAIL');
    const facts = { name: account.displayName, code, url: this.url(`/confirm?code=${code}`) };
    await this.mailer.send({ to: account.email, locale: locale ?? account.locale, deliveryId: delivery }, confirmationLetters, facts);
  }

  private async alreadyYours(owner: AccountRow, delivery: string): Promise<void> {
    const facts = { name: owner.displayName, signInUrl: this.url('/sign-in'), resetUrl: this.url('/reset-password') };
    await this.mailer.send({ to: owner.email, locale: owner.locale, deliveryId: delivery }, alreadyYoursLetters, facts);
  }

  /** Nobody with a confirmed address, no mail: a stranger's mailbox is none of our business. */
  private async reset(requestId: string, delivery: string): Promise<void> {
    const [request] = await this.database.query<{ email: string }>('SELECT email::text FROM password_reset_requests WHERE id = $1', [requestId]);
    const owner = request ? await this.accounts.ownerOf(request.email) : null;
    if (!owner) return;
    const code = await this.codes.issue(owner.id, 'RESET_PASSWORD');
    const facts = { name: owner.displayName, code, url: this.url(`/reset-password?code=${code}`) };
    await this.mailer.send({ to: owner.email, locale: owner.locale, deliveryId: delivery }, resetLetters, facts);
  }

  private async passwordChanged(event: RecordedEvent<object>, delivery: string): Promise<void> {
    const account = await this.accounts.byId(event.subjectId!);
    if (!account?.emailConfirmedAt) return;
    const facts = { name: account.displayName, url: this.url('/reset-password') };
    await this.mailer.send({ to: account.email, locale: account.locale, deliveryId: delivery }, passwordChangedLetters, facts);
  }

  private async securityChanged(event: RecordedEvent<{ what: SecurityChange }>, delivery: string): Promise<void> {
    const account = await this.accounts.byId(event.subjectId!);
    if (!account?.emailConfirmedAt) return;
    const facts = { name: account.displayName, what: event.payload.what, url: this.url('/settings/security'), resetUrl: this.url('/reset-password') };
    await this.mailer.send({ to: account.email, locale: account.locale, deliveryId: delivery }, securityChangedLetters, facts);
  }

  private url(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
