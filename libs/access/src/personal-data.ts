import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';

/** Somebody whose account is being deleted. */
export interface Leaving {
  readonly accountId: string;
  /** Their address: gone from the account once access has done its part. */
  readonly email: string;
  /** Whether they confirmed it: an address that was only claimed is somebody else's, and so is what was sent to it. */
  readonly hadConfirmed: boolean;
  /** Who they are in each community; as long as the transaction lasts. */
  readonly memberIds: readonly string[];
  /** What they chose for what they wrote: it stays as a former member's, or goes. */
  readonly texts: 'KEEP' | 'ERASE';
  readonly at: Date;
}

/** One list in what a person downloads: a JSON and a CSV file, and a Markdown file where there is text. */
export interface ExportSection {
  /** File name without an ending, such as `comments`. */
  readonly name: string;
  /** The rows, in a sensible order; $1 is the account. Columns are named as people read them: snake_case English. */
  readonly sql: string;
  /** A row as a piece of a Markdown file. */
  readonly markdown?: (row: Record<string, unknown>) => string;
}

/** What one room keeps about people. */
export interface PersonalRecords {
  /**
   * Every table of the room that points at accounts or members, with what becomes of it. A contract test asks that each such
   * table of the database is named by some room.
   */
  readonly tables: Readonly<Record<string, string>>;
  readonly sections: readonly ExportSection[];
  /** Takes everything about them out of the room's tables, or out of their reach, within the deletion's transaction. */
  readonly erase?: (tx: Tx, leaving: Leaving) => Promise<void>;
}

/**
 * Where rooms say what they keep about people, so that a download holds all of it and a deletion reaches all of it. Rooms
 * register in a constructor; nobody else needs to know them.
 */
@Injectable()
export class PersonalData {
  private readonly rooms = new Map<string, PersonalRecords>();

  /** @param name the room's */
  register(name: string, records: PersonalRecords): void {
    if (this.rooms.has(name)) throw new Error(`The room ${name} has said already what it keeps about people`);
    this.rooms.set(name, records);
  }

  /** Every room's records by the name of the room. */
  get all(): ReadonlyMap<string, PersonalRecords> {
    return this.rooms;
  }
}
