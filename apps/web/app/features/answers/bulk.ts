import type { IdeaStatus } from '~/graphql/generated/documents';

interface Movable {
  readonly status: IdeaStatus;
  readonly answerStatuses: readonly IdeaStatus[];
}

/** In the order an idea moves. */
const ORDER: readonly IdeaStatus[] = ['UNDER_REVIEW', 'OPEN', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED'];

/** Where at least one of several ideas may go, those first that take the most of them. */
export function commonStatuses(ideas: readonly Movable[]): IdeaStatus[] {
  const possible = ORDER.filter((status) => howMany(ideas, status) > 0);
  return possible.toSorted((a, b) => howMany(ideas, b) - howMany(ideas, a));
}

/** How many of them an answer may take there, or answer where they stand. */
export function howMany(ideas: readonly Movable[], status: IdeaStatus): number {
  return ideas.filter(({ answerStatuses }) => answerStatuses.includes(status)).length;
}
