"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { SuggestClaimants } from "@/components/claimants/claimant-combobox";
import type { SourceLookup } from "@/components/sources/lookup-actions";
import type { SuggestSources } from "@/components/sources/source-combobox";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";

/** What the form of a claim can look up about claimants and sources. */
export interface SourceActions extends SourceLookup {
  suggestClaimants: SuggestClaimants;
  suggestSources: SuggestSources;
  attachFile: AttachFileToSource;
}

/**
 * Attaches a file to a source: `file`, and `sourceId` or the fields of a new one as JSON in `source`. A new source is added even if its
 * file is refused: `refusal` says why.
 */
export type AttachFileToSource = (
  form: FormData,
  key: string,
) => Promise<Result<{ source: Source; refusal: string | null }, Failure>>;

const SourceActionsContext = createContext<SourceActions | null>(null);

/** Passes the actions to the sources of the claim forms on a page. */
export function SourceActionsProvider({
  actions,
  children,
}: {
  actions: SourceActions;
  children: ReactNode;
}) {
  return <SourceActionsContext value={actions}>{children}</SourceActionsContext>;
}

export function useSourceActions(): SourceActions {
  const actions = useContext(SourceActionsContext);
  if (!actions) throw new Error("a claim form is shown outside of SourceActionsProvider");
  return actions;
}
