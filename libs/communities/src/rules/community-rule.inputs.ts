import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { CommunityModel } from '../community.model.js';
import { LONGEST_RULE, LONGEST_RULE_TITLE, MOST_RULES } from './rule-changes.js';

@InputType('CommunityRuleInput')
export class CommunityRuleInput {
  @Field(() => Int, { description: '1 to 99. One that was retired may come back: its wordings go on counting.' })
  number: number;

  @MaxLength(LONGEST_RULE_TITLE)
  @Field({ description: `Up to ${LONGEST_RULE_TITLE} characters.` })
  title: string;

  @MaxLength(LONGEST_RULE)
  @Field({ description: `Plain text, up to ${LONGEST_RULE.toLocaleString('en')} characters.` })
  body: string;
}

@InputType()
export class UpdateCommunityRulesInput {
  @Field({ description: 'The slug.' })
  community: string;

  @ArrayMaxSize(MOST_RULES)
  @ValidateNested({ each: true })
  @Type(() => CommunityRuleInput)
  @Field(() => [CommunityRuleInput], { description: `All rules as they shall be, 1 to ${MOST_RULES}; what is left out is retired. None may forbid criticism or a negative opinion (RULE_AGAINST_CRITICISM).` })
  rules: CommunityRuleInput[];

  @IsOptional()
  @Field(() => Int, { nullable: true, description: '`rulesVersion` as it was read: refused with STALE_VERSION when somebody changed them since.' })
  version?: number | null;
}

@ObjectType()
export class UpdateCommunityRulesPayload {
  @Field(() => CommunityModel)
  community: CommunityModel;
}
