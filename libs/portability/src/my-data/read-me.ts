interface Listed {
  readonly name: string;
  readonly rows: number;
  readonly markdown?: unknown;
}

const WORDS = {
  en: {
    title: 'Your data',
    intro: 'Everything we hold about you. Each list comes as JSON, for programs, and as CSV, for a spreadsheet; what you wrote also as Markdown, for reading.',
    list: (name: string, rows: string) => `- \`${name}\`: ${rows}`,
    absent: 'Not in here: your password, which we keep only as a hash, and what others wrote.',
  },
  fr: {
    title: 'Vos données',
    intro: 'Tout ce que nous savons de vous. Chaque liste existe en JSON, pour les programmes, et en CSV, pour un tableur ; vos textes aussi en Markdown, pour la lecture.',
    list: (name: string, rows: string) => `- \`${name}\` : ${rows}`,
    absent: 'N’y figurent pas : votre mot de passe, dont nous ne gardons qu’une empreinte, et ce que d’autres ont écrit.',
  },
} as const;

/** The guide to a download, in the reader's language. */
export function readMe(locale: string, sections: readonly Listed[]): string {
  const language = locale.startsWith('fr') ? 'fr' : 'en';
  const words = WORDS[language];
  const number = new Intl.NumberFormat(language);
  const lists = sections.map(({ name, rows, markdown }) => words.list(`${name}.json`, `${number.format(rows)}${markdown ? ` (+ \`${name}.md\`)` : ''}`));
  return `# ${words.title}\n\n${words.intro}\n\n${lists.join('\n')}\n\n${words.absent}\n`;
}
