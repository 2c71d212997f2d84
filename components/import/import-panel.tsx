"use client";

import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import styles from "./import.module.css";
import type { ImportInput } from "./import-types";

/** Where an article is given: by its address, or as files, chosen or dropped. */
export function ImportPanel({ onGive }: { onGive: (given: ImportInput[]) => void }) {
  const address = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const [over, setOver] = useState(false);

  function giveAddress() {
    const given = address.current?.value.trim() ?? "";
    setMissing(given === "");
    if (given !== "") onGive([{ address: given }]);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) return onGive(files.map((file) => ({ file })));
    const link = event.dataTransfer.getData("text/uri-list").split("\n")[0]?.trim();
    if (link) onGive([{ address: link }]);
  }

  return (
    <section
      className={styles.given}
      aria-label="Where the article is"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.givenRow}>
        <label htmlFor="given-address">From an address</label>
        <input
          id="given-address"
          ref={address}
          className="input"
          type="url"
          inputMode="url"
          placeholder="https://"
          aria-describedby="given-hint"
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            giveAddress();
          }}
        />
        <Button onClick={giveAddress}>Fetch</Button>
      </div>
      <div className={styles.givenRow}>
        <label htmlFor="given-file">From files</label>
        <input
          id="given-file"
          type="file"
          multiple
          accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,.xml,.rss"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // The same file may be given again.
            event.target.value = "";
            if (files.length > 0) onGive(files.map((file) => ({ file })));
          }}
        />
      </div>
      <p id="given-hint" className={styles.hint}>
        The address of an article, a feed or a sitemap. Files are plain text, Markdown, HTML, DOCX or PDF, up
        to 32 MB each; they can be dropped here, several at once. Or paste the article below.
      </p>
      {missing && <Notice tone="failure">Give the address of the article, beginning with https://.</Notice>}
    </section>
  );
}
