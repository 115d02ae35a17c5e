import { registerEnumType } from '@nestjs/graphql';
import { WITHHOLDINGS, type Withholding } from '@fanfare/kernel';

export const WithholdingEnum = Object.fromEntries(WITHHOLDINGS.map((kind) => [kind, kind])) as { [kind in Withholding]: kind };
registerEnumType(WithholdingEnum, {
  name: 'Withholding',
  description: 'Why a text is not shown. Its author and the moderators read it all the same; to others it is empty and has no author.',
  valuesMap: {
    HOLD: { description: 'It waits for a moderator.' },
    HIDDEN: { description: 'Hidden by a decision, for a time or until it is changed.' },
    REMOVED: { description: 'Removed by a decision.' },
  },
});

/** Of a field that says so. */
export const WITHHELD_DESCRIPTION = 'That it is not shown, and why; null for what is.';

/** Of an input's `rephrased`. */
export const REPHRASED_DESCRIPTION =
  'Of a text that was sent back with REPHRASE: its `nudge`. The author has thought about it, and the text is kept as it is now.';
