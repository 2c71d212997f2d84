import type { SourceGroup } from "@/lib/redactions/group-sources";
import { REDACTION_KINDS, type RedactionKind } from "@/lib/redactions/redaction";
import type { RedactionTargetInput, SourceWord } from "@/lib/redactions/redaction-input";

/** What an editor has chosen so far, for every kind, so that a change of the kind loses nothing. */
export interface TargetDraft {
  kind: RedactionKind;
  /** Keys of the chosen sources. */
  sources: readonly string[];
  words: readonly SourceWord[];
  text: string;
  matchCase: boolean;
  excerpt: string;
  address: string;
  passage: string;
}

/** The form as it opens: with the matches of a proposed source chosen. */
export function startDraft(sources: readonly SourceGroup[]): TargetDraft {
  return {
    kind: "source",
    sources: sources.filter(({ isMatch }) => isMatch).map(({ key }) => key),
    words: ["title", "authors"],
    text: "",
    matchCase: false,
    excerpt: "",
    address: "",
    passage: "",
  };
}

/** Whether stored choices are still possible. */
export function isTargetDraft({ kind, sources, words }: TargetDraft): boolean {
  return REDACTION_KINDS.includes(kind) && [...sources, ...words].every((each) => typeof each === "string");
}

/** The target that a draft describes. */
export function redactionTargetOf(draft: TargetDraft, sources: readonly SourceGroup[]): RedactionTargetInput {
  switch (draft.kind) {
    case "source":
      return {
        kind: "source",
        at: sources.filter(({ key }) => draft.sources.includes(key)).flatMap(({ at }) => at),
        words: [...draft.words],
      };
    case "text":
      return { kind: "text", text: draft.text, matchCase: draft.matchCase };
    case "excerpt":
      return { kind: "excerpt", text: draft.excerpt };
    case "attachment":
      return { kind: "attachment", address: draft.address };
    case "passage":
      return { kind: "passage", text: draft.passage };
  }
}
