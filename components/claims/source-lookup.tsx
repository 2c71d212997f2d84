"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ComparedPart } from "@/lib/anchoring/compare-texts";
import type { Failure } from "@/lib/failure";
import { formatInstant } from "@/lib/format-date";
import type { Result } from "@/lib/result";
import type { ExcerptCheck } from "@/lib/sources/check-excerpt";
import type { Source } from "@/lib/sources/source";
import type { ReadCitations } from "./citation-paste";
import styles from "./evidence-fields.module.css";

/** What the desk can look up of a source; see lib/workflows. */
export interface SourceLookup {
  describeAddress: (input: {
    address: string;
  }) => Promise<
    Result<
      | { kind: "known"; source: Source }
      | { kind: "described"; fields: Pick<Source, "title" | "publisher" | "publishedOn" | "kind"> },
      Failure
    >
  >;
  readCitations: ReadCitations;
  checkExcerpt: (input: {
    sourceId: string;
    excerpt: string;
  }) => Promise<Result<{ kind: "not-kept" } | (ExcerptCheck & { snapshot: { takenAt: string } }), Failure>>;
}

/** Fills the fields of a source with what its page says of itself. */
export function FillFromPage({
  address,
  lookUp,
  onKnown,
  onDescribed,
}: {
  address: string;
  lookUp: SourceLookup["describeAddress"];
  onKnown: (source: Source) => void;
  onDescribed: (fields: Pick<Source, "title" | "publisher" | "publishedOn" | "kind">) => void;
}) {
  const [state, setState] = useState<{ kind: "idle" | "pending" } | { kind: "said"; words: string }>({
    kind: "idle",
  });
  if (address.trim() === "") return null;
  async function look() {
    setState({ kind: "pending" });
    const result = await lookUp({ address }).catch(() => null);
    if (!result)
      return setState({ kind: "said", words: "The server cannot be reached. Try again in a moment." });
    if (!result.ok) return setState({ kind: "said", words: result.error.message });
    if (result.value.kind === "known") return onKnown(result.value.source);
    onDescribed(result.value.fields);
    setState({ kind: "said", words: "The fields are filled with what the page says. Look them over." });
  }
  return (
    <div className={styles.lookup}>
      <Button pending={state.kind === "pending"} onClick={look}>
        {state.kind === "pending" ? "Looking it up …" : "Fill in from the page"}
      </Button>
      <span role="status">{state.kind === "said" && state.words}</span>
    </div>
  );
}

/** Holds an excerpt against the copy that the desk keeps of its source. */
export function ExcerptChecker({
  sourceId,
  excerpt,
  check,
}: {
  sourceId: string;
  excerpt: string;
  check: SourceLookup["checkExcerpt"];
}) {
  const [pending, setPending] = useState(false);
  const [found, setFound] = useState<Awaited<ReturnType<typeof check>> | null>(null);
  if (excerpt.trim() === "") return null;
  return (
    <div className={styles.lookup}>
      <Button
        pending={pending}
        onClick={async () => {
          setPending(true);
          setFound(
            await check({ sourceId, excerpt }).catch(() => ({
              ok: false as const,
              error: {
                kind: "unavailable" as const,
                message: "The server cannot be reached. Try again in a moment.",
              },
            })),
          );
          setPending(false);
        }}
      >
        {pending ? "Checking …" : "Check the excerpt"}
      </Button>
      <div role="status">{found && (found.ok ? outcomeOf(found.value, sourceId) : found.error.message)}</div>
    </div>
  );
}

type Checked = Extract<Awaited<ReturnType<SourceLookup["checkExcerpt"]>>, { ok: true }>["value"];

function outcomeOf(checked: Checked, sourceId: string) {
  const library = <a href={`/desk/sources/${sourceId}`}>its page in the library</a>;
  if (checked.kind === "not-kept") return <>No copy of this source is kept yet. Keep one on {library}.</>;
  const copy = `the copy of ${formatInstant(checked.snapshot.takenAt)}`;
  switch (checked.kind) {
    case "found":
      return <>These words stand in {copy}.</>;
    case "missing":
      return (
        <>
          Nothing like these words stands in {copy}: see {library}.
        </>
      );
    case "differs":
      return (
        <>
          {copy[0]?.toUpperCase() + copy.slice(1)} says it differently: {checked.parts.map(drawPart)}
        </>
      );
  }
}

function drawPart({ kind, text }: ComparedPart, index: number) {
  const key = `${index}-${kind}`;
  if (kind === "same") return <span key={key}>{text}</span>;
  return kind === "removed" ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
}
