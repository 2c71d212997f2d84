"use client";

import { type FormEvent, useState } from "react";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./sources.module.css";

/** Adds a source by its address; its page in the library then has all its fields, filled with what its own page says. */
export function SourceAdd({
  add,
}: {
  add: (input: {
    address: string;
    title: string;
  }) => Promise<Result<{ id: string; created: boolean }, Failure>>;
}) {
  const [address, setAddress] = useState("");
  const [title, setTitle] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    setFailure(null);
    const result = await attempt(() => add({ address, title }));
    if (result.ok)
      return window.location.assign(
        `/desk/sources/${result.value.id}${result.value.created ? "?added=1" : "?known=1"}`,
      );
    setPending(false);
    setFailure(result.error);
  }

  const shown = failure && !messagesFor(failure, "address") && !messagesFor(failure, "title");
  return (
    <Form className={styles.form} onSubmit={submit} noValidate aria-label="New source">
      {shown && <Notice tone="failure">{failure.message}</Notice>}
      <Field
        label="Address or DOI"
        optional
        hint="Its page is asked for its title, authors, publisher and date. One that the desk has already is opened."
        errors={messagesFor(failure, "address") ?? messagesFor(failure, "url")}
      >
        {(control) => (
          <input
            {...control}
            value={address}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="https://"
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Title"
        optional
        hint="Of a source without an address, or one whose page cannot be asked."
        errors={messagesFor(failure, "title")}
      >
        {(control) => <input {...control} value={title} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <div>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? "Looking it up …" : "Add the source"}
        </Button>
      </div>
    </Form>
  );
}
