import { Problem } from '@fanfare/kernel';
import type { RequestContext } from './request-context.js';

/** A field that costs too much to be asked of every row of a page. */
export class FewPerRequest {
  /**
   * @param field its name, for the refusal
   * @param most of how many objects one request may ask it
   */
  constructor(
    private readonly field: string,
    private readonly most: number,
  ) {}

  /** @throws Problem `QUERY_TOO_COMPLEX` when this request asked too often */
  count(context: RequestContext): void {
    const asked = context.once(this, () => ({ times: 0 }));
    asked.times += 1;
    if (asked.times > this.most) throw new Problem('QUERY_TOO_COMPLEX', { what: this.field, max: this.most });
  }
}

/** Lists and look-ups that take a query of their own for each object: counted together, whatever the field. */
export const FEW_LISTS = new FewPerRequest('lists', 30);

/** Searches, which cost more. */
export const FEW_SEARCHES = new FewPerRequest('searches', 5);
