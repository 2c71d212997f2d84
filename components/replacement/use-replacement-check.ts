import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { deskRead } from "@/components/reads/read-desk";
import { attempt } from "@/components/ui/attempt";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ClaimOutcomes } from "@/lib/versions/claim-outcomes";
import type { PreviewReplacement, Replacement } from "./replacement-types";

const previewReplacement: PreviewReplacement = deskRead("replacement-preview");

/** Milliseconds after the last edit until the claims are checked again. */
const DEBOUNCE_MS = 1000;

/** What is known of the claims in the new text. */
export type ReplacementCheck =
  /** There is no new text yet. */
  | { kind: "none" }
  /** The server compares; `last` is what it found for the text before the last edit. */
  | { kind: "checking"; last: ClaimOutcomes | null }
  /** For exactly the text that is on the page. */
  | { kind: "current"; outcomes: ClaimOutcomes }
  | { kind: "failed"; failure: Failure };

/**
 * Has the server say what happens to the claims in a new text: when the text arrives, and again when it was edited.
 * @param versionId the version that it replaces
 */
export function useReplacementCheck(
  doc: DocumentNode,
  { articleId, versionId }: Pick<Replacement, "articleId" | "versionId">,
  preview: PreviewReplacement = previewReplacement,
): { state: ReplacementCheck; check: () => Promise<Result<ClaimOutcomes, Failure>> } {
  const key = useMemo(() => `${versionId} ${JSON.stringify(doc)}`, [versionId, doc]);
  const isEmpty = useMemo(() => !hasText(doc), [doc]);
  const [checked, setChecked] = useState<{ key: string; result: Result<ClaimOutcomes, Failure> } | null>(
    null,
  );
  const [last, setLast] = useState<ClaimOutcomes | null>(null);
  /** The text that is on the page: an answer about another one comes too late. */
  const wanted = useRef(key);
  wanted.current = key;
  const running = useRef<{ key: string; answer: Promise<Result<ClaimOutcomes, Failure>> } | null>(null);

  const check = useCallback(() => {
    if (running.current?.key === key) return running.current.answer;
    const content = { format: "document" as const, value: JSON.stringify(doc) };
    const answer = attempt(() => preview({ articleId, versionId, content })).then((result) => {
      if (running.current?.answer === answer) running.current = null;
      if (wanted.current === key) setChecked({ key, result });
      if (result.ok) setLast(result.value);
      return result;
    });
    running.current = { key, answer };
    return answer;
  }, [key, doc, articleId, versionId, preview]);

  const isChecked = checked?.key === key;
  const isFirst = last === null;
  useEffect(() => {
    if (isEmpty || isChecked) return;
    const timer = setTimeout(check, isFirst ? 0 : DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [isEmpty, isChecked, isFirst, check]);

  if (isEmpty) return { state: { kind: "none" }, check };
  if (!checked || !isChecked) return { state: { kind: "checking", last }, check };
  const { result } = checked;
  return {
    state: result.ok
      ? { kind: "current", outcomes: result.value }
      : { kind: "failed", failure: result.error },
    check,
  };
}

function hasText({ text, content = [] }: DocumentNode): boolean {
  return (text !== undefined && text.trim() !== "") || content.some(hasText);
}
