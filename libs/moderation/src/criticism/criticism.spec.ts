import { describe, expect, it } from 'vitest';
import { criticismOf } from './criticism.js';

const names = ['Brindlebrick'];
const read = (text: string, title?: string) => criticismOf({ title, text, names });

describe('criticism of the brand', () => {
  it.each([
    ['Brindlebrick used to be great, now it is overpriced.', ['overpriced'], ['Brindlebrick']],
    ['Your new castle is a disappointment.', ['disappointment'], ['Your']],
    ['I bought the Brindlebrick castle. It was broken after a week!', ['broken'], ['Brindlebrick']],
    ['The service does not work and nobody answers.', ['work'], ['service']],
    ["The set isn't good enough for that price", ['good', 'enough'], ['set', 'price']],
    ['Votre équipe ne répond jamais, c’est honteux.', ['répond', 'honteux'], ['Votre', 'équipe']],
    ['La qualité n’est plus à la hauteur de la marque.', ['hauteur'], ['qualité', 'marque']],
    ['Les prix sont bien plus chers qu’avant : une arnaque', ['chers', 'arnaque'], ['prix']],
    ['Rien ne fonctionne sur le site.', ['fonctionne'], ['site']],
    ['Boring, ugly, pointless.', ['Boring', 'ugly', 'pointless'], []],
  ])('is seen: %s', (text, words, about) => {
    expect(read(text)).toEqual({ critical: true, words: expect.arrayContaining(words), about: expect.arrayContaining(about) });
  });

  it.each([
    'I love your castle, it is great.',
    'Not bad at all, Brindlebrick!',
    'I was never disappointed by your sets.',
    'Pas mal du tout, votre château. Jamais déçu.',
    'Cheap watches at my shop, click here.',
    'A lighthouse with a working lamp',
    'Un phare qui tourne et qui brille.',
    'You are an idiot, and so is your mother.',
    'Sehr schlecht, Brindlebrick ist furchtbar.',
    '',
  ])('is not seen: %s', (text) => expect(read(text).critical).toBe(false));

  it('reads titles and what Markdown marks', () => {
    expect(read('Since the last change.', 'Your app is **useless**')).toMatchObject({ critical: true, words: ['useless'], about: ['Your', 'app'] });
  });

  it('takes no time with long texts', () => {
    const began = performance.now();
    read('Your sets are broken, and '.repeat(2_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
