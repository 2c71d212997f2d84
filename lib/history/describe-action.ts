import { articleSentences } from "./article-sentences";
import { claimSentences } from "./claim-sentences";
import { deskSentences } from "./desk-sentences";
import { claimIdOf, type HistoryContext, type HistoryEvent } from "./history-event";
import { peopleSentences } from "./people-sentences";
import { claimOf, type Describe, type SentenceContext } from "./sentence-parts";
import { sourceSentences } from "./source-sentences";

/** Sentences of the known actions. Others are described by `describePlainAction`. */
const sentences: Readonly<Record<string, Describe>> = {
  ...articleSentences,
  ...claimSentences,
  ...sourceSentences,
  ...deskSentences,
  ...peopleSentences,
};

/** What the actor did, as a predicate in the past tense: "approved claim 3". */
export function describeAction(event: HistoryEvent, context: HistoryContext): string {
  const claim = claimOf(claimIdOf(event), context);
  return (sentences[event.action] ?? describePlainAction)(event, { ...context, claim });
}

/** "claim.assign" → "did “assign” on claim 3". */
function describePlainAction({ action, targetType }: HistoryEvent, { claim }: SentenceContext): string {
  const verb = action.slice(action.indexOf(".") + 1);
  return `did “${verb.replace(/[-_.]/g, " ")}” on ${targetType === "claim" ? claim : `the ${targetType}`}`;
}
