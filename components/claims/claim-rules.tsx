"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import { defaultSettings, type ManagedTags } from "@/lib/settings/desk-settings";
import { words } from "@/lib/words/words";

/** What the desk requires of a claim, for its form to show. The server enforces it. */
export interface ClaimRules {
  claimRequirements: ClaimRequirements;
  tags: ManagedTags;
}

const ClaimRulesContext = createContext<ClaimRules>(defaultSettings);

/** Passes the desk’s rules to the claim forms on a page. */
export function ClaimRulesProvider({ rules, children }: { rules: ClaimRules; children: ReactNode }) {
  return <ClaimRulesContext value={rules}>{children}</ClaimRulesContext>;
}

export function useClaimRules(): ClaimRules {
  return useContext(ClaimRulesContext);
}

/** Props of a field that say whether the desk requires it. */
export function need(required: boolean): { optional: true } | { aside: string } {
  return required ? { aside: words("claims")("requiredForReview") } : { optional: true };
}
