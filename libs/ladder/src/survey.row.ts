/** Whether a supporter would buy it. */
export const WOULD_BUY = ['YES', 'MAYBE', 'NO'] as const;
export type WouldBuy = (typeof WOULD_BUY)[number];

/** One supporter's answer. */
export interface SurveyAnswerRow {
  readonly ideaId: string;
  readonly memberId: string;
  readonly wouldBuy: WouldBuy;
  /** In units of the currency, with two decimals at most; null when nothing was said. */
  readonly price: number | null;
  /** ISO 4217; null without a price. */
  readonly currency: string | null;
  readonly forWhom: string | null;
  readonly answeredAt: Date;
}

/** What those who name a price in one currency would pay. */
export interface PriceRow {
  readonly currency: string;
  readonly answers: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

export interface WordRow {
  readonly word: string;
  readonly answers: number;
}

/** What supporters said, counted; those who withdrew their vote are left out. */
export interface SurveyResults {
  readonly answers: number;
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
  readonly prices: readonly PriceRow[];
  readonly audience: readonly WordRow[];
}
