/** See words.mjs. */
export const CATALOGUES: string;
export function languages(): string[];
export function messagesOf(language: string): Record<string, string>;
/** A compiled message, as read by app/i18n/format.ts. */
export function compile(text: string, language: string): string | readonly (string | readonly unknown[])[];
export function typeset(text: string, language: string): string;
export function writeWords(): Promise<void>;
