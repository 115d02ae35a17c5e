export { DevMailbox, type KeptMail } from './dev-mailbox.js';
export { languageFor, type Letter, type LetterItem, type Letters, MAIL_LANGUAGES, type MailLanguage, type Meter } from './letter.js';
export { type Mail, MailTransport, RecipientRefused } from './mail.js';
export { type MailFailure, MailFailures, withoutAddresses } from './mail-failures.js';
export { MailModule } from './mail.module.js';
export { mailboxPage } from './mailbox-page.js';
export { type Envelope, Mailer } from './mailer.js';
export { escapeHtml } from './escape-html.js';
export { renderLetter, type RenderedLetter } from './render-letter.js';
