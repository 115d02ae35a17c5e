import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, FEW_SEARCHES, PageArgs, RequestContext } from '@fanfare/graphql';
import { type Config, CONFIG, Problem } from '@fanfare/kernel';
import { DSA_COLUMNS, dsaStatement, type StatementRow } from './dsa-statement.js';
import { StatementsQueries } from './statements.queries.js';
import { ExportedStatementConnection, ExportedStatementModel, PeriodArgs, StatementFieldModel, TransparencyReportModel } from './transparency.model.js';
import { TransparencyQueries } from './transparency.queries.js';
import type { Period, TransparencyReport } from './transparency.report.js';

/** Public: whoever wants to know how a community is moderated counts for themselves. */
@Resolver(() => CommunityModel)
export class CommunityTransparencyResolver {
  constructor(
    private readonly queries: TransparencyQueries,
    private readonly list: StatementsQueries,
  ) {}

  @ResolveField(() => TransparencyReportModel)
  transparencyReport(@Parent() { id }: CommunityRow, @Args() period: PeriodArgs, @Ctx() context: RequestContext): Promise<TransparencyReport> {
    FEW_SEARCHES.count(context);
    return this.queries.report(id, checked(period));
  }

  @ResolveField(() => ExportedStatementConnection, { description: 'Every restriction decided in a period, the oldest first.' })
  exportedStatements(
    @Parent() { id }: CommunityRow,
    @Args() period: PeriodArgs,
    @Args() page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<StatementRow>> {
    FEW_LISTS.count(context);
    return this.list.page(id, checked(period), page);
  }
}

@Resolver(() => ExportedStatementModel)
export class ExportedStatementFieldsResolver {
  constructor(
    private readonly communities: CommunitiesLoaders,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ResolveField(() => [StatementFieldModel], { description: 'In the order of its columns; empty where one says nothing.' })
  async fields(@Parent() row: StatementRow, @Ctx() context: RequestContext): Promise<StatementFieldModel[]> {
    const community = await this.communities.byId.load(context, row.communityId);
    const statement = dsaStatement(row, `${this.config.publicUrl}/c/${community!.slug}/guidelines`);
    return DSA_COLUMNS.map((name) => ({ name, value: statement[name] }));
  }
}

/** @throws Problem `INVALID_INPUT` for a period that ends before it begins */
function checked(period: Period): Period {
  if (period.from >= period.to) throw new Problem('INVALID_INPUT', { field: 'to', rule: 'afterFrom' });
  return period;
}
