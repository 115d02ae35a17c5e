import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router';
import { notFound } from '~/data/query.server';
import { RulesPart } from '~/features/rules/rules-part';
import { LadderPart } from '~/features/running/ladder-part';
import { LevelsPart } from '~/features/running/levels-part';
import { SettingsFrame } from '~/features/running/settings-frame';
import { CategoriesPart, GeneralPart, GuidelinesPart, LookPart, TermsPart } from '~/features/running/settings-parts';
import { isPart } from '~/features/running/settings-rights';
import { loadSettings } from '~/features/running/settings.server';
import { metaTranslator, pageMeta } from '~/shell/meta';

const PARTS = { general: GeneralPart, look: LookPart, guidelines: GuidelinesPart, rules: RulesPart, categories: CategoriesPart, ladder: LadderPart, levels: LevelsPart, terms: TermsPart };
type Editable = keyof typeof PARTS;

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageMeta(matches, { title: metaTranslator(matches)(`running.part.${loaderData?.part ?? 'general'}`) });

export async function loader(side: LoaderFunctionArgs) {
  const { part } = side.params;
  if (!isPart(part) || !(part in PARTS)) throw notFound();
  return loadSettings(side, part);
}

export default function SettingsPart() {
  const { community, part, parts } = useLoaderData<typeof loader>();
  const Fields = PARTS[part as Editable];
  return <SettingsFrame part={part} parts={parts}><Fields key={part} community={community} /></SettingsFrame>;
}
