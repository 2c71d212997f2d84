import type { StepRow } from "./process-record";

/** The stages of a claim on its way to readers. Two are work; in the other two a claim waits for someone. */
export const STAGES = ["draft", "waiting", "deciding", "publishing"] as const;
export type Stage = (typeof STAGES)[number];

export const WORK_STAGES: readonly Stage[] = ["draft", "deciding"];

/** A stage that a claim was in and left. */
export interface StageTime {
  stage: Stage;
  /** Seconds. */
  duration: number;
  /** When it ended, in seconds since 1970. */
  until: number;
  /** Whether the person whose figures are wanted ended it. */
  byPerson: boolean;
}

/**
 * The stages that claims left by going on, in the order of the steps. What ended otherwise, such as a withdrawn submission or an excluded claim, has no
 * duration: nobody finished it.
 *
 * - draft: from the creation, a return or a reopening until the submission
 * - waiting: from the submission until the first vote, return or approval
 * - deciding: from the first vote until the claim is approved or returned
 * - publishing: from the approval until the publication
 */
export function stageTimes(steps: readonly StepRow[]): StageTime[] {
  const times: StageTime[] = [];
  let claim: number | null = null;
  let stage: Stage | null = null;
  let since = 0;
  const enter = (next: Stage | null, at: number) => {
    stage = next;
    since = at;
  };
  for (const [of, action, to, at, byPerson] of steps) {
    if (of !== claim) enter(null, at);
    claim = of;
    /** Ends the stage, if it is one of those that this step finishes. */
    const finish = (...stages: Stage[]) => {
      if (stage !== null && stages.includes(stage))
        times.push({ stage, duration: at - since, until: at, byPerson: byPerson === 1 });
    };
    switch (action) {
      case "create":
      case "withdraw":
      case "reopen":
      case "restore":
        enter("draft", at);
        break;
      case "submit":
        finish("draft");
        enter("waiting", at);
        break;
      case "raise_approvals":
        enter("waiting", at);
        break;
      case "vote":
        finish("waiting");
        if (stage === "waiting") enter("deciding", at);
        else if (to === "approved") finish("deciding");
        if (to === "approved") enter("publishing", at);
        break;
      case "approve":
      case "settle":
        finish("waiting", "deciding");
        enter("publishing", at);
        break;
      case "return":
        finish("waiting", "deciding");
        enter("draft", at);
        break;
      case "publish":
        finish("publishing");
        enter(null, at);
        break;
      case "include":
        enter(to === "approved" ? "publishing" : to === "draft" ? "draft" : "waiting", at);
        break;
      case "exclude":
      case "retire":
      case "unpublish":
        enter(null, at);
        break;
    }
  }
  return times;
}
