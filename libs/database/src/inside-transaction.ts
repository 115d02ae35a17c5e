import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<{ open: boolean }>();

/** Runs the work of a transaction; what it leaves running behind is outside again when it ends. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { open: true };
  try {
    return await inside.run(transaction, work);
  } finally {
    transaction.open = false;
  }
}

/**
 * A transaction that asks for a second connection waits for itself: when all connections of the pool are held by such
 * transactions, or when somebody's lock stands between the two connections, where the database sees no deadlock.
 *
 * @throws Error inside a transaction: a mistake of ours, not of the request
 */
export function requireNoTransaction(): void {
  if (inside.getStore()?.open) throw new Error('A transaction reads through its own Tx, never through a second connection');
}
