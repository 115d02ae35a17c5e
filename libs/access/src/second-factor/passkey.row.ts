/** A passkey as its owner sees it. */
export interface PasskeyRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** Whether it may leave its device. */
  readonly maySync: boolean;
  /** Whether a copy was kept elsewhere when it was last used. */
  readonly backedUp: boolean;
}

export const PASSKEY_COLUMNS = `p.id, p.account_id AS "accountId", p.name, p.created_at AS "createdAt", p.last_used_at AS "lastUsedAt",
  p.may_sync AS "maySync", p.backed_up AS "backedUp"`;

/** What is needed to check what a passkey signed. */
export interface KeptPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

/** That somebody holds a passkey and was recognised by it; good as long as the passkey is the account's. */
export interface PasskeyProof {
  readonly passkeyId: string;
  readonly accountId: string;
  readonly counter: number;
  readonly backedUp: boolean;
}
