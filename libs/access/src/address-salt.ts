import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { createHash, createHmac } from 'node:crypto';

const SALT_BYTES = 16;

/** What this deployment mixes into everything it derives from an address, so that nobody can prepare for it. */
@Injectable()
export class AddressSalt {
  private secret: Promise<Buffer> | null = null;

  constructor(private readonly database: Database) {}

  /** The password salt of an address: the same for every account that claims it, so one hash answers for all. */
  async of(email: string): Promise<Buffer> {
    const hash = createHash('sha256').update(await this.load()).update(email).digest();
    return hash.subarray(0, SALT_BYTES);
  }

  /** A name for an address that does not tell the address. */
  async pseudonymOf(email: string): Promise<string> {
    return createHmac('sha256', await this.load()).update(email).digest('base64url');
  }

  private load(): Promise<Buffer> {
    this.secret ??= this.read().catch((error: unknown) => {
      this.secret = null;
      throw error;
    });
    return this.secret;
  }

  private async read(): Promise<Buffer> {
    const [row] = await this.database.query<{ salt: Buffer }>('SELECT address_salt AS salt FROM deployment');
    return row!.salt;
  }
}
