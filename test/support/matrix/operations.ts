import { Transactor } from '@fanfare/database';
import type { App } from '../app.js';
import type { Client } from '../client.js';
import { Live } from '../live.js';

/** What became of an operation: `yes`, the code it was refused with, or `hidden` where the answer was null without a word. */
export type Outcome = string;

class Undone<T> extends Error {
  constructor(readonly result: T) {
    super('undone');
  }
}

/**
 * Lets every transaction go to its end and then takes it back, so that all who ask find the same world. What is read of it
 * afterwards is gone: whoever came to the end was let through, whatever the answer made of that.
 */
export class Rehearsal {
  reached = false;

  constructor(app: App) {
    const transactor = app.get(Transactor);
    const run = transactor.run.bind(transactor);
    transactor.run = async <T>(work: (tx: never) => Promise<T>): Promise<T> => {
      try {
        return await run<T>(async (tx) => {
          throw new Undone(await work(tx as never));
        });
      } catch (error) {
        if (!(error instanceof Undone)) throw error;
        this.reached = true;
        return error.result as T;
      }
    };
  }
}

export async function outcomeOfMutation(rehearsal: Rehearsal, client: Client, document: string): Promise<Outcome> {
  rehearsal.reached = false;
  const { code } = await client.ask(document);
  return code === null || rehearsal.reached ? 'yes' : code;
}

export async function outcomeOfQuery(client: Client, document: string, name: string): Promise<Outcome> {
  const { code, data } = await client.ask(document);
  if (code !== null) return code;
  return data?.[name] == null ? 'hidden' : 'yes';
}

/** The first thing a socket says to it. */
export async function outcomeOverSocket(socket: Live, document: string): Promise<Outcome> {
  const reply = await socket.ask(document);
  if (reply.code !== null) return reply.code;
  return reply.type === 'next' ? 'yes' : 'hidden';
}

export function socketOf(app: App, client: Client): Promise<Live> {
  return Live.connect(app.url, client.token ? { params: { authorization: `Bearer ${client.token}` } } : {});
}
