"use client";

import { useState } from "react";
import { useWords } from "@/components/words/use-words";
import { Button } from "./button";

/** Copies a text to the clipboard, also as HTML for programs that accept formatted text. */
export function CopyButton({ text, html, label }: { text: string; html?: string; label: string }) {
  const t = useWords("common");
  const [status, setStatus] = useState("");
  async function copy() {
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": new Blob([text], { type: "text/plain" }),
          ...(html && { "text/html": new Blob([html], { type: "text/html" }) }),
        }),
      ]);
      setStatus(t("copied"));
    } catch {
      // Browsers block the clipboard on pages without HTTPS.
      setStatus(t("copyFailed"));
    }
  }
  return (
    <>
      <Button look="quiet" onClick={copy} aria-label={label}>
        {t("copy")}
      </Button>
      <span role="status">{status}</span>
    </>
  );
}
