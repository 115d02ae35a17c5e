import { anAccount, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refuseDemoAccounts } from './demo-accounts.js';

let rooms: Rooms;

beforeAll(async () => {
  rooms = await bootRooms([]);
});
afterAll(() => rooms.close());

it('production starts on no database that was a demo', async () => {
  await anAccount(rooms.database, { email: 'somebody@example.org' });
  await anAccount(rooms.database, { email: 'operator@example.org', email_confirmed_at: null }); // a claim proves nothing
  await expect(refuseDemoAccounts(rooms.database.source)).resolves.toBeUndefined();
  await anAccount(rooms.database, { email: 'Operator@example.org' });
  await expect(refuseDemoAccounts(rooms.database.source)).rejects.toThrow(/^DATABASE_URL holds the demo/);
});
