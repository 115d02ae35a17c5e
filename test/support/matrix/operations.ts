import { Transactor, type Tx } from '@fanfare/database';
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../app.js';
import type { Answer, Client } from '../client.js';
import { Live } from '../live.js';

/** What became of an operation: `yes`, the code it was refused with, or `hidden` where the answer was null without a word. */
export type Outcome = string;

class Undone<T> extends Error {
  constructor(
    readonly result: T,
    readonly wrote: boolean,
  ) {
    super('undone');
  }
}

/**
 * Lets every transaction go to its end and then takes it back, so that all who ask find the same world. What is read of it
 * afterwards is gone: who wrote something up to the end of a transaction was let through, whatever the answer made of that.
 */
export class Rehearsal {
  /** Whether something was written since the last `begin`. */
  wrote = false;
  private stop: () => void;

  constructor(app: App) {
    const transactor = app.get(Transactor);
    const run = transactor.run;
    transactor.run = <T>(work: (tx: Tx) => Promise<T>) => this.undo<T>((undone) => run.call(transactor, async (tx) => undone(await work(tx), tx)) as Promise<never>);
    this.stop = () => (transactor.run = run);
  }

  begin(): void {
    this.wrote = false;
  }

  /** From here on what is done is done. */
  end(): void {
    this.stop();
  }

  private async undo<T>(run: (undone: (result: T, tx: Tx) => Promise<never>) => Promise<never>): Promise<T> {
    try {
      return await run(async (result, tx) => {
        const [{ xid }] = (await tx.query('SELECT pg_current_xact_id_if_assigned() AS xid')) as [{ xid: string | null }];
        throw new Undone(result, xid !== null);
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      this.wrote ||= error.wrote;
      return error.result as T;
    }
  }
}

/** What an answer makes of things that it wants to show and that were taken back. */
const GONE: readonly string[] = ['NOT_FOUND', 'SIGN_IN_REQUIRED', 'INTERNAL'];

/** What becomes of a mutation, for each of some people, who try at once. */
export async function outcomesOfMutation(rehearsal: Rehearsal, clients: readonly Client[], document: string): Promise<Outcome[]> {
  rehearsal.begin();
  const told = await Promise.all(clients.map((client) => client.ask(document)));
  const { wrote } = rehearsal; // one of them, or several
  const outcomes: Outcome[] = [];
  for (const [at, { code, data }] of told.entries()) {
    const ofRow = /"problem":\{"code":"(\w+)"/.exec(JSON.stringify(data))?.[1];
    const unsure = code !== null && wrote && GONE.includes(code);
    if (unsure && clients.length > 1) outcomes.push(...(await outcomesOfMutation(rehearsal, [clients[at]!], document)));
    else outcomes.push(ofRow ?? (code === null || unsure ? 'yes' : code));
  }
  return outcomes;
}

/** The first thing a socket says to it. */
export async function outcomeOverSocket(socket: Live, document: string): Promise<Outcome> {
  const { code, type } = await socket.ask(document);
  return code ?? (type === 'next' ? 'yes' : 'hidden');
}

const STIR_EVERY_MS = 250;
const PATIENCE_MS = 60_000;

/**
 * What becomes of a subscription, for each socket. Who is let in may hear nothing until something changes, and nothing says when
 * they listen: so things change until each has heard something or was refused. `silent` for who did neither in a minute.
 */
export async function outcomesOfWatching(sockets: readonly Live[], document: string, stir: () => Promise<unknown>): Promise<Outcome[]> {
  const outcomes: Outcome[] = sockets.map(() => 'silent');
  const said = Promise.all(sockets.map(async (socket, at) => (outcomes[at] = await outcomeOverSocket(socket, document)))).then(() => true);
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    await stir();
    if (await Promise.race([said, pause(STIR_EVERY_MS, false)])) break;
  }
  return outcomes;
}

/** Asks as over HTTP, by subscriptions: each is ended with the first answer, and things change until there is one. */
export function asking(socket: Live, stir: () => Promise<unknown>): Pick<Client, 'ask'> {
  return {
    ask: async <Data>(document: string): Promise<Answer<Data>> => {
      const { id, next } = socket.subscribe(`subscription ${document}`);
      const reply = next();
      const said = reply.then(() => true);
      while (!(await Promise.race([said, pause(STIR_EVERY_MS, false)]))) await stir();
      socket.complete(id);
      const { data, errors, code } = await reply;
      return { status: 200, data: data as Data | null, errors, code };
    },
  };
}

export function socketOf(app: App, client: Client): Promise<Live> {
  return Live.connect(app.url, client.token ? { params: { authorization: `Bearer ${client.token}` } } : {});
}
