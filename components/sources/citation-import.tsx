"use client";

import { type FormEvent, useState } from "react";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { type CitationFormat, citationFiles } from "@/lib/citations/citation-format";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { CitationEntries, type CitationEntry } from "./citation-entries";
import styles from "./sources.module.css";

interface Preview {
  format: CitationFormat;
  entries: CitationEntry[];
}

/** Bytes that are read of a file; the server counts characters. */
const FILE_LIMIT = 8_000_000;

/** Takes sources in from BibTeX, RIS or CSL-JSON: given, looked over, then stored. */
export function CitationImport({
  preview,
  takeIn,
}: {
  preview: (input: { text: string }) => Promise<Result<Preview, Failure>>;
  takeIn: (input: {
    text: string;
    chosen: number[];
  }) => Promise<Result<{ taken: number; known: number }, Failure>>;
}) {
  const [text, setText] = useState("");
  /** What was read, and of which text: a later change of the field does not reach it. */
  const [read, setRead] = useState<(Preview & { text: string }) | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState<{ taken: number; known: number } | null>(null);

  async function look(given: string) {
    setPending(true);
    setDone(null);
    const result = await attempt(() => preview({ text: given }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setRead(result.ok ? { ...result.value, text: given } : null);
  }

  async function choose(file: File | undefined) {
    if (!file) return;
    if (file.size > FILE_LIMIT) {
      setRead(null);
      return setFailure({
        kind: "invalid",
        message: `${file.name} has ${Math.ceil(file.size / 1e6)} MB; 8 fit. Export fewer entries at a time.`,
      });
    }
    await look(await file.text());
  }

  async function store(chosen: number[]) {
    if (!read) return;
    setPending(true);
    const result = await attempt(() => takeIn({ text: read.text, chosen }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setDone(result.value);
    setRead(null);
    setText("");
  }

  return (
    <>
      {failure && !messagesFor(failure, "text") && <Notice tone="failure">{failure.message}</Notice>}
      {done && (
        <Notice tone="success">
          {takenWords(done)} <a href="/desk/sources">See the sources</a>
        </Notice>
      )}
      <Form
        className={styles.form}
        aria-label="Entries"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void look(text);
        }}
      >
        <Field
          label="Entries"
          hint="BibTeX, RIS or CSL-JSON. In Zotero: select, then Edit, Copy as BibTeX or CSL-JSON; or export a file. Nothing is looked up on the network."
          errors={messagesFor(failure, "text")}
        >
          {(control) => (
            <textarea
              {...control}
              value={text}
              rows={8}
              spellCheck={false}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.give}>
          <Button type="submit" look={read ? "plain" : "primary"} pending={pending}>
            Look them over
          </Button>
          <label>
            or a file{" "}
            <input
              type="file"
              accept=".bib,.bibtex,.ris,.json,.txt"
              onChange={(event) => {
                const file = event.target.files?.[0];
                void choose(file);
                // The same file may be given again.
                event.target.value = "";
              }}
            />
          </label>
        </div>
      </Form>
      {read && (
        <CitationEntries
          key={read.text}
          format={citationFiles[read.format].label}
          entries={read.entries}
          pending={pending}
          onTakeIn={store}
        />
      )}
    </>
  );
}

function takenWords({ taken, known }: { taken: number; known: number }): string {
  const sources = taken === 1 ? "1 source is" : `${taken} sources are`;
  return `${sources} taken in.${known > 0 ? ` ${known} the desk had already.` : ""}`;
}
