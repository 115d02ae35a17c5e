import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Problem } from '@fanfare/kernel';
import { IsOptional } from 'class-validator';

export const DEFAULT_PAGE_SIZE = 20;
export const LARGEST_PAGE_SIZE = 100;

@ArgsType()
export class PageArgs {
  @IsOptional()
  @Field(() => Int, { nullable: true, description: `How many; ${DEFAULT_PAGE_SIZE} when left out, at most ${LARGEST_PAGE_SIZE}.` })
  first?: number | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'The cursor of the item to go on after.' })
  after?: string | null;
}

/** The page size asked for. @throws Problem `INVALID_PAGE_SIZE` outside 1..100. */
export function pageSize(args: PageArgs): number {
  const first = args.first ?? DEFAULT_PAGE_SIZE;
  if (first < 1 || first > LARGEST_PAGE_SIZE) throw new Problem('INVALID_PAGE_SIZE', { min: 1, max: LARGEST_PAGE_SIZE });
  return first;
}

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage: boolean;

  @Field()
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  startCursor: string | null;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** One page of a list, in Relay's shape. `totalCount` runs only when it is asked for. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

/**
 * A page from rows that were asked for with one row more than the page holds.
 *
 * @param rows at most `pageSize(args) + 1`, in order
 */
export function connectionOf<Node>(
  rows: readonly Node[],
  args: PageArgs,
  cursorOf: (node: Node) => string,
  totalCount: () => Promise<number>,
): Connection<Node> {
  const size = pageSize(args);
  const nodes = rows.slice(0, size);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(args.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** Nest's resolvers hand a function over as the value; here it is what gives the value. */
async function called(_: unknown, next: () => Promise<unknown>): Promise<unknown> {
  const value = await next();
  return typeof value === 'function' ? (value as () => unknown)() : value;
}

/**
 * The connection type of a model: `@ObjectType() export class IdeaConnection extends ConnectionType(IdeaModel, 'Idea') {}`.
 *
 * @param name the model's name in the schema; the edge type is `<name>Edge`
 */
export function ConnectionType<Node>(model: Type<Node>, name: string) {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field()
    cursor: string;

    @Field(() => model)
    node: Node;
  }

  @ObjectType({ isAbstract: true })
  abstract class Page {
    @Field(() => [EdgeType])
    edges: EdgeType[];

    @Field(() => [model])
    nodes: Node[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'Counted only when asked for.', middleware: [called] })
    totalCount: number;
  }
  return Page;
}
