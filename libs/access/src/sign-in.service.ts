import { Injectable } from '@nestjs/common';
import { AttemptsService } from './attempts.service.js';
import { emailOf } from './account.js';
import { fitsPassword } from './password.policy.js';
import { PasswordsService } from './passwords.service.js';

/** Tries of address and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly attempts: AttemptsService,
  ) {}

  /**
   * The account that signs in, or null. Costs the same whether the address is unknown or the password wrong: three
   * counters, one hash, one query.
   *
   * @throws Problem `INVALID_EMAIL`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`, `TEMPORARILY_UNAVAILABLE`
   */
  async find(address: string, password: string, ip: string): Promise<string | null> {
    const email = emailOf(address);
    fitsPassword('password', password);
    const attempt = { operation: 'signIn', subject: email, ip } as const;
    await this.attempts.take(attempt);
    const accountId = await this.passwords.find(email, password);
    await (accountId ? this.attempts.forgive(attempt) : this.attempts.blame(attempt));
    return accountId;
  }
}
