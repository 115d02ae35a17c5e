import { describe, expect, it } from 'vitest';
import { forbidsCriticism } from './criticism.checker.js';
import { DEFAULT_RULES } from './default-rules.js';

const REFUSED_ENGLISH = [
  ['No criticism', 'Do not criticise the brand or its products.'],
  ['Be nice to us', 'Negative opinions about our products will be removed.'],
  ['Positive only', 'Only positive comments are published here.'],
  ['No negativity', 'This is a happy place.'],
  ['Competitors', 'Do not mention competitors or link to them.'],
  ['Other brands', 'Mentioning other brands is not allowed.'],
  ['Our name', 'Anything that damages the brand’s image is removed.'],
  ['Reputation', 'Posts that harm our reputation lead to a ban.'],
  ['No complaining', 'Nobody likes it.'],
  ['Complaints', 'Complaints about quality do not belong here.'],
  ['No bad reviews', 'Reviews of one star are deleted.'],
  ['Respect the company', 'You may not speak ill of the company, its staff or its prices.'],
  ['No bashing', 'Brand bashing leads to a suspension.'],
  ['Stay positive', 'We are here to celebrate.'],
  ['Constructive posts', 'Comments that are too negative are removed.'],
  ['Keep it friendly', 'Avoid disparaging our products in public.'],
  ['Talk to us first', 'Keep negative feedback to yourself or send it by mail.'],
  ['Loyalty', 'Members never question our prices or compare us to the competition.'],
  ['Critical posts', 'Critical posts are moderated before they are shown.'],
  ['Tone', 'Refrain from harsh or negative remarks about the brand.'],
] as const;

const REFUSED_FRENCH = [
  ['Pas de critiques', 'Il est interdit de critiquer la marque ou ses produits.'],
  ['Restons aimables', 'Les avis négatifs sur nos produits seront supprimés.'],
  ['Soyez positifs', 'Ici, on célèbre.'],
  ['Négativité interdite', 'La négativité n’a pas sa place ici.'],
  ['Concurrents', 'Ne mentionnez pas les concurrents et ne les citez jamais.'],
  ['Autres marques', 'Toute mention d’autres marques est interdite.'],
  ['Notre nom', 'Tout message portant atteinte à l’image de la marque est retiré.'],
  ['Réputation', 'Ne publiez rien qui puisse nuire à la réputation de l’entreprise.'],
  ['Pas de plaintes', 'Personne n’aime cela.'],
  ['Réclamations', 'Les réclamations sur la qualité n’ont pas leur place ici.'],
  ['Aucun mauvais avis', 'Les mauvaises notes sont effacées.'],
  ['Respect de la maison', 'Il est défendu de dire du mal de l’équipe ou des prix.'],
  ['Pas de dénigrement', 'Le dénigrement de nos produits entraîne une suspension.'],
  ['Bonne humeur', 'Seuls les commentaires positifs sont publiés.'],
  ['Ton', 'Évitez les propos désobligeants sur la marque.'],
  ['Messages critiques', 'Les messages critiques sont modérés avant publication.'],
  ['D’abord à nous', 'Abstenez-vous de tout commentaire négatif : écrivez-nous plutôt.'],
  ['Loyauté', 'Ne remettez pas en cause nos prix.'],
  ['Mécontents', 'Les mécontents sont priés d’aller ailleurs.'],
  ['Image', 'Protégez l’image de la marque dans vos messages.'],
] as const;

const HONEST_ENGLISH = [
  ['Respect people', 'No insults, threats or harassment. Criticism of the brand is welcome, however hard.'],
  ['Criticise ideas, not people', 'Say what is wrong with the proposal and leave whoever wrote it alone.'],
  ['No spam', 'Do not post the same text again and again, or links that have nothing to do with the matter.'],
  ['Stay on topic', 'Answer the idea under which you write.'],
  ['Private things stay private', 'Never publish addresses, telephone numbers or messages of other people.'],
  ['No hate', 'Nobody is attacked for their origin, religion, disability, gender or whom they love.'],
  ['Say whom you work for', 'Advertising must be marked, and so must working for the brand or a rival.'],
  ['One person, one vote', 'No second accounts, no bought votes, no campaigns of copied texts.'],
  ['Be yourself', 'Do not pretend to be somebody else or to speak for the team.'],
  ['Nothing illegal', 'Content that breaks the law is removed.'],
  ['Mark spoilers', 'Hide the ending of a film under a warning.'],
  ['Own work', 'Show only pictures that you took or may use.'],
  ['Search first', 'Back an idea that exists before you post it again.'],
  ['Critics are protected', 'Do not report a post because it criticises the brand.'],
  ['Open discussion', 'Negative opinions are allowed and will never be removed for being negative.'],
  ['Orders', 'Questions about an order are answered by customer service.'],
  ['Language', 'Write English, so that everybody understands.'],
  ['No pile-ons', 'Nobody may call on others to attack a member who complains.'],
  ['Facts', 'Do not invent facts about people or products.'],
  ['Children', 'Do not ask children for pictures, and write so that they can read here.'],
] as const;

const HONEST_FRENCH = [
  ['Respectez les personnes', 'Ni insultes, ni menaces, ni harcèlement. La critique de la marque est bienvenue, même dure.'],
  ['Critiquez les idées, pas les gens', 'Dites ce qui ne va pas dans la proposition.'],
  ['Pas de spam', 'Ne publiez pas dix fois le même texte, ni des liens sans rapport.'],
  ['Restez dans le sujet', 'Répondez à l’idée sous laquelle vous écrivez.'],
  ['Vie privée', 'Ne publiez jamais l’adresse, le numéro ou les messages d’autrui.'],
  ['Pas de haine', 'Personne n’est attaqué pour son origine, sa religion, son handicap, son genre ou ses amours.'],
  ['Dites pour qui vous travaillez', 'La publicité doit être signalée.'],
  ['Une personne, une voix', 'Pas de comptes multiples, pas de votes achetés, pas de textes copiés en série.'],
  ['Soyez vous-même', 'Ne vous faites pas passer pour quelqu’un d’autre.'],
  ['Rien d’illégal', 'Ce qui enfreint la loi est retiré.'],
  ['Signalez les révélations', 'Prévenez avant de raconter la fin d’un film.'],
  ['Vos propres images', 'Ne montrez que des images que vous avez le droit d’utiliser.'],
  ['Cherchez d’abord', 'Soutenez une idée qui existe avant de la publier une seconde fois.'],
  ['Protéger les critiques', 'Ne signalez pas un message parce qu’il critique la marque.'],
  ['Débat ouvert', 'Les avis négatifs sont permis et ne seront jamais supprimés pour cette raison.'],
  ['Commandes', 'Le service client répond aux questions sur une commande.'],
  ['Langue', 'Écrivez en français pour que chacun comprenne.'],
  ['Pas de meute', 'N’appelez personne à attaquer un membre.'],
  ['Les faits', 'N’inventez pas de faits sur les personnes ou les produits.'],
  ['Enfants', 'Ne demandez pas de photos aux enfants.'],
] as const;

const refusedOf = (rules: readonly (readonly [string, string])[]) => rules.filter(([title, body]) => forbidsCriticism({ title, body }) !== null).map(([title, body]) => `${title}: ${body}`);
const textOf = (rules: readonly (readonly [string, string])[]) => rules.map(([title, body]) => `${title}: ${body}`);

describe('a rule against criticism', () => {
  it('is found in English', () => expect(refusedOf(REFUSED_ENGLISH)).toEqual(textOf(REFUSED_ENGLISH)));
  it('is found in French', () => expect(refusedOf(REFUSED_FRENCH)).toEqual(textOf(REFUSED_FRENCH)));
  it('is not seen in honest rules', () => expect([...refusedOf(HONEST_ENGLISH), ...refusedOf(HONEST_FRENCH)]).toEqual([]));

  it('is not seen in what every community begins with', () => {
    expect(Object.values(DEFAULT_RULES).flat().filter((rule) => forbidsCriticism(rule) !== null)).toEqual([]);
  });

  it('is found behind capitals, accents, odd spaces and apostrophes', () => {
    expect(forbidsCriticism({ title: 'TONE', body: 'NO  CRITICISM\u00a0of the brand' })).toBe('NO  CRITICISM\u00a0of the brand');
    expect(forbidsCriticism({ title: 'Ton', body: 'Les avis négatifs n\u2019ont pas leur place' })).not.toBeNull();
    expect(forbidsCriticism({ title: 'Tone', body: 'No criti\u00adcism of the brand' })).not.toBeNull();
  });

  it('tells the words that say so', () => {
    expect(forbidsCriticism({ title: 'Tone', body: 'Be kind. Do not criticise our prices! Thank you.' })).toBe('Do not criticise our prices');
  });
});
