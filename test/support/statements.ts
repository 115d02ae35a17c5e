import type { App } from './app.js';

/**
 * How many SQL statements outside of transactions the api runs for some work, of those that `counted` matches. Its own rounds
 * (deliveries, schedules) rest meanwhile: how many of those fall into the moment depends on how busy the machine is.
 */
export async function statementsOf(app: App, work: () => Promise<unknown>, counted = /./): Promise<number> {
  await Promise.all([app.dispatcher.stop(), app.schedules.stop()]);
  let count = 0;
  const { source } = app.database;
  const query = source.query.bind(source);
  source.query = ((...args: Parameters<typeof query>) => {
    if (counted.test(args[0])) count += 1;
    return query(...args);
  }) as typeof query;
  try {
    await work();
    return count;
  } finally {
    source.query = query;
    app.dispatcher.start();
    app.schedules.start();
  }
}
