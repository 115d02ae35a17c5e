/** What the address of an idea's page says. */

export const COMMENT_ORDERS = ['oldest', 'newest', 'helpful'] as const;
export type CommentsOrder = (typeof COMMENT_ORDERS)[number];

export interface IdeaState {
  readonly comments: CommentsOrder;
  /** Cursor of the page of comments before; null on the first. */
  readonly after: string | null;
  /** Whether the versions are open. */
  readonly versions: boolean;
  /** Whether its author is editing it. */
  readonly editing: boolean;
  /** Id of the comment whose earlier wordings are open. */
  readonly wordings: string | null;
}

export const FIRST_IDEA: IdeaState = { comments: 'oldest', after: null, versions: false, editing: false, wordings: null };

const ORDERS = { oldest: 'OLDEST', newest: 'NEWEST', helpful: 'HELPFUL' } as const;

export function orderOfComments(order: CommentsOrder): (typeof ORDERS)[CommentsOrder] {
  return ORDERS[order];
}

export function parseIdea(params: URLSearchParams): IdeaState {
  return {
    comments: COMMENT_ORDERS.find((order) => order === params.get('comments')) ?? FIRST_IDEA.comments,
    after: params.get('after') || null,
    versions: params.get('show') === 'versions',
    editing: params.get('show') === 'edit',
    wordings: params.get('wordings') || null,
  };
}

export function formatIdea(state: IdeaState): string {
  const params = new URLSearchParams();
  if (state.comments !== FIRST_IDEA.comments) params.set('comments', state.comments);
  if (state.after) params.set('after', state.after);
  if (state.versions) params.set('show', 'versions');
  if (state.editing) params.set('show', 'edit');
  if (state.wordings) params.set('wordings', state.wordings);
  const text = params.toString();
  return text && `?${text}`;
}
