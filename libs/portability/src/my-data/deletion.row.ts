/** What becomes of texts when their author's account is deleted. */
export const TEXTS_CHOICES = ['KEEP', 'ERASE'] as const;
export type TextsChoice = (typeof TEXTS_CHOICES)[number];

export interface DeletionRow {
  readonly accountId: string;
  readonly texts: TextsChoice;
  readonly requestedAt: Date;
  /** From then on there is no way back. */
  readonly dueAt: Date;
}

export const DELETION_COLUMNS = 'd.account_id AS "accountId", d.texts, d.requested_at AS "requestedAt", d.due_at AS "dueAt"';
