"use client";

import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import type { BoardArticle } from "@/lib/board/board-article";
import type { PlanChange } from "@/lib/board/plan";
import type { PersonName } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { BatchOutcome } from "./batch-outcome";
import styles from "./board.module.css";
import type { ArticlesChanged, AssignArticles } from "./board-types";
import { PlanForm } from "./plan-form";

/** What is done with the articles that are chosen. */
export function ArticleBatch({
  chosen,
  count,
  people,
  assign,
  onAll,
  onDone,
  onClose,
}: {
  chosen: readonly BoardArticle[];
  /** Articles of the page. */
  count: number;
  people: readonly PersonName[];
  assign: AssignArticles;
  onAll: () => void;
  onDone: () => void;
  onClose: () => void;
}) {
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<ArticlesChanged | null>(null);

  async function save(change: PlanChange) {
    setPending(true);
    const articles = chosen.map(({ id: articleId, revision }) => ({ articleId, revision }));
    const result = await attempt(() => assign({ ...change, articles }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setOutcome(result.value);
    setOpen(false);
    onDone();
  }

  return (
    <section className={styles.batch} aria-label="Selected articles">
      <div className={styles.buttons}>
        <strong role="status">
          {chosen.length} of {count} selected
        </strong>
        <Button look="quiet" onClick={onAll}>
          {chosen.length === count ? "Select none" : "Select all"}
        </Button>
        <Button disabled={chosen.length === 0} aria-expanded={open} onClick={() => setOpen(!open)}>
          Set lead, due time, priority
        </Button>
        <Button look="quiet" onClick={onClose}>
          Done selecting
        </Button>
      </div>
      {open && chosen.length > 0 && (
        <PlanForm
          plan={null}
          people={people}
          pending={pending}
          failure={failure}
          onSave={save}
          onCancel={() => setOpen(false)}
        />
      )}
      {outcome && (
        <BatchOutcome
          done={outcome.done}
          left={outcome.left.map(({ title, message }) => ({ name: title, message }))}
        />
      )}
    </section>
  );
}
