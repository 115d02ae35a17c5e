import { describe, expect, it } from 'vitest';
import { COMMON_LONG_PASSWORDS } from './common-passwords.data.js';
import { checkPassword, isCommonPassword } from './password.policy.js';

const EMAIL = 'marie.dupont@lepetitgarage.example';

const COMMON = [
  'password1234', 'Password12345!', 'P@ssw0rd2024!', 'correct horse battery staple', 'Correct-Horse-Battery-Staple',
  'aaaaaaaaaaaa', 'abababababab', 'abc123abc123abc123', '123456789012', '210987654321', 'qwertyuiop[]123', 'azertyuiop123',
  '1qaz2wsx3edc', 'abcdefghijkl', 'zyxwvutsrqpo', 'motdepasse2024', 'Mot de passe 2024', 'jetaimejetaime', 'welcome welcome!',
  'marie.dupont@lepetitgarage.example', 'mariedupont1', 'Dupont-Dupont', 'lepetitgarage1', 'fanfare-fanfare', 'Fanfare2026!!',
  'summer2026summer', 'monkeydragon12', 'Été2026été2026', 'administrator', '............', 'letmeinplease',
];

const GOOD = [
  'brick by brick', 'a lighthouse for the corner', 'Trois cafés, deux croissants', 'zebra umbrella quartz', 'kX9!vv2#pLq0zT',
  'marie walks four dogs daily', '平仮名と片仮名と漢字を全部使う', 'the password is not here, Gerald', 'fanfare of nine trumpets',
];

describe('password policy', () => {
  it.each(COMMON)('refuses %s', (password) => {
    expect(isCommonPassword(password, EMAIL)).toBe(true);
  });

  it.each(GOOD)('accepts %s', (password) => {
    expect(() => checkPassword(password, EMAIL)).not.toThrow();
  });

  it('counts characters, not bytes, and asks nothing about them', () => {
    expect(() => checkPassword('ünsrzpkqwvé', EMAIL)).toThrow('WEAK_PASSWORD');
    expect(() => checkPassword('ünsrzpkqwvém', EMAIL)).not.toThrow();
    expect(() => checkPassword('x y'.repeat(67), EMAIL)).toThrow('TOO_LONG');
  });

  it('knows several hundred long passwords in the form it compares', () => {
    const list = COMMON_LONG_PASSWORDS.split(/\s+/).filter(Boolean);
    expect(list.length).toBeGreaterThan(600);
    expect(list.filter((password) => !/^[a-z0-9]{12,}$/.test(password))).toEqual([]);
    expect(new Set(list).size).toBe(list.length);
    expect(list.filter((password) => !isCommonPassword(password.toUpperCase(), EMAIL))).toEqual([]);
  });
});
