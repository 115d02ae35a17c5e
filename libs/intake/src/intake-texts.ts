import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { MORE, Schedules } from '@fanfare/events';
import { Clock, DAY, HOUR } from '@fanfare/kernel';
import { MOST_COMPARED, type PastText, REMEMBERED_MS, similarPlacesAmong } from './copies.js';
import type { Fingerprint } from './text/fingerprint.js';
import type { Copies, TextKind } from './verdict.js';

/** Verdicts are kept as long as a decision about their text can be appealed, and then some. */
const VERDICTS_KEPT_MS = 365 * DAY;

const MOST_FORGOTTEN_AT_ONCE = 5_000;

/** A text with what is remembered of it. */
export interface WrittenText extends Fingerprint {
  readonly kind: TextKind;
  readonly subjectId: string;
  readonly placeId: string;
}

interface Counted {
  readonly copies: Copies;
  readonly textsOfHour: number;
}

interface TextRow {
  readonly placeId: string;
  readonly same: string | null;
  readonly sketch: Buffer;
}

// Two texts that arrive together would not see each other: those of a member take turns until their transactions end.
const TURN = `SELECT pg_advisory_xact_lock(hashtextextended('intake:' || $1, 0))`;

const COUNT = `
  SELECT count(*) FILTER (WHERE same = decode($5, 'hex'))::int AS texts,
    count(DISTINCT place_id) FILTER (WHERE same = decode($5, 'hex') AND place_id <> $6)::int AS places,
    count(*) FILTER (WHERE at > $4)::int AS "textsOfHour"
  FROM intake_texts WHERE member_id = $1 AND subject_id <> $2 AND at > $3`;

const LATELY = `
  SELECT place_id AS "placeId", encode(same, 'hex') AS same, sketch FROM intake_texts
  WHERE member_id = $1 AND subject_id <> $2 AND at > $3 ORDER BY at DESC LIMIT ${MOST_COMPARED}`;

// A text that is changed keeps its time: it is no further text.
const REMEMBER = `
  INSERT INTO intake_texts (subject_id, member_id, place_id, same, sketch, at) VALUES ($1, $2, $3, decode($4, 'hex'), $5, $6)
  ON CONFLICT (subject_id) DO UPDATE SET place_id = excluded.place_id, same = excluded.same, sketch = excluded.sketch`;

const FORGET = (table: 'intake_texts' | 'intake_verdicts', key: string) => `
  DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE at < $1 ORDER BY at LIMIT ${MOST_FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)
  RETURNING 1`;

/** What members wrote of late, as fingerprints. */
@Injectable()
export class IntakeTexts {
  /** For texts that are not counted. */
  readonly none: Counted = { copies: { places: 0, texts: 0, similarPlaces: 0 }, textsOfHour: 0 };

  constructor(
    private readonly clock: Clock,
    schedules: Schedules,
  ) {
    schedules.every(HOUR, 'intake.forget', (tx) => this.forget(tx));
  }

  /** How a text stands among its author's others; theirs wait for each other from here on. */
  async countedFor(tx: Tx, memberId: string, text: WrittenText): Promise<Counted> {
    await tx.query(TURN, [memberId]);
    const now = this.clock.now().getTime();
    const { subjectId, placeId, same } = text;
    const since = new Date(now - REMEMBERED_MS);
    const values = [memberId, subjectId, since, new Date(now - HOUR), same, placeId];
    const [counted] = await rowsOf<Omit<Copies, 'similarPlaces'> & { textsOfHour: number }>(tx, COUNT, values);
    const { textsOfHour, ...copies } = counted!;
    const past = same === null ? [] : (await rowsOf<TextRow>(tx, LATELY, [memberId, subjectId, since])).map(pastOf);
    return { copies: { ...copies, similarPlaces: similarPlacesAmong(past, text) }, textsOfHour };
  }

  async remember(tx: Tx, memberId: string, { subjectId, placeId, same, sketch }: WrittenText): Promise<void> {
    await tx.query(REMEMBER, [subjectId, memberId, placeId, same, bytesOf(sketch), this.clock.now()]);
  }

  private async forget(tx: Tx): Promise<void | typeof MORE> {
    const now = this.clock.now().getTime();
    const texts = await rowsOf(tx, FORGET('intake_texts', 'subject_id'), [new Date(now - REMEMBERED_MS)]);
    const verdicts = await rowsOf(tx, FORGET('intake_verdicts', 'id'), [new Date(now - VERDICTS_KEPT_MS)]);
    return Math.max(texts.length, verdicts.length) === MOST_FORGOTTEN_AT_ONCE ? MORE : undefined;
  }
}

function pastOf({ placeId, same, sketch }: TextRow): PastText {
  return { placeId, same, sketch: hashesOf(sketch) };
}

/** 4 bytes each, the first the highest. */
function bytesOf(sketch: readonly number[]): Buffer {
  const bytes = Buffer.alloc(sketch.length * 4);
  sketch.forEach((hash, at) => bytes.writeUInt32BE(hash, at * 4));
  return bytes;
}

function hashesOf(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(at * 4));
}
