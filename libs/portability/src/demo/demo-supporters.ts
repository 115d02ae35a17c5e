import { numbersFrom } from './demo-votes.js';

export interface Supporter {
  readonly handle: string;
  readonly displayName: string;
  readonly confirmed: boolean;
  readonly joinedDaysAgo: number;
}

const FIRST_NAMES = {
  en: 'Ada,Amir,Anika,Aoife,Ben,Bea,Callum,Chidi,Clara,Dara,Dev,Ebba,Eleni,Emre,Esme,Farah,Finn,Gus,Hana,Hugo,Ines,Isla,Ivo,Jamal,Jin,Juno,Kai,Kofi,Lena,Leo,Lila,Mabel,Mateo,Maya,Mei,Milo,Nadia,Nia,Noor,Oona,Otis,Pia,Priya,Quinn,Rafa,Rosa,Ruben,Sami,Sana,Silas,Tariq,Tess,Tomas,Uma,Vik,Wren,Yara,Yuki,Zane,Zoe',
  fr: 'Adèle,Alix,Amina,Anaïs,Axel,Baptiste,Camille,Capucine,Chloé,Clément,Côme,Diane,Élise,Émile,Enzo,Fanny,Faïza,Gaspard,Gaëlle,Hédi,Hugo,Inès,Iris,Jade,Jules,Karim,Léa,Léon,Lilou,Loïc,Lou,Maëlle,Malik,Manon,Marius,Mehdi,Mila,Nathan,Nina,Noé,Océane,Oscar,Paul,Prune,Rachid,Romane,Rose,Sacha,Salomé,Simon,Solène,Thaïs,Théo,Tristan,Valentin,Victor,Yanis,Yasmine,Zacharie,Zélie',
} as const;

const INITIALS = 'ABCDEFGHJKLMNOPRSTVWZ';
const SHARE_OF_ANONYMOUS = 0.1;

/** People who only vote: enough of them that a popular idea is popular. The first name and initial, as a shy person signs. */
export function supportersOf(slug: string, locale: 'en' | 'fr', count: number): Supporter[] {
  const random = numbersFrom(`${slug} supporters`);
  const names = FIRST_NAMES[locale].split(',');
  return Array.from({ length: count }, (_, at) => {
    const name = names[at % names.length]!;
    const initial = INITIALS[Math.floor(random() * INITIALS.length)]!;
    return {
      handle: `${plain(name)}-${initial.toLowerCase()}${at + 1}`,
      displayName: `${name} ${initial}.`,
      confirmed: random() > SHARE_OF_ANONYMOUS,
      joinedDaysAgo: 2 + random() * 400,
    };
  });
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
