"use client";

import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { BoardArticle } from "@/lib/board/board-article";
import type { PlanChange } from "@/lib/board/plan";
import type { PersonName } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { BatchOutcome } from "./batch-outcome";
import styles from "./board.module.css";
import type { ArticlesChanged, AssignArticles } from "./board-types";
import { PlanForm } from "./plan-form";

/** Changes the plans of the selected articles. */
export function ArticleBatch({
  selected,
  count,
  people,
  assign,
  onAll,
  onDone,
  onClose,
}: {
  selected: readonly BoardArticle[];
  /** Articles on the page. */
  count: number;
  people: readonly PersonName[];
  assign: AssignArticles;
  onAll: () => void;
  onDone: () => void;
  onClose: () => void;
}) {
  const t = useWords("board");
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<ArticlesChanged | null>(null);

  async function save(change: PlanChange) {
    setPending(true);
    const articles = selected.map(({ id: articleId, revision }) => ({ articleId, revision }));
    const result = await attempt(() => assign({ ...change, articles }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return false;
    setOutcome(result.value);
    setOpen(false);
    onDone();
    return true;
  }

  return (
    <section className={styles.batch} aria-label={t("select.title")}>
      <div className={styles.buttons}>
        <strong role="status">{t("select.count", { selected: selected.length, all: count })}</strong>
        <Button look="quiet" onClick={onAll}>
          {selected.length === count ? t("select.none") : t("select.all")}
        </Button>
        <Button disabled={selected.length === 0} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("select.plan")}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t("select.finish")}
        </Button>
      </div>
      {open && selected.length > 0 && (
        <PlanForm
          name="plan:selection"
          plan={null}
          people={people}
          pending={pending}
          failure={failure}
          onSave={save}
          onCancel={() => setOpen(false)}
          onReopen={() => setOpen(true)}
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
