import type { RequestContext } from '@fanfare/graphql';
import { Problem } from '@fanfare/kernel';

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
