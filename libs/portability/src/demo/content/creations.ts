import { BRICK_MODELS } from '../drawings/brick-models.js';
import { CAR_MODELS } from '../drawings/cars.js';

export interface DemoResponse {
  readonly author: string;
  readonly body: string;
  readonly replies?: readonly DemoResponse[];
}

/** A work of a demo community. People are named by handle, ideas by the beginning of their title. */
export interface DemoCreation {
  readonly draw: () => string;
  readonly alt: string;
  readonly author: string;
  readonly title: string;
  readonly story: string;
  readonly product?: string;
  readonly idea?: string;
  /** Title of the one before in this list that it builds on. */
  readonly remixOf?: string;
  readonly daysAgo: number;
  /** How many members appreciate it. */
  readonly appreciated: number;
  readonly responses?: readonly DemoResponse[];
}

/** By the slug of the community. */
export const demoCreations: Readonly<Record<string, readonly DemoCreation[]>> = {
  brindlebrick: [
    {
      draw: BRICK_MODELS.boat,
      alt: 'A narrow canal boat of bricks, dark blue with a yellow cabin and a green roof, flowers on top',
      author: 'captain_bello', title: 'The Elsbeth, a canal boat for two and a dog', idea: 'A canal boat you could actually live in', daysAgo: 41, appreciated: 37,
      story: 'Forty years on ferries, and what I wanted to build was something that does six kilometres an hour.\n\nThe **hull is eleven studs shorter** than the first try, because the dining table ends there. The roof lifts off; underneath there is a bunk, a stove and a basket.',
      responses: [{ author: 'pieter_v', body: 'The proportions of the hull are right. I measured. Does the rudder move?', replies: [{ author: 'captain_bello', body: 'It does, about thirty degrees either way. Strict about hulls, as you know.' }] }],
    },
    {
      draw: BRICK_MODELS.bakery,
      alt: 'A small bakery of cream-coloured bricks under a tall purple witch’s hat of a roof, with two pumpkins beside it',
      author: 'tilda_moss', title: 'The witch’s bakery in 312 pieces', product: 'Moss & Mortar', idea: 'Moss & Mortar: the witch’s bakery', daysAgo: 33, appreciated: 52,
      story: 'Everybody draws her cottage. Nobody asks where she buys her bread: **she bakes it**.\n\n- the roof is four plates and a lot of nerve\n- the chimney smokes if you breathe on it right\n- the pumpkins are stolen from last year’s harvest set',
      responses: [{ author: 'nanna_pem', body: 'Two of my seven want to move in.' }, { author: 'mei_lin', body: 'Needs a sign! May I make you one?', replies: [{ author: 'tilda_moss', body: 'I was hoping you would ask.' }] }],
    },
    {
      draw: BRICK_MODELS.lighthouse,
      alt: 'A lighthouse of red and white rings of bricks on a sandy island in a blue sea',
      author: 'wren_builds', title: 'Lighthouse No. 7, whose lamp really turns', product: 'Harbour Town', idea: 'A working lighthouse with a lens', daysAgo: 24, appreciated: 88,
      story: 'Six lighthouses fell over before this one. The secret is a **hollow core of 2 × 2 round bricks** with an axle through it: turn the base, and the lamp turns.\n\nIf you build on it, tell me how you got the gears quiet. I have not.',
      responses: [{ author: 'joaquin_r', body: 'Rubber band instead of the last gear. Silent, and it slips when a child holds the lamp.', replies: [{ author: 'wren_builds', body: 'A rubber band. Seven lighthouses, and it is a rubber band.' }] }],
    },
    {
      draw: BRICK_MODELS.tram,
      alt: 'A green tram of bricks with a cream roof on two rails in a grey street',
      author: 'pieter_v', title: 'Tram line 1, the four-axle one', idea: 'Tram line 1', daysAgo: 15, appreciated: 29,
      story: 'Checked for load, of course: it carries eleven brindlings or one cat. Ghent green, because I live here.',
    },
    {
      draw: BRICK_MODELS.keeper,
      alt: 'The same red and white lighthouse at sunset, now with a flower garden and the keeper’s little house',
      author: 'ottilie', title: 'The keeper has a garden now', product: 'Harbour Town', remixOf: 'Lighthouse No. 7, whose lamp really turns', daysAgo: 9, appreciated: 46,
      story: 'Wren’s tower stands as it was. But somebody lives there, so somebody **gardens**: sea holly, thrift, and one rose that has no business on an island.',
      responses: [{ author: 'wren_builds', body: 'I never thought about who lives in it. Now I cannot think of anything else.' }],
    },
    {
      draw: BRICK_MODELS.night,
      alt: 'The lighthouse at night under stars, its two beams crossing the whole picture',
      author: 'joaquin_r', title: 'Night shift: both beams, one motor', remixOf: 'The keeper has a garden now', daysAgo: 3, appreciated: 61,
      story: 'Two mirrors, one lamp, **one motor that has not burnt out yet**. The keeper’s house stays; the roses sleep.',
      responses: [{ author: 'samira_k', body: 'The dark blue against the sand works even for me.' }],
    },
  ],
  elivane: [
    {
      draw: CAR_MODELS.utilitaire,
      alt: 'Une petite fourgonnette orange vue de profil, le nom « Rive » peint en blanc sur le flanc',
      author: 'garage_mado', title: 'La Rive en fourgonnette, portes battantes comprises', product: 'Rive', idea: 'Une Rive utilitaire', daysAgo: 38, appreciated: 44,
      story: 'J’ai dessiné celle que mes clients me demandent **une fois par semaine** : deux places, plancher plat, un crochet à chaque angle.\n\nLe orange, c’est celui de ma dépanneuse de 1998.',
      responses: [{ author: 'mehdi_s', body: 'Je signe tout de suite. Les portes s’ouvrent à 180° ?', replies: [{ author: 'garage_mado', body: 'À 270. Sinon on les plie contre un poteau dès la première semaine.' }] }],
    },
    {
      draw: CAR_MODELS.nuit,
      alt: 'Une Brise violette dans une ville la nuit, une ligne de lumière turquoise le long de la carrosserie',
      author: 'lucie_amp', title: 'Nuit de Lyon, huit décembre', product: 'Brise', idea: 'Une série limitée « Nuit de Lyon »', daysAgo: 29, appreciated: 57,
      story: 'La peinture s’allume quand la voiture est **branchée**, et raconte où en est la charge : le trait avance de l’arrière vers l’avant.\n\nTrois watts. J’ai compté.',
      responses: [{ author: 'oncle_paul', body: 'Je n’aime pas les voitures qui clignotent. Celle-ci ne clignote pas. Dont acte.' }],
    },
    {
      draw: CAR_MODELS.vert,
      alt: 'Une Brise vert sapin de profil devant des collines claires',
      author: 'ngoc_anh', title: 'Ma Brise en vert sapin', product: 'Brise', idea: 'Un vert sapin mat', daysAgo: 21, appreciated: 73,
      story: 'Vingt-deux verts essayés sur du papier, un seul gardé. Mat, profond, **presque noir à l’ombre** et franchement vert au soleil.\n\nPrenez-le, changez-le, montrez-moi.',
      responses: [{ author: 'capucine_r', body: 'Il lui faut un toit clair, non ? Je tente.', replies: [{ author: 'ngoc_anh', body: 'Tentez ! Je n’ai pas osé.' }] }],
    },
    {
      draw: CAR_MODELS.corail,
      alt: 'Une Brise corail au toit blanc garée devant la mer',
      author: 'solene_k', title: 'Corail, un dimanche à Saint-Malo', product: 'Brise', daysAgo: 13, appreciated: 31,
      story: 'La semaine je roule à vélo. Le dimanche, je veux qu’on me voie arriver.',
    },
    {
      draw: CAR_MODELS.creme,
      alt: 'La même Brise vert sapin avec un toit crème, dans une lumière de fin de journée',
      author: 'capucine_r', title: 'Vert sapin, toit crème', product: 'Brise', remixOf: 'Ma Brise en vert sapin', daysAgo: 8, appreciated: 49,
      story: 'Le vert de Ngọc Anh, sans y toucher. J’ai seulement ajouté un **toit crème** : l’été, l’habitacle perd quatre degrés, et l’hiver il perd sa mine sévère.',
      responses: [{ author: 'ngoc_anh', body: 'C’est mieux que le mien. Je le dis sans aigreur (presque).' }],
    },
    {
      draw: CAR_MODELS.plage,
      alt: 'La Brise vert sapin au toit crème à la plage, une planche de surf sur le toit',
      author: 'mehdi_s', title: 'La même, avec la planche', product: 'Brise', remixOf: 'Vert sapin, toit crème', daysAgo: 2, appreciated: 38,
      story: 'Marseille, 18 h 05, livraisons terminées. Il manquait une **galerie en bois** et deux heures devant soi.',
      responses: [{ author: 'youssef_b', body: 'Vous me faites envie, là.' }],
    },
  ],
};
