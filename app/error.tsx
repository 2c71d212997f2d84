"use client";

import { useEffect, useRef } from "react";
import messages from "@/lib/words/en/error-pages.json" with { type: "json" };
import { makeTranslator } from "@/lib/words/translator";

// Its own catalogue alone: what other modules do when they load may be what failed.
const t = makeTranslator("en", messages);

/** Shown when a page fails. The cause is in the server's log, under the number shown. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone: without this, a screen reader would not notice that the page is another one.
  useEffect(() => title.current?.focus(), []);
  return (
    <main style={{ maxWidth: "40rem", margin: "4rem auto", padding: "0 1.25rem" }}>
      <h1 ref={title} tabIndex={-1}>
        {t("failed.title")}
      </h1>
      <p>{error.digest ? t("failed.textWithNumber", { number: error.digest }) : t("failed.text")}</p>
      <button type="button" className="action" onClick={reset}>
        {t("failed.again")}
      </button>
    </main>
  );
}
