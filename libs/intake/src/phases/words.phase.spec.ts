import { describe, expect, it } from 'vitest';
import type { IntakeContext } from '../verdict.js';
import { aComment, aContext } from './context.fixture.js';
import { judge } from './phases.js';
import { wordsPhase } from './words.phase.js';

const said = (body: string, context: Partial<IntakeContext> = {}) => {
  const verdict = wordsPhase.judge(aComment(body), aContext(context));
  return verdict ? `${verdict.outcome} ${verdict.reason}` : null;
};

describe('coarse words', () => {
  it.each([
    'What the fuck', 'fuuuuuck this', 'f u c k', 'F.U.C.K', 'f-u-c-k', 'fu\u200bck', 'f\u00aduck', 'fυck', 'ｆｕｃｋ', '𝒻𝓊𝒸𝓀', 'fück', 'f*ck', 'f**k', 'sh1t', '$hit!', 'a$$hole',
    'bullshitters', 'motherfucking thing', 'you are a d!ck', 'You retard',
    'Quel connard', 'CONNAAAARD', 'c*nnard', 'con.nard', 'm3rde', 'mеrde', 'm e r d e', 'sale con !', 'encu1é', 'Ta gueule.', 'fils de pute', 'ENCULÉ',
  ])('are worth a second thought: %s', (body) => expect(said(body)).toBe('NUDGE COARSE_WORD'));

  it.each([
    'Scunthorpe, Penistone, Essex, Lightwater and Clitheroe', 'Dick Dickens drank a cocktail with Mr Hancock', 'the assassin passed the class', 'analysis of the analogue canal', 'therapist',
    'shiitake', 'cucumber documents', 'a titmouse and a cockatoo', 'Kung-Fu', 'A 45s timer', 'Wow! Great! Push-it!', 'the bass hit hard', 'pass it on', 'sex education for breast cancer nurses',
    'un retard de livraison', 'le député et sa réputation', 'une idée unique', 'l’amputée', 'assez', 'mon culte', 'con qui vols', 'amb con dos', 'el color negro', 'cul-de-sac', 'circulation',
    'L’ASSE a gagné', 'pédestre', 'le constat', 'une conne… ction lente', 'raton laveur', 'a + b > c, 5 * 5', 'salut à tous', 'computers and disputes', 'abonnement', 'la bite d’amarrage', 'bites of food',
  ])('stand by themselves: %s', (body) => expect(said(body)).toBeNull());
});

describe('slurs and threats', () => {
  it.each(['you faggot', 'n1gger', 'sale arabe', 'un b0ugnoule', 'sale pédé', 'y o u p i n'])('hold: %s', (body) => expect(said(body)).toBe('HOLD SLUR'));
  it.each(['Kill yourself', 'k.y.s', 'Je vais te tuer', 'va crever'])('hold: %s', (body) => expect(said(body)).toBe('HOLD THREAT'));
  it('are told before coarse words, whichever comes first', () => expect(said('fuck you faggot')).toBe('HOLD SLUR'));
});

describe('the community’s own list', () => {
  const communityWords = ['Voldemort', 'set 10251', 'café noir'];
  it.each(['voldemort', 'V0ld€mort, Voldem0rt', 'v o l d e m o r t', 'Voldemooort', 'the Set 10251 again', 'CAFE NOIR', 'v*ldemort'])('holds %s', (body) => {
    expect(said(body, { communityWords })).toBe('HOLD COMMUNITY_WORD');
  });
  it.each(['voldemortal', 'the set again', 'sets 102510', 'café', 'noir'])('leaves %s alone', (body) => expect(said(body, { communityWords })).toBeNull());
  it('tells the listed word, not the author’s', () => {
    expect(wordsPhase.judge(aComment('V0LDEMORT!'), aContext({ communityWords }))).toMatchObject({ params: { word: 'Voldemort' } });
  });
});

it('does not judge again what stood there before', () => {
  expect(wordsPhase.judge(aComment('This shit works now', { before: 'This shit is broken' }), aContext())).toBeNull();
  expect(wordsPhase.judge(aComment('This shit works, bastard', { before: 'This works' }), aContext())).not.toBeNull();
});

describe('criticism of the brand', () => {
  it.each([
    'Brindlebrick has lost its way. The last three sets were overpriced rubbish and I will not buy another one.',
    'Worst customer service I have ever met. They lied to me twice. Boycott them until they refund people.',
    'Your new app is a disaster: it crashes, it spies on us, and nobody at Brindlebrick seems to care. Shame on you!',
    'I hate this set. Ugly, flimsy, and the instructions are useless. A total scam for £120.',
    'The CEO should resign. Greedy, incompetent and dishonest management killed the product we loved.',
    'Do not buy this. Buy the competitor’s kit instead: cheaper, better, and it does not break after a week.',
    'Stop ignoring us! This is censorship and you know it.',
    'Elivane se moque du monde : des prix scandaleux, une qualité lamentable et un service client inexistant.',
    'C’est une honte. Vous mentez à vos clients depuis des années et tout le monde le sait.',
    'Je déteste la nouvelle formule : elle pue, elle colle et elle m’a donné des boutons. À fuir !',
    'La pire marque du marché. Boycottez Elivane tant que la direction ne démissionne pas.',
    'Votre application est nulle, lente, mal traduite. Qui a validé cette horreur ? Remboursez-nous !',
    'Produit bidon, arnaque totale, publicité mensongère. N’achetez pas.',
    'Arrêtez de supprimer les avis négatifs, c’est de la censure pure et simple.',
  ])('passes every phase: %s', (body) => {
    expect(judge(aComment(body), aContext({ level: 'NEWCOMER', names: [{ name: 'Brindlebrick', of: 'BRAND' }, { name: 'Elivane', of: 'BRAND' }] })).outcome).toBe('PASS');
    expect(judge({ kind: 'IDEA', title: body.slice(0, 60), body }, aContext()).outcome).toBe('PASS');
  });
});
