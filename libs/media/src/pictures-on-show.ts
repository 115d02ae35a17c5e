import { Injectable } from '@nestjs/common';
import { Clock, SECOND } from '@fanfare/kernel';
import { PicturesQueries } from './pictures.queries.js';

/** How long a process goes by what the database said, in milliseconds. */
export const BELIEVED_MS = 5 * SECOND;
const MOST_REMEMBERED = 10_000;

/**
 * Whether a picture's files are given to anybody. A face is asked for with every page it is on, and asking the database costs
 * as much as reading the file (0.4 ms each, measured in turns). So what is on show is believed for five seconds; what is
 * hidden is asked for each time. The process that hides one forgets it at once, so that the moderator sees it gone; another
 * process gives it for five seconds more, where browsers that had it keep it for a year.
 */
@Injectable()
export class PicturesOnShow {
  /** By the picture, until when it is believed to be on show; the oldest word first. */
  private readonly known = new Map<string, number>();
  private forgotten = 0;

  constructor(
    private readonly queries: PicturesQueries,
    private readonly clock: Clock,
  ) {}

  async has(pictureId: string): Promise<boolean> {
    const id = pictureId.toLowerCase();
    const now = this.clock.now().getTime();
    if ((this.known.get(id) ?? 0) > now) return true;
    const before = this.forgotten;
    if (await this.queries.isHidden(id)) return false;
    if (before === this.forgotten) this.remember(id, now + BELIEVED_MS); // or it was hidden while we asked
    return true;
  }

  /** To be called when it was hidden, after the commit. */
  forget(pictureId: string): void {
    this.forgotten += 1;
    this.known.delete(pictureId.toLowerCase());
  }

  private remember(id: string, until: number): void {
    this.known.delete(id);
    this.known.set(id, until);
    if (this.known.size > MOST_REMEMBERED) this.known.delete(this.known.keys().next().value!);
  }
}
