import type { ReportCategory } from './report.category.js';

/** What categories are called in sentences. */
export const CATEGORY_WORDS: Readonly<Record<ReportCategory, Readonly<Record<'en' | 'fr', string>>>> = {
  SPAM: { en: 'spam', fr: 'spam' },
  HARASSMENT: { en: 'harassment', fr: 'harcèlement' },
  HATE: { en: 'hate', fr: 'haine' },
  PRIVATE_DATA: { en: 'private data', fr: 'données privées' },
  OFF_TOPIC: { en: 'off topic', fr: 'hors sujet' },
  UNDISCLOSED_ADVERTISING: { en: 'undisclosed advertising', fr: 'publicité dissimulée' },
  MANIPULATION: { en: 'manipulation', fr: 'manipulation' },
  IMPERSONATION: { en: 'impersonation', fr: 'usurpation d’identité' },
  ILLEGAL_CONTENT: { en: 'illegal content', fr: 'contenu illicite' },
};
