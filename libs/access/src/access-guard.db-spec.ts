import { CurrentActor, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { Field, GraphQLSchemaHost, ObjectType, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { parse, subscribe } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIp, type Person, SmallHouse, statementsOf } from '../test/small-house.js';
import { Access, accessOf } from './index.js';

@ObjectType()
class Shelf {
  @Field()
  name: string;
}

@Resolver(() => Shelf)
class ShelfResolver {
  @Query(() => String, { nullable: true })
  unmarked(): string {
    return 'nobody said who may read this';
  }

  @Access('PUBLIC')
  @Query(() => Shelf)
  shelf(): Shelf {
    return { name: 'public' };
  }

  @Access('SIGNED_IN')
  @Query(() => String, { nullable: true })
  forSignedIn(@CurrentActor() actor: Actor): string {
    return actor.accountId!;
  }

  @Access('OPERATOR')
  @Query(() => String, { nullable: true })
  forOperators(): string {
    return 'keys';
  }

  @Access('SIGNED_IN')
  @ResolveField(() => String, { nullable: true })
  behind(@Parent() shelf: Shelf): string {
    return `behind ${shelf.name}`;
  }

  @ResolveField(() => String)
  before(): string {
    return 'before';
  }

  @Access('SIGNED_IN')
  @Subscription(() => String)
  async *ticks(@CurrentActor() actor: Actor): AsyncGenerator<{ ticks: string }> {
    yield { ticks: actor.accountId! };
  }
}

@Access('OPERATOR')
class OperatorsOnly {
  inherited(): void {}

  @Access('PUBLIC')
  own(): void {}
}

let house: SmallHouse;
let ada: Person;
beforeAll(async () => {
  house = await SmallHouse.open({ providers: [ShelfResolver] });
  ada = await house.visitor().signUp('ada@example.org');
});
afterAll(() => house.close());

describe('the guard', () => {
  it('refuses a root field nobody marked, even to an operator', async () => {
    await house.database.query("UPDATE accounts SET is_operator = true WHERE email = 'ada@example.org'");
    expect((await ada.ask('{ unmarked }')).code).toBe('NOT_ALLOWED');
    await house.database.query('UPDATE accounts SET is_operator = false');
  });

  it('holds each field to its rule', async () => {
    const visitor = house.visitor();
    expect((await visitor.ask('{ forSignedIn }')).code).toBe('SIGN_IN_REQUIRED');
    expect((await visitor.ask('{ forOperators }')).code).toBe('SIGN_IN_REQUIRED');
    expect((await ada.ask('{ forOperators }')).code).toBe('NOT_ALLOWED');
    const shelf = '{ shelf { name before behind } }';
    const refused = await visitor.ask(shelf);
    expect([refused.data, refused.code]).toEqual([{ shelf: { name: 'public', before: 'before', behind: null } }, 'SIGN_IN_REQUIRED']);
    expect((await ada.ask(shelf)).data!['shelf'].behind).toBe('behind public');
  });

  it('asks once per request who it is', async () => {
    const statements = await statementsOf(() => ada.ask('{ a: forSignedIn b: forSignedIn shelf { behind } }'));
    expect(statements.filter((sql) => sql.includes('FROM sessions'))).toHaveLength(1);
    expect(statements).toHaveLength(1);
  });

  it('lets the rest of a request run as whoever it signed in', async () => {
    await ada.confirm(await house.codeFor('ada@example.org'));
    const answer = await house.visitor().ask(
      `mutation ($input: SignInInput!, $update: UpdateAccountInput!) {
        signIn(input: $input) { viewer { account { sessions { current } } } }
        updateAccount(input: $update) { viewer { account { displayName } } }
      }`,
      { input: { email: 'ada@example.org', password: 'a quiet blue tricycle' }, update: { displayName: 'Countess' } },
    );
    expect(answer.data!['updateAccount'].viewer.account.displayName).toBe('Countess');
    expect(answer.data!['signIn'].viewer.account.sessions).toContainEqual({ current: true });
  });

  it.each([
    ['the token', () => ({ authorization: `Bearer ${ada.token}` }), null],
    ['nothing', () => ({}), 'SIGN_IN_REQUIRED'],
  ])('holds subscriptions, whose context is made from the upgrade request with %s', async (_what, headers, code) => {
    const { schema } = house.app.get(GraphQLSchemaHost);
    const contextValue = new RequestContext({ headers: headers(), ip: anIp() });
    const result = await subscribe({ schema, document: parse('subscription { ticks }'), contextValue });
    if (code) {
      expect((result as unknown as { errors: { message: string }[] }).errors[0]!.message).toBe(code);
    } else {
      const first = await (result as AsyncGenerator<{ data: { ticks: string } }>).next();
      expect(first.value.data.ticks).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('tells its rules to who inspects them', () => {
    expect(accessOf(ShelfResolver, 'forOperators')).toBe('OPERATOR');
    expect(accessOf(ShelfResolver, 'unmarked')).toBeUndefined();
    expect([accessOf(OperatorsOnly, 'inherited'), accessOf(new OperatorsOnly(), 'own')]).toEqual(['OPERATOR', 'PUBLIC']);
  });
});
