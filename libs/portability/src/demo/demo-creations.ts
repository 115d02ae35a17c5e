import { Injectable, Logger } from '@nestjs/common';
import { CreationResponsesService, CreationsService } from '@fanfare/creations';
import { Database } from '@fanfare/database';
import { type Actor, Clock, HOUR, VISITOR } from '@fanfare/kernel';
import { PicturesService } from '@fanfare/media';
import { Readable } from 'node:stream';
import { demoCreations, type DemoCreation, type DemoResponse } from './content/creations.js';
import { rasterise } from './drawings/rasterise.js';
import { daysBefore } from './demo-votes.js';

interface Person {
  readonly handle: string;
  readonly accountId: string;
}

const PEOPLE = 'SELECT m.handle::text AS handle, m.account_id AS "accountId" FROM members m JOIN communities c ON c.id = m.community_id WHERE c.slug = $1 ORDER BY m.joined_at, m.id';

const IDEA = 'SELECT i.id FROM ideas i JOIN communities c ON c.id = i.community_id WHERE c.slug = $1 AND starts_with(i.title, $2)';

const DATE = 'UPDATE creations SET created_at = $2 WHERE id = $1';
const DATE_RESPONSE = 'UPDATE creation_responses SET created_at = $2 WHERE id = $1';

/** Staff of the demo and those who can be signed in as leave appreciating to the fans. */
const APPRECIATORS = `
  INSERT INTO creation_appreciations (creation_id, member_id, community_id, author_id, appreciated_at)
  SELECT c.id, m.id, c.community_id, c.author_id, least(c.created_at + interval '1 hour' * (row_number() OVER (ORDER BY m.id)), now())
  FROM creations c JOIN members m ON m.community_id = c.community_id AND m.id <> c.author_id
  WHERE c.id = $1 AND m.account_id <> ALL ($3) ORDER BY md5(c.id::text || m.id) LIMIT $2`;

/**
 * Shows the works of a demo community: drawn here, uploaded and shown as people do it, then dated back. Not in the
 * transaction that makes the community: pictures are files.
 */
@Injectable()
export class DemoCreations {
  private readonly log = new Logger('Demo');

  constructor(
    private readonly database: Database,
    private readonly pictures: PicturesService,
    private readonly creations: CreationsService,
    private readonly responses: CreationResponsesService,
    private readonly clock: Clock,
  ) {}

  /**
   * A demo without works is one all the same: a store that is away stops nobody.
   *
   * @param known accounts whose password everybody knows
   */
  async show(slug: string, known: readonly string[]): Promise<void> {
    try {
      await this.showAll(slug, known);
    } catch (error) {
      this.log.warn(`The demo of ${slug} shows no works: ${(error as Error).message}`);
    }
  }

  private async showAll(slug: string, known: readonly string[]): Promise<void> {
    const works = demoCreations[slug] ?? [];
    const people = new Map((await this.database.query<Person>(PEOPLE, [slug])).map(({ handle, accountId }) => [handle, as(accountId)]));
    const drawings = await rasterise(works.map(({ draw }) => draw()));
    const made = new Map<string, string>();
    for (const [at, work] of works.entries()) {
      const id = await this.showOne(slug, work, actorOf(people, work.author), drawings[at]!, made);
      made.set(work.title, id);
      await this.talk(id, work, people);
      await this.database.query(APPRECIATORS, [id, work.appreciated, known]);
    }
  }

  private async showOne(slug: string, work: DemoCreation, author: Actor, drawing: Buffer, made: ReadonlyMap<string, string>): Promise<string> {
    const picture = await this.pictures.upload(author, 'CREATION', Readable.from([drawing]));
    const { title, story, product, remixOf } = work;
    const ideas = work.idea ? (await this.database.query<{ id: string }>(IDEA, [slug, work.idea])).map(({ id }) => id) : [];
    const { id } = await this.creations.show(author, { community: slug, title, story, product, ideas, pictures: [{ picture: picture.id, alt: work.alt }], remixOf: remixOf && made.get(remixOf) }, false);
    await this.database.query(DATE, [id, daysBefore(this.clock.now(), work.daysAgo)]);
    return id;
  }

  private async talk(creation: string, { responses = [], daysAgo }: DemoCreation, people: ReadonlyMap<string, Actor>): Promise<void> {
    let hours = 3;
    const say = async ({ author, body }: DemoResponse, parent: string | null) => {
      const { id } = await this.responses.add(actorOf(people, author), { creation, body, parent }, false);
      await this.database.query(DATE_RESPONSE, [id, new Date(daysBefore(this.clock.now(), daysAgo).getTime() + (hours += 2) * HOUR)]);
      return id;
    };
    for (const response of responses) {
      const id = await say(response, null);
      for (const reply of response.replies ?? []) await say(reply, id);
    }
  }
}

function actorOf(people: ReadonlyMap<string, Actor>, handle: string): Actor {
  const actor = people.get(handle);
  if (!actor) throw new Error(`The demo names ${handle}, whom nobody knows`);
  return actor;
}

function as(accountId: string): Actor {
  return { ...VISITOR, accountId };
}
