import { MAIL_LANGUAGES, renderLetter } from '@fanfare/mail';
import { describe, expect, it } from 'vitest';
import { alreadyYoursLetters, confirmationLetters, passwordChangedLetters, resetLetters } from './account.letters.js';

const facts = { name: 'Zoé', code: '12345678', url: 'https://fans.example/go', signInUrl: 'https://fans.example/in', resetUrl: 'https://fans.example/reset' };
const kinds = { alreadyYoursLetters, confirmationLetters, passwordChangedLetters, resetLetters };

describe.each(Object.entries(kinds))('%s', (name, letters) => {
  it.each(MAIL_LANGUAGES)('says everything in %s', (language) => {
    const letter = letters[language](facts);
    const { subject, text, html } = renderLetter(letter, language, 'https://fans.example');
    expect(subject.length).toBeGreaterThan(8);
    expect(letter.greeting).toContain('Zoé');
    expect(text).toContain('https://fans.example/');
    expect(html).toContain('href="https://fans.example/');
    // A code is alone on its line, to be read off, or by a program.
    expect(text.split('\n').filter((line) => line.trim() === facts.code)).toHaveLength(['confirmationLetters', 'resetLetters'].includes(name) ? 1 : 0);
  });

  it('is written twice, not translated by leaving it', () => {
    const [english, french] = MAIL_LANGUAGES.map((language) => letters[language](facts));
    expect(english!.subject).not.toBe(french!.subject);
    expect(english!.paragraphs.filter((paragraph) => french!.paragraphs.includes(paragraph))).toEqual([]);
    expect(english!.closing).not.toBe(french!.closing);
  });
});
