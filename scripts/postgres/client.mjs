/** A short-lived connection to a server of ours. The driver is loaded late: nothing is installed when scripts begin. */

/**
 * @template T
 * @param {{ port: number, user: string, password: string, database: string }} connection
 * @param {(client: import('pg').Client) => Promise<T> | T} use
 * @returns {Promise<T>}
 */
export async function withClient(connection, use) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ host: '127.0.0.1', connectionTimeoutMillis: 5000, ...connection });
  client.on('error', () => {}); // A server that goes away ends the query with its own error.
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * @param {{ port: number, user: string, password: string, database: string }} connection
 * @returns {string}
 */
export function connectionUrl({ port, user, password, database }) {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
