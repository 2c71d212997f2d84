"use client";

import { type DragEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import styles from "./import.module.css";
import type { ImportInput } from "./import-types";

/** The files that the file chooser offers; others can still be dropped, and are read by their content. */
const FILE_ENDINGS =
  ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.eml,.docx,.docm,.dotx,.odt,.ott,.fodt,.rtf,.epub,.pdf,.xml,.rss";

/** Where articles are imported from: an address, or files, chosen or dropped. */
export function ImportPanel({
  address,
  hint,
  onAdd,
  onGoToText,
}: {
  /** What can be imported here. */
  hint: string;
  address: { value: string; onChange: (event: { target: { value: string } }) => void };
  onAdd: (inputs: ImportInput[]) => void;
  /** Moves the focus to the text of the article, where it can be pasted. */
  onGoToText: () => void;
}) {
  const t = useWords("import");
  const isReady = useHydrated();
  const [missing, setMissing] = useState(false);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The page is opened to import something. A touch screen would open its keyboard over the rest.
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isReady && isFree && !matchMedia("(pointer: coarse)").matches)
      field.current?.focus({ preventScroll: true });
  }, [isReady]);

  function fetchAddress() {
    const typed = address.value.trim();
    setMissing(typed === "");
    if (typed !== "") onAdd([{ address: typed }]);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) return onAdd(files.map((file) => ({ file })));
    const link = event.dataTransfer.getData("text/uri-list").split("\n")[0]?.trim();
    if (link) onAdd([{ address: link }]);
  }

  return (
    <section
      className={styles.source}
      aria-label={t("source.label")}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.sourceRow}>
        <label htmlFor="import-address">{t("source.address")}</label>
        <input
          id="import-address"
          ref={field}
          {...address}
          // Earlier input would be lost.
          disabled={!isReady}
          className="input"
          type="url"
          inputMode="url"
          placeholder="https://"
          aria-describedby="import-hint"
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            fetchAddress();
          }}
        />
        <Button onClick={fetchAddress}>{t("source.fetch")}</Button>
      </div>
      <div className={styles.sourceRow}>
        <label htmlFor="import-file">{t("source.files")}</label>
        <input
          id="import-file"
          type="file"
          disabled={!isReady}
          multiple
          accept={FILE_ENDINGS}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // Without this, choosing the same file again fires no event.
            event.target.value = "";
            if (files.length > 0) onAdd(files.map((file) => ({ file })));
          }}
        />
      </div>
      <div className={styles.sourceRow}>
        <span className={styles.sourceName}>{t("source.text")}</span>
        <Button onClick={onGoToText}>{t("source.goToText")}</Button>
      </div>
      <p id="import-hint" className={styles.hint}>
        {hint}
      </p>
      {missing && <Notice tone="failure">{t("source.missing")}</Notice>}
    </section>
  );
}
