/** Codes that came together. */
export interface BatchRow {
  readonly id: string;
  readonly communityId: string;
  readonly label: string;
  readonly createdBy: string;
  /** The token of the program that asked for them; null for a file. */
  readonly tokenId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export const BATCH_COLUMNS = `b.id, b.community_id AS "communityId", b.label, b.created_by AS "createdBy", b.token_id AS "tokenId",
  b.created_at AS "createdAt", b.expires_at AS "expiresAt", b.revoked_at AS "revokedAt"`;

/** How many codes a batch has, and how many were used. */
export interface BatchCounts {
  readonly codes: number;
  readonly redeemed: number;
}

/** What a program of the brand may do. The token itself is kept nowhere. */
export interface ApiTokenRow {
  readonly id: string;
  readonly communityId: string;
  readonly name: string;
  readonly scope: ApiScope;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const API_SCOPES = ['purchase:issue'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export const TOKEN_COLUMNS = `t.id, t.community_id AS "communityId", t.name, t.scope, t.created_by AS "createdBy",
  t.created_at AS "createdAt", t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt"`;
