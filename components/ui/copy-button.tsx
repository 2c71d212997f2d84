"use client";

import { useState } from "react";
import { Button } from "./button";

/** Puts a text on the clipboard, with its look where the program that it is pasted into takes that. */
export function CopyButton({ text, html, label }: { text: string; html?: string; label: string }) {
  const [said, setSaid] = useState("");
  async function copy() {
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": new Blob([text], { type: "text/plain" }),
          ...(html && { "text/html": new Blob([html], { type: "text/html" }) }),
        }),
      ]);
      setSaid("Copied");
    } catch {
      // The browser keeps the clipboard to itself, as it does without HTTPS.
      setSaid("Select it and copy it by hand");
    }
  }
  return (
    <>
      <Button look="quiet" onClick={copy} aria-label={label}>
        Copy
      </Button>
      <span role="status">{said}</span>
    </>
  );
}
