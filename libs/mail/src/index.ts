export { DevMailbox, type KeptMail } from './dev-mailbox.js';
export { languageFor, type Letter, type Letters, MAIL_LANGUAGES, type MailLanguage } from './letter.js';
export { type Mail, MailTransport } from './mail.js';
export { type MailFailure, MailFailures, withoutAddresses } from './mail-failures.js';
export { MailModule } from './mail.module.js';
export { mailboxPage } from './mailbox-page.js';
export { type Envelope, Mailer } from './mailer.js';
export { escapeHtml, renderLetter, type RenderedLetter } from './render-letter.js';
