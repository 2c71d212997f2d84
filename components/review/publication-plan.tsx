"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import styles from "./publish-panel.module.css";

/** A publication that waits for its time. */
export interface PlannedPublication {
  /** ISO 8601 instant. */
  at: string;
  scheduledBy: { name: string };
  /** Why it could not be made when its time came. */
  failure: string | null;
}

/** Says when the article will be published, or why it was not. */
export function PlannedNotice({
  plan,
  pending,
  onCancel,
}: {
  plan: PlannedPublication;
  pending: boolean;
  onCancel: () => void;
}) {
  return (
    <Notice tone={plan.failure ? "failure" : "plain"}>
      <p className={styles.lead}>
        {plan.failure ? (
          <>
            It was to be published <RelativeTime at={plan.at} />, and could not be: {plan.failure}
          </>
        ) : (
          <>
            It will be published <RelativeTime at={plan.at} />, {localTime(plan.at)}, as{" "}
            {plan.scheduledBy.name} planned, if nothing stands in the way then.
          </>
        )}
      </p>
      <Button pending={pending} onClick={onCancel}>
        {plan.failure ? "Drop the plan" : "Do not publish by itself"}
      </Button>
    </Notice>
  );
}

/** Asks for the time at which the article is to be published by itself. */
export function PlanForm({
  errors,
  pending,
  onPlan,
}: {
  errors: readonly string[] | undefined;
  pending: boolean;
  /** @param at ISO 8601 instant, or what was typed where that is none */
  onPlan: (at: string) => void;
}) {
  const [value, setValue] = useState("");
  return (
    <form
      className={styles.plan}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        const at = new Date(value);
        onPlan(Number.isNaN(at.getTime()) ? value : at.toISOString());
      }}
    >
      <Field
        label="Publish at"
        hint="By the clock of this computer. What is approved then is published."
        errors={errors}
      >
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" pending={pending}>
        Plan it
      </Button>
    </form>
  );
}

function localTime(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" }).format(new Date(iso));
}
