"use client";

import { useRef, useState } from "react";
import styles from "@/components/claims/evidence-fields.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import type { ComparedPart } from "@/lib/anchoring/compare-words";
import { formatInstant } from "@/lib/format-date";
import type { Source } from "@/lib/sources/source";
import { CopyPicker } from "./copy-picker";
import { CopyStateLine, useCopyState } from "./copy-state-line";
import type { DescribedFields, SourceLookup } from "./lookup-actions";

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
  onDescribed: (fields: DescribedFields) => void;
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

/** What an excerpt has to do with the copy that the desk keeps of its source: it is held against it, or picked from it. */
export function ExcerptTools({
  sourceId,
  excerpt,
  lookup,
  onTake,
}: {
  sourceId: string;
  excerpt: string;
  lookup: SourceLookup;
  onTake: (excerpt: string) => void;
}) {
  const [pending, setPending] = useState(false);
  const [found, setFound] = useState<Awaited<ReturnType<SourceLookup["checkExcerpt"]>> | null>(null);
  const [picking, setPicking] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const state = useCopyState(
    sourceId,
    () => lookup.checkSourceCopy({ sourceId }),
    ({ copy }) => copy.kind === "waiting",
  );
  function take(words: string) {
    setFound(null);
    onTake(words);
  }
  async function check() {
    setPending(true);
    setFound(await attempt(() => lookup.checkExcerpt({ sourceId, excerpt })));
    setPending(false);
  }
  const wording = found?.ok && found.value.kind === "differs" ? found.value.wording : null;
  return (
    <>
      {state && <CopyStateLine sourceId={sourceId} state={state} />}
      <div className={styles.lookup} ref={opener}>
        {(state === null || state.copy.kind === "kept") && (
          <Button aria-expanded={picking} onClick={() => setPicking(!picking)}>
            Pick from the copy
          </Button>
        )}
        {excerpt.trim() !== "" && (
          <Button pending={pending} onClick={check}>
            {pending ? "Checking …" : "Check the excerpt"}
          </Button>
        )}
        <div role="status">
          {found && (found.ok ? outcomeOf(found.value, sourceId) : found.error.message)}
        </div>
        {wording !== null && <Button onClick={() => take(wording)}>Take the copy’s wording</Button>}
      </div>
      {picking && (
        <CopyPicker
          sourceId={sourceId}
          excerpt={excerpt}
          lookup={lookup}
          onTake={take}
          onClose={() => {
            setPicking(false);
            opener.current?.querySelector("button")?.focus();
          }}
        />
      )}
    </>
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
