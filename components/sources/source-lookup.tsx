"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "@/components/claims/form/evidence-fields.module.css";
import { useDates } from "@/components/dates/dates-context";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { ComparedPart } from "@/lib/anchoring/compare-words";
import type { Dates } from "@/lib/personal/dates";
import type { Source } from "@/lib/sources/source";
import { words } from "@/lib/words/words";
import { CopyPicker } from "./copy-picker";
import { CopyStateLine, useCopyState } from "./copy-state-line";
import type { DescribedFields, SourceLookup } from "./lookup-actions";

/** Fills in the fields of a source from its page. */
export function FillFromPage({
  address,
  byItself = false,
  lookUp,
  onKnown,
  onDescribed,
}: {
  address: string;
  /** Whether the page is looked up at once, without the button. */
  byItself?: boolean;
  lookUp: SourceLookup["describeAddress"];
  onKnown: (source: Source) => void;
  /** @param isAsked whether the button was pressed */
  onDescribed: (fields: DescribedFields, isAsked: boolean) => void;
}) {
  const t = useWords("sources");
  const [pending, setPending] = useState(false);
  const [status, setStatus] = useState("");
  const isShown = useRef(true);
  const fillFirst = useRef(() => {});
  fillFirst.current = () => void fill(false);
  useEffect(() => {
    isShown.current = true;
    if (byItself) fillFirst.current();
    return () => {
      isShown.current = false;
    };
  }, [byItself]);
  if (address.trim() === "") return null;
  async function fill(isAsked: boolean) {
    setPending(true);
    setStatus("");
    const result = await attempt(() => lookUp({ address }));
    // The form was saved, or another source chosen.
    if (!isShown.current) return;
    setPending(false);
    if (!result.ok) return setStatus(result.error.message);
    if (result.value.kind === "known") return onKnown(result.value.source);
    onDescribed(result.value.fields, isAsked);
    setStatus(t("lookup.filled"));
  }
  return (
    <div className={styles.lookup}>
      <Button pending={pending} onClick={() => fill(true)}>
        {t(pending ? "lookup.pending" : "lookup.fill")}
      </Button>
      <span role="status">{status}</span>
    </div>
  );
}

/** Checks an excerpt against the saved copy of its source, or picks one from that copy. */
export function ExcerptTools({
  sourceId,
  excerpt,
  lookup,
  onPick,
}: {
  sourceId: string;
  excerpt: string;
  lookup: SourceLookup;
  onPick: (excerpt: string) => void;
}) {
  const dates = useDates();
  const t = useWords("sources");
  const [pending, setPending] = useState(false);
  const [check, setCheck] = useState<Awaited<ReturnType<SourceLookup["checkExcerpt"]>> | null>(null);
  const [picking, setPicking] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const state = useCopyState(
    sourceId,
    (options) => lookup.checkSourceCopy({ sourceId }, options),
    ({ copy }) => copy.kind === "waiting",
  );
  function pick(picked: string) {
    setCheck(null);
    onPick(picked);
  }
  async function runCheck() {
    setPending(true);
    setCheck(await attempt(() => lookup.checkExcerpt({ sourceId, excerpt })));
    setPending(false);
  }
  const wording = check?.ok && check.value.kind === "differs" ? check.value.wording : null;
  return (
    <>
      <div className={styles.lookup} ref={opener}>
        {(state === null || state.copy.kind === "saved") && (
          <Button aria-expanded={picking} onClick={() => setPicking(!picking)}>
            {t("picker.open")}
          </Button>
        )}
        {excerpt.trim() !== "" && (
          <Button pending={pending} onClick={runCheck}>
            {t(pending ? "excerpt.checking" : "excerpt.check")}
          </Button>
        )}
        <div role="status">
          {check && (check.ok ? describeCheck(check.value, sourceId, dates) : check.error.message)}
        </div>
        {wording !== null && <Button onClick={() => pick(wording)}>{t("excerpt.useCopyWording")}</Button>}
      </div>
      {/* Below the buttons: it comes a moment later, and would move them under the pointer. */}
      {state && <CopyStateLine sourceId={sourceId} state={state} />}
      {picking && (
        <CopyPicker
          sourceId={sourceId}
          excerpt={excerpt}
          lookup={lookup}
          onPick={pick}
          onClose={() => {
            setPicking(false);
            opener.current?.querySelector("button")?.focus();
          }}
        />
      )}
    </>
  );
}

type CheckValue = Extract<Awaited<ReturnType<SourceLookup["checkExcerpt"]>>, { ok: true }>["value"];

function describeCheck(check: CheckValue, sourceId: string, dates: Dates): ReactNode {
  const t = words("sources");
  const link = (text: ReactNode) => <a href={`/desk/sources/${sourceId}`}>{text}</a>;
  if (check.kind === "not-saved") return rich(t, "excerpt.noCopy", { link });
  const date = dates.instant(check.snapshot.takenAt);
  switch (check.kind) {
    case "found":
      return t("excerpt.found", { date });
    case "missing":
      return rich(t, "excerpt.missing", { date, link });
    case "differs":
      return rich(t, "excerpt.differs", { date, differences: <>{check.parts.map(renderPart)}</> });
  }
}

function renderPart({ kind, text }: ComparedPart, index: number) {
  const key = `${index}-${kind}`;
  if (kind === "same") return <span key={key}>{text}</span>;
  return kind === "removed" ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
}
