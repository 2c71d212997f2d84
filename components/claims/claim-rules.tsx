"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import { defaultSettings, type ManagedTags } from "@/lib/settings/desk-settings";

/** What the desk asks of a claim, as its form shows it. The server holds to it, whatever a form shows. */
export interface ClaimRules {
  claimRequirements: ClaimRequirements;
  tags: ManagedTags;
}

const ClaimRulesContext = createContext<ClaimRules>(defaultSettings);

/** Hands the desk's rules to the forms of claims on a page. */
export function ClaimRulesProvider({ rules, children }: { rules: ClaimRules; children: ReactNode }) {
  return <ClaimRulesContext value={rules}>{children}</ClaimRulesContext>;
}

export function useClaimRules(): ClaimRules {
  return useContext(ClaimRulesContext);
}

/** How the label of a field goes on that the desk asks for, or does not. */
export function need(isAsked: boolean): { optional: true } | { aside: string } {
  return isAsked ? { aside: "needed before review" } : { optional: true };
}
