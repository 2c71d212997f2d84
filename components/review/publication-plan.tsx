"use client";

import type { FormEvent } from "react";
import { useDates } from "@/components/dates/dates-context";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import styles from "./publish-panel.module.css";

/** A scheduled publication. */
export interface PlannedPublication {
  /** ISO 8601 instant. */
  at: string;
  scheduledBy: { name: string };
  /** Why it could not be published at that time. */
  failure: string | null;
}

/** Shows when the article will be published, or why it was not. */
export function PlannedNotice({
  plan,
  pending,
  onCancel,
}: {
  plan: PlannedPublication;
  pending: boolean;
  onCancel: () => void;
}) {
  const dates = useDates();
  const t = useWords("publication");
  const relative = <RelativeTime at={plan.at} />;
  return (
    <Notice tone={plan.failure ? "failure" : "plain"}>
      <p className={styles.lead}>
        {plan.failure
          ? rich(t, "scheduled.failed", { relative, reason: plan.failure })
          : rich(t, "scheduled", { relative, time: dates.full(plan.at), name: plan.scheduledBy.name })}
      </p>
      <Button pending={pending} onClick={onCancel}>
        {t(plan.failure ? "scheduled.remove" : "scheduled.cancel")}
      </Button>
    </Notice>
  );
}

const NO_TIME = { time: "" };

/** Asks when the article should be published automatically. */
export function PlanForm({
  articleId,
  errors,
  pending,
  onPlan,
}: {
  articleId: string;
  errors: readonly string[] | undefined;
  pending: boolean;
  /** @param at ISO 8601 instant, or the text typed if that is not a valid time @returns whether it was scheduled */
  onPlan: (at: string) => Promise<boolean>;
}) {
  const dates = useDates();
  const t = useWords("publication");
  const draft = useFormDraft(`schedule:${articleId}`, NO_TIME);
  return (
    <form
      className={styles.plan}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onPlan(dates.fromField(draft.value.time)).then((isPlanned) => isPlanned && draft.forget(NO_TIME));
      }}
    >
      <RestoredNotice restored={draft.restored} />
      <Field label={t("schedule.at")} hint={t("schedule.hint")} errors={errors}>
        {(control) => <input {...control} type="datetime-local" {...draft.field("time")} />}
      </Field>
      <Button type="submit" pending={pending}>
        {t("schedule.submit")}
      </Button>
    </form>
  );
}
