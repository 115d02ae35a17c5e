import { type Canonical, canonical } from './canonical.js';
import { leafHash, type Hash } from './merkle.js';

/** Of the format of entries and heads; a change of either is a new number, and the old one stays readable. */
export const LOG_VERSION = 1;

/** What everybody may read of an entry, and what its leaf hash is made of. */
export interface LeafContent {
  /** The log: the community's id. */
  readonly log: string;
  readonly index: number;
  readonly kind: string;
  readonly recordedAt: Date;
  readonly body: { readonly [name: string]: Canonical };
  /** Hashes in hex, by the name of what they hide. */
  readonly commitments: { readonly [name: string]: string };
}

/** An entry as it stands in the log. */
export interface LogEntry extends LeafContent {
  readonly leafHash: Buffer;
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

function contentOf({ log, index, kind, recordedAt, body, commitments }: LeafContent) {
  return { v: LOG_VERSION, log, index, kind, recordedAt: recordedAt.toISOString(), body, commitments };
}

/** The text of a leaf: canonical JSON. The leaf's bytes are its UTF-8. */
export function leafText(content: LeafContent): string {
  return canonical(contentOf(content));
}

export function hashOf(content: LeafContent): Hash {
  return leafHash(Buffer.from(leafText(content), 'utf8'));
}

/** A line of the downloaded log: the leaf with its hash, key and signature, in canonical JSON and without a line feed. */
export function entryLine(entry: LogEntry): string {
  return canonical({
    ...contentOf(entry),
    leafHash: entry.leafHash.toString('hex'),
    keyId: entry.keyId.toString('hex'),
    signature: entry.signature.toString('hex'),
  });
}

/** What is signed of a log's state. */
export interface HeadContent {
  readonly log: string;
  readonly size: number;
  readonly root: Buffer;
  readonly signedAt: Date;
}

export interface LogHead extends HeadContent {
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

function headOf({ log, size, root, signedAt }: HeadContent) {
  return { v: LOG_VERSION, log, size, root: root.toString('hex'), signedAt: signedAt.toISOString() };
}

/** The text that a head's signature is over, behind its tag. */
export function headText(content: HeadContent): string {
  return canonical(headOf(content));
}

/** A head as it is published, in canonical JSON. */
export function headLine(head: LogHead): string {
  return canonical({ ...headOf(head), keyId: head.keyId.toString('hex'), signature: head.signature.toString('hex') });
}
