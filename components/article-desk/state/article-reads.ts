import { claimantReads } from "@/components/claimants/claimant-combobox";
import type { ClaimReads } from "@/components/claims/claim-actions";
import { deskRead } from "@/components/reads/read-desk";
import { sourceReads } from "@/components/sources/source-reads";
import type { StandardsReads } from "./standards";

const claimReads: ClaimReads = {
  suggestPositions: deskRead("positions"),
  loadHistory: deskRead("claim-history"),
  loadBallot: deskRead("ballot"),
  checkEvidenceCopies: deskRead("evidence-copies"),
};

const standardsReads: StandardsReads = {
  listScaleChoices: deskRead("scale-choices"),
  loadScale: deskRead("article-scale"),
};

/** What the article page reads while it is open. */
export const articleReads = {
  ...sourceReads,
  ...claimantReads,
  ...claimReads,
  ...standardsReads,
};

export type ArticleReads = typeof articleReads;
