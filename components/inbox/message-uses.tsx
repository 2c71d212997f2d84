"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import record from "@/components/desk/record-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { ReaderMessage } from "@/lib/messages/message";
import type { Result } from "@/lib/result";

/** See lib/workflows/sources/add-source.ts. */
type AddedSource =
  | { kind: "added" | "known"; id: string }
  | { kind: "same-title"; source: { id: string; title: string } };

export interface MessageUseActions {
  markClaim: (input: { id: string }) => Promise<Result<{ articleId: string; claimId: string }, Failure>>;
  addSource: (input: { id: string; allowSameTitle: boolean }) => Promise<Result<AddedSource, Failure>>;
}

/** What the newsroom can make of a message: a claim, a source, an article. */
export function MessageUses({
  message: { id, article, claim, quote, url, source, madeClaim, erasedAt },
  actions,
}: {
  message: ReaderMessage;
  actions: MessageUseActions;
}) {
  const t = useWords("inbox");
  const router = useRouter();
  const [pending, setPending] = useState<"claim" | "source" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sameTitle, setSameTitle] = useState<{ id: string; title: string } | null>(null);
  const isThere = erasedAt === null;

  async function markClaim() {
    setPending("claim");
    const result = await attempt(() => actions.markClaim({ id }));
    setFailure(result.ok ? null : result.error);
    if (result.ok)
      return window.location.assign(`/desk/articles/${result.value.articleId}?claim=${result.value.claimId}`);
    setPending(null);
  }

  async function addSource(allowSameTitle: boolean) {
    setPending("source");
    const result = await attempt(() => actions.addSource({ id, allowSameTitle }));
    setPending(null);
    setFailure(result.ok ? null : result.error);
    setSameTitle(result.ok && result.value.kind === "same-title" ? result.value.source : null);
    if (result.ok && result.value.kind !== "same-title") router.refresh();
  }

  return (
    <div className={record.section}>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      {claim && article && <a href={`/desk/articles/${article.id}?claim=${claim.id}`}>{t("openClaim")}</a>}
      {article && <a href={`/desk/articles/${article.id}`}>{t("openArticle")}</a>}
      {!article && isThere && <a href="/desk/articles/new">{t("newArticle")}</a>}
      {madeClaim && (
        <a href={`/desk/articles/${madeClaim.articleId}?claim=${madeClaim.id}`}>
          {t("openMadeClaim", { number: madeClaim.number })}
        </a>
      )}
      {article && quote && !madeClaim && isThere && (
        <>
          <Button pending={pending === "claim"} onClick={markClaim}>
            {t("markClaim")}
          </Button>
          <p className={record.hint}>{t("markClaimHint")}</p>
        </>
      )}
      {source && <a href={`/desk/sources/${source.id}`}>{t("openSource", { title: source.title })}</a>}
      {sameTitle && (
        <Notice tone="failure">
          <p>{t("sameTitle", { title: sameTitle.title })}</p>
          <p>
            <a href={`/desk/sources/${sameTitle.id}`}>{t("openSource", { title: sameTitle.title })}</a>
          </p>
          <Button pending={pending === "source"} onClick={() => addSource(true)}>
            {t("addAnyway")}
          </Button>
        </Notice>
      )}
      {url && !source && !sameTitle && isThere && (
        <Button pending={pending === "source"} onClick={() => addSource(false)}>
          {t("addSource")}
        </Button>
      )}
    </div>
  );
}
