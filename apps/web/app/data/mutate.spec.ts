import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TypedDocument } from '~/graphql/generated/documents';
import { mutate } from './mutate';
import { POWERS_WAIT } from './powers-wait';
import { isToldOf, ProblemError } from './problem';

const ACT = 'mutation { act }' as unknown as TypedDocument<{ act: boolean }, object>;

/** What the API answers. */
function answering(answer: object): void {
  vi.stubGlobal('fetch', async () => ({ json: async () => answer }));
}

const refusedWith = (code: string) => answering({ errors: [{ extensions: { code } }] });
const refusal = () => mutate(ACT, {}).then(() => null, (error: unknown) => error);

let page: EventTarget;
beforeEach(() => void vi.stubGlobal('window', (page = new EventTarget())));
afterEach(() => void vi.unstubAllGlobals());

it('answers what the API answers', async () => {
  answering({ data: { act: true } });
  expect(await mutate(ACT, {})).toEqual({ act: true });
  answering({});
  expect(await refusal()).toMatchObject({ problem: { code: 'INTERNAL' } });
});

describe('a refusal for want of a second factor', () => {
  const dialog = (event: Event) => event.preventDefault();

  it('is told of by the dialog that takes it, and by nobody else', async () => {
    page.addEventListener(POWERS_WAIT, dialog);
    refusedWith('SECOND_FACTOR_NEEDED');
    const error = await refusal();
    expect([error instanceof ProblemError, isToldOf(error)]).toEqual([true, true]);
  });

  it('is anybody’s to tell on a page without the dialog', async () => {
    page.addEventListener(POWERS_WAIT, () => {});
    refusedWith('SECOND_FACTOR_NEEDED');
    expect(isToldOf(await refusal())).toBe(false);
  });

  it('is another thing than any other refusal, before and after it', async () => {
    page.addEventListener(POWERS_WAIT, dialog);
    for (const [code, told] of [['NOT_ALLOWED', false], ['SECOND_FACTOR_NEEDED', true], ['NOT_ALLOWED', false]] as const) {
      refusedWith(code);
      expect([code, isToldOf(await refusal())]).toEqual([code, told]);
    }
    expect(isToldOf(new Error('odd'))).toBe(false);
  });
});
