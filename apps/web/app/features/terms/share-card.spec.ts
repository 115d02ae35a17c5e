import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import en from '~/i18n/generated/words.en.json';
import fr from '~/i18n/generated/words.fr.json';
import { registerWords } from '~/i18n/translator';
import type { ShareCard } from './share-card-drawing';
import { drawable } from './share-card-fonts.server';
import { cardOf, pictureOf } from './share-card.server';

registerWords('en', en);
registerWords('fr', fr);

const CARD: ShareCard = {
  seed: 'a-member', portrait: null, name: 'Anna Bricks', handle: 'anna', title: 'Ambassador of Brindlebrick', span: 'Since March 3, 2026', receives: 'Receives: a set of bricks every month',
  did: ['4 missions done'], theme: { accent: '#c2410c', headingFace: 'playful', corners: 'round' },
};

/** How much of a picture, by rows, differs from another. */
async function pixels(card: Partial<ShareCard> = {}): Promise<Buffer> {
  return sharp(await pictureOf({ ...CARD, ...card })).removeAlpha().raw().toBuffer();
}
const differing = (a: Buffer, b: Buffer) => a.reduce((sum, value, at) => sum + Number(value !== b[at]), 0);

describe('a card to share', () => {
  it('is a PNG of 1200 × 630 with words on it, the same for the same member and another for another', async () => {
    const { width, height, format } = await sharp(await pictureOf(CARD)).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    const plain = await pixels();
    const { channels } = await sharp(await pictureOf(CARD)).stats();
    expect(channels.slice(0, 3).every(({ stdev }) => stdev > 10)).toBe(true); // neither blank nor of one colour
    expect(differing(plain, await pixels())).toBe(0);
    for (const other of [{ name: 'Ben Wheels' }, { seed: 'another' }, { receives: 'Receives: a car for six months' }, { did: [] }, { theme: { ...CARD.theme, accent: '#1f5fa8' } }]) {
      expect(differing(plain, await pixels(other))).toBeGreaterThan(2_000);
    }
  });

  it('shows a picture of their own instead of the drawn one', async () => {
    const red = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#ff0000' } }).webp().toBuffer();
    const { data, info } = await sharp(await pictureOf(CARD, red)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const middle = (230 * info.width + 204) * 3;
    expect([...data.subarray(middle, middle + 3)].map((value) => Math.round(value / 20))).toEqual([13, 0, 0]);
  });

  it('keeps long words inside', async () => {
    const long = await pixels({ name: 'W'.repeat(300), title: `Ambassador of ${'Brick '.repeat(40)}`, receives: `Receives: ${'a car, '.repeat(200)}` });
    const [width, edge] = [1200, 60];
    const row = (y: number) => [...Array(edge).keys()].map((x) => long.subarray((y * width + (width - 1 - x)) * 3, (y * width + (width - 1 - x)) * 3 + 3).toString('hex'));
    for (const y of [150, 300, 560]) expect(new Set(row(y)).size).toBe(1); // the margin stays ground
  });

  it.each([
    ['<script>alert("1")</script>', '<script>alert("1")</script>'],
    ['\u202eevil\u0000\u0007', 'evil'],
    ['🦊 Fox 👩‍👩‍👧', 'Fox'],
    ['محمد علي', ''],
    ['שלום', 'שלום'],
    ['Éric   d’Œuvre\nand more', 'Éric d’Œuvre and more'],
    ['👩‍👩‍👧 !', ''],
    ['\ud800', ''],
  ])('draws of %j what it has letters for', async (name, drawn) => {
    expect(drawable(name)).toBe(drawn);
    const card = cardOf({ name: 'Brindlebrick', locale: 'en', theme: CARD.theme as never }, aMember(name))!;
    expect(card.name).toBe(drawn || '@anna');
    expect((await sharp(await pictureOf({ ...card, title: name, receives: name })).metadata()).width).toBe(1200); // raw words do no harm either
  });

  it('speaks the language of the community, of the past when it is past, and of nobody who never served', () => {
    const elivane = { name: 'Elivane', locale: 'fr', theme: CARD.theme as never };
    const running = cardOf(elivane, aMember('Anna'))!;
    expect([running.title, running.did]).toEqual(['Ambassadeur pour Elivane', ['2 missions accomplies']]);
    expect(running.receives).toBe('Reçoit : une voiture');
    const before = aMember('Anna');
    const over = cardOf(elivane, { ...before, ambassadorTerms: [{ ...before.ambassadorTerms[0]!, state: 'ENDED', until: '2026-05-01T00:00:00Z' }] })!;
    expect([over.title, over.receives]).toEqual(['A été ambassadeur pour Elivane', 'A reçu : une voiture']);
    expect(cardOf(elivane, { ...before, ambassadorTerms: [] })).toBeNull();
  });
});

function aMember(displayName: string): Parameters<typeof cardOf>[1] {
  const term = {
    id: 't', state: 'ACTIVE', receives: 'une voiture', months: 6, since: '2026-03-03T00:00:00Z', until: '2999-01-01T00:00:00Z', acceptUntil: '2026-03-03T00:00:00Z',
    renewalMonths: null, renewalByBrandAt: null, renewalByMemberAt: null, renewableFrom: null, call: null,
  } as const;
  return { id: 'm', handle: 'anna', displayName, portraitUrl: null, missionsDone: 2, ideaCount: 0, ambassadorTerms: [term] };
}
