"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { DeskRead } from "@/components/reads/read-desk";
import type { HistoryItem } from "@/components/review/claim-history";
import type { ClaimVotesActions } from "@/components/review/claim-votes";
import type { DescribedCandidate } from "@/lib/anchoring/find-candidates";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { Claim, PersonName } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import type { ReviewActionName } from "@/lib/review/transition";
import type { Ballot } from "@/lib/review/vote";
import type { CopyState } from "@/lib/sources/copy-state";
import type { BatchClaims } from "./assign-claim";

/** The result of comparing an excerpt with the saved copy of its source; see lib/workflows/sources/copies/source-copies.ts. */
export interface EvidenceCopyCheck extends CopyState {
  evidenceId: string;
  snapshotId: string | null;
  excerpt: "found" | "differs" | "missing" | null;
}

/** What is read about a claim while its card is open. */
export interface ClaimReads {
  suggestPositions: DeskRead<{ claimId: string }, DescribedCandidate[]>;
  loadHistory: DeskRead<{ claimId: string }, HistoryItem[]>;
  loadBallot: DeskRead<{ claimId: string }, Ballot>;
  checkEvidenceCopies: DeskRead<{ claimId: string }, EvidenceCopyCheck[]>;
}

/** What a person can do with the claims of an article. The object never changes, so that cards only render again with their claim. */
export interface ClaimActions extends ClaimReads {
  actor: Actor;
  /** People to whom claims can be assigned. */
  people: readonly PersonName[];
  /** Opens or closes a claim. */
  toggle: (id: string) => void;
  edit: (claim: Claim) => void;
  /** Opens the form of the next claim without a verdict. @param afterId a claim to look behind; null to begin with the first */
  fillIn: (afterId: string | null) => void;
  remove: (claim: Claim) => void;
  /** @returns whether the step was saved or queued */
  review: (claim: Claim, action: ReviewActionName, note?: string) => Promise<boolean>;
  rate: ClaimVotesActions["onRate"];
  /** Puts the suggested wording into the text, as the next version. */
  acceptWording: (claim: Claim) => void;
  /** Lets the text stand although another wording was suggested. @returns whether it was saved or queued */
  declineWording: (claim: Claim, reason: string) => Promise<boolean>;
  /** @param assigneeId null to unassign the claim */
  assign: (claim: Claim, assigneeId: string | null) => Promise<boolean>;
  /** @param position a suggested range, the text selected in the article, or the range that re-anchoring found */
  confirmPosition: (claim: Claim, position: TextRange | "selection" | "found") => void;
  /** Closes a claim, with the focus on its words in the text. */
  backToText: (claim: Claim) => void;
  /** Scrolls the text so that a range is above an edge, in pixels from the top of the window. */
  showAbove: (range: TextRange, edge: number) => void;
  /** Scrolls the article to a range. */
  show: (range: TextRange) => void;
  /** Selects the claim’s text in the article, to adjust it there. */
  adjust: (claim: Claim) => void;
  duplicate: (claim: Claim) => void;
  /** Splits the claim in two at the cursor. */
  split: (claim: Claim) => void;
  merge: (claim: Claim, other: Claim) => void;
  /** The claims that a claim can be merged with, the nearest first. */
  neighboursOf: (claim: Claim) => Claim[];
  /** Applies one action to many claims of an article, and reports on each; `applyBatch` then shows the changed ones. */
  batch: BatchClaims;
  applyBatch: (changed: readonly Claim[]) => void;
}

const ClaimActionsContext = createContext<ClaimActions | null>(null);

/** Passes the actions to the claim cards on a page. */
export function ClaimActionsProvider({ actions, children }: { actions: ClaimActions; children: ReactNode }) {
  return <ClaimActionsContext value={actions}>{children}</ClaimActionsContext>;
}

export function useClaimActions(): ClaimActions {
  const actions = useContext(ClaimActionsContext);
  if (!actions) throw new Error("a claim is shown outside of ClaimActionsProvider");
  return actions;
}
