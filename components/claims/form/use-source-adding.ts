import { type ClipboardEvent, useState } from "react";
import {
  type ClaimDraft,
  type EvidenceDraft,
  knownSourceFields,
  newEvidence,
} from "@/components/drafts/claim-draft";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import { citationFormatOf } from "@/lib/citations/citation-format";
import type { Source } from "@/lib/sources/source";
import { citedRow } from "./citation-paste";
import { isTextField } from "./is-text-field";
import { useSourceActions } from "./source-actions";
import { isAddress, newSourceRow } from "./source-rows";

/** A row that was just added. */
export interface AddedRow {
  key: string;
  /** Where the next thing happens: at its stance, or at its address if it is to be filled in. */
  focus: "stance" | "address";
  /** Whether its page is to be looked up. */
  lookUp: boolean;
}

/** Adds sources to a claim's form: known ones, typed ones, and what is pasted. */
export function useSourceAdding(changeDraft: (change: (before: ClaimDraft) => ClaimDraft) => void) {
  const t = useWords("claimForm");
  const { readCitations } = useSourceActions();
  const [added, setAdded] = useState<AddedRow | null>(null);
  const [status, setStatus] = useState("");

  function add(row: EvidenceDraft, before: Partial<ClaimDraft> = {}): void {
    setStatus("");
    const isEmpty = row.sourceId === null && row.url === "" && row.title === "";
    const lookUp = row.sourceId === null && isAddress(row.url) && row.title === "";
    setAdded({ key: row.key, focus: isEmpty ? "address" : "stance", lookUp });
    changeDraft((draft) => ({ ...draft, ...before, evidence: [...draft.evidence, row] }));
  }

  async function addCitation(text: string): Promise<void> {
    const result = await attempt(() => readCitations({ text }));
    if (!result.ok) return setStatus(t("source.citationNotRead", { reason: result.error.message }));
    for (const entry of result.value.entries)
      add(entry.known ? { ...newEvidence(), ...knownSourceFields(entry.known) } : citedRow(entry));
  }

  return {
    added,
    /** What became of a pasted citation, if it could not be read. */
    status,
    addKnown: (source: Source) =>
      add({ ...newEvidence(), ...knownSourceFields(source) }, { sourceQuery: "" }),
    /** @param text the address or the title of a source; empty for a row to fill in */
    addTyped: (text: string) => add(newSourceRow(text), { sourceQuery: "" }),
    /** Adds a pasted address or citation as a source, unless it is pasted into another text. */
    onPaste(event: ClipboardEvent): void {
      const { target } = event;
      const isSourceField = target instanceof Element && target.closest("[data-source-field]") !== null;
      if (event.defaultPrevented || (isTextField(target) && !isSourceField)) return;
      const text = event.clipboardData.getData("text/plain").trim();
      const isCitation = citationFormatOf(text) !== null;
      if (!isCitation && !isAddress(text)) return;
      event.preventDefault();
      if (isCitation) void addCitation(text);
      else add(newSourceRow(text));
    },
  };
}

export type SourceAdding = ReturnType<typeof useSourceAdding>;
