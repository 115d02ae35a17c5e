import { Injectable } from '@nestjs/common';
import { type Actor, canReadWithheld, Clock, SECOND, type Withholdable } from '@fanfare/kernel';
import { PictureShowings } from './picture-showings.js';
import { PicturesQueries } from './pictures.queries.js';

/** How long a process goes by what the database said, in milliseconds. */
export const BELIEVED_MS = 5 * SECOND;
const MOST_REMEMBERED = 10_000;

/** Who is given a picture's files: everybody, nobody, or whoever may read one of the withheld things that show it. */
type Readers = 'ALL' | 'NOBODY' | readonly Withholdable[];

/**
 * Whether a picture's files are given to anybody. A face is asked for with every page it is on, and asking the database costs
 * as much as reading the file (0.4 ms each, measured in turns). So what is on show is believed for five seconds; what is
 * hidden or withheld is asked for each time. The process that hides one forgets it at once, so that the moderator sees it gone;
 * another process, and whatever shows it is withheld, gives it for five seconds more, where browsers that had it keep it for a year.
 */
@Injectable()
export class PicturesOnShow {
  /** By the picture, until when it is believed to be on show; the oldest word first. */
  private readonly known = new Map<string, number>();
  private forgotten = 0;

  constructor(
    private readonly queries: PicturesQueries,
    private readonly showings: PictureShowings,
    private readonly clock: Clock,
  ) {}

  /** `ALL` is to be kept by whoever reads it, `SOME` only lent: it is for this reader. */
  async givenTo(pictureId: string, reader: () => Promise<Actor>): Promise<'ALL' | 'SOME' | 'NOBODY'> {
    const readers = await this.readersOf(pictureId.toLowerCase());
    if (typeof readers === 'string') return readers;
    const actor = await reader();
    return readers.some((showing) => canReadWithheld(actor, showing)) ? 'SOME' : 'NOBODY';
  }

  /** To be called when it was hidden, after the commit. */
  forget(pictureId: string): void {
    this.forgotten += 1;
    this.known.delete(pictureId.toLowerCase());
  }

  private async readersOf(id: string): Promise<Readers> {
    const now = this.clock.now().getTime();
    if ((this.known.get(id) ?? 0) > now) return 'ALL';
    const before = this.forgotten;
    const readers = await this.ask(id);
    if (readers === 'ALL' && before === this.forgotten) this.remember(id, now + BELIEVED_MS); // or it was hidden while we asked
    return readers;
  }

  private async ask(id: string): Promise<Readers> {
    const picture = await this.queries.lookOf(id);
    if (!picture) return 'ALL'; // there is no file
    if (picture.hidden) return 'NOBODY';
    const showings = await this.showings.of(picture.kind, id);
    return showings.length === 0 || showings.some(({ withheld }) => !withheld) ? 'ALL' : showings;
  }

  private remember(id: string, until: number): void {
    this.known.delete(id);
    this.known.set(id, until);
    if (this.known.size > MOST_REMEMBERED) this.known.delete(this.known.keys().next().value!);
  }
}
