import { type Claim, needsChecking } from "@/lib/claims/claim";

/** Whether a claim of a manuscript suggests a wording that can be accepted now: its position in the text is certain. */
export function suggestsWording({ purpose, state, anchor, outcome }: Claim): boolean {
  return (
    purpose === "manuscript" && outcome?.kind === "change" && state !== "retired" && !needsChecking(anchor)
  );
}
