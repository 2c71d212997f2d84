"use client";

import { useEffect, useState } from "react";
import type { SourceLookup } from "@/components/sources/lookup-actions";
import { Button } from "@/components/ui/button";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Source } from "@/lib/sources/source";
import styles from "./evidence-fields.module.css";

const DEBOUNCE_MS = 400;

/** Offers the source that the desk already has with the typed address or title. */
export function KnownSourceOffer({
  address,
  title,
  find,
  onUse,
}: {
  address: string;
  title: string;
  find: SourceLookup["findKnownSource"];
  onUse: (source: Source) => void;
}) {
  const t = useWords("sources");
  const [known, setKnown] = useState<{ by: "address" | "title"; source: Source } | null>(null);
  useEffect(() => {
    setKnown(null);
    if (address.trim().length < 4 && title.trim().length < 4) return;
    const reading = new AbortController();
    const { signal } = reading;
    const timer = setTimeout(async () => {
      // The form works without the offer, so a failure is silent.
      const result = await find({ address, title }, { signal }).catch(() => null);
      if (!signal.aborted && result?.ok) setKnown(result.value);
    }, DEBOUNCE_MS);
    return () => {
      reading.abort();
      clearTimeout(timer);
    };
  }, [address, title, find]);
  return (
    <div className={styles.lookup}>
      <span role="status">
        {known &&
          rich(t, known.by === "address" ? "known.address" : "known.title", {
            title: <strong>{known.source.title}</strong>,
          })}
      </span>
      {known && <Button onClick={() => onUse(known.source)}>{t("known.use")}</Button>}
    </div>
  );
}
