import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import { ApolloDriver } from '@nestjs/apollo';
import { hello } from '@fanfare/kernel';
@Resolver() class R { @Query(() => String) hi() { return 'x' + hello; } }
@Module({ imports: [GraphQLModule.forRoot({ driver: ApolloDriver, autoSchemaFile: true, subscriptions: {'graphql-ws': true} } as any)], providers: [R] })
class App {}
const app = await NestFactory.create(App, new FastifyAdapter());
await app.listen(3999, '127.0.0.1');
console.log(await (await fetch('http://127.0.0.1:3999/graphql',{method:'POST',headers:{'content-type':'application/json'},body:'{"query":"{hi}"}'})).text());
await app.close();
