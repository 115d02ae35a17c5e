/** A mail ready to go out. */
export interface Mail {
  /** Stable over retries of one delivery, so that whoever receives it twice can tell. */
  readonly messageId: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The mail server does not know the recipient, and will not tomorrow either: trying again helps nobody. */
export class RecipientRefused extends Error {}

/** A way for mail to leave. */
export abstract class MailTransport {
  /** Ends when the mail has been taken over; throws to have it tried again. @throws RecipientRefused */
  abstract deliver(mail: Mail): Promise<void>;

  /** Lets go of connections. */
  async close(): Promise<void> {}
}
