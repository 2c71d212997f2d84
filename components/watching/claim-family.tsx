"use client";

import { type ReactNode, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import styles from "./watching.module.css";
import type { RelativeView, WatchingActions, WatchView } from "./watching-actions";
import { watchingReads } from "./watching-reads";

/** The same claim in other articles: those it is linked to, and those that say something similar. */
export function ClaimFamily({
  claim,
  watch: { relatives, adoption },
  actions,
  pending,
  adopt,
  onChange,
}: {
  claim: Claim;
  watch: WatchView;
  actions: WatchingActions;
  /** A verdict is being copied. */
  pending: boolean;
  adopt: (fromId: string) => void;
  /** Links were changed. */
  onChange: () => void;
}) {
  const t = useWords("watching");
  const [similar, setSimilar] = useState<readonly RelativeView[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function search() {
    setBusy(true);
    const result = await attempt(() => watchingReads.findSameClaims({ claimId: claim.id }));
    setBusy(false);
    setFailure(result.ok ? null : result.error.message);
    if (result.ok) setSimilar(result.value);
  }

  async function link(otherId: string) {
    setBusy(true);
    const result = await attempt(() => actions.linkClaims({ claimId: claim.id, otherId }));
    setBusy(false);
    setFailure(result.ok ? null : result.error.message);
    if (!result.ok) return;
    setSimilar(null);
    onChange();
  }

  async function unlink() {
    setBusy(true);
    const result = await attempt(() => actions.unlinkClaim({ claimId: claim.id }));
    setBusy(false);
    setFailure(result.ok ? null : result.error.message);
    if (result.ok) onChange();
  }

  const isRetired = claim.state === "retired";
  const linkedIds = new Set(relatives.map(({ claimId }) => claimId));
  const offered = similar?.filter(({ claimId }) => !linkedIds.has(claimId)) ?? null;
  return (
    <>
      {adoption && (
        <p className={styles.hint}>
          {t("family.from", { number: adoption.number, article: adoption.articleTitle })}
        </p>
      )}
      {relatives.length > 0 && (
        <section aria-label={t("family.linked")}>
          <p className={styles.heading}>{t("family.linked")}</p>
          <Relatives relatives={relatives}>
            {(relative) =>
              !isRetired && relative.rating !== null && relative.claimId !== adoption?.claimId ? (
                <Button look="quiet" pending={pending} onClick={() => adopt(relative.claimId)}>
                  {t("family.use")}
                </Button>
              ) : null
            }
          </Relatives>
          <Button look="quiet" pending={isBusy} onClick={unlink}>
            {t("family.unlink")}
          </Button>
        </section>
      )}
      {offered && offered.length > 0 && (
        <section aria-label={t("family.title")}>
          <p className={styles.heading}>{t("family.title")}</p>
          <Relatives relatives={offered}>
            {(relative) => (
              <>
                {relative.rating !== null && (
                  <Button pending={pending} onClick={() => adopt(relative.claimId)}>
                    {t("family.use")}
                  </Button>
                )}
                <Button look="quiet" pending={isBusy} onClick={() => link(relative.claimId)}>
                  {t("family.link")}
                </Button>
              </>
            )}
          </Relatives>
        </section>
      )}
      <p role="status" className={styles.hint}>
        {similar?.length === 0 && t("family.none")}
      </p>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {!isRetired && (
        <div className={styles.line}>
          <Button look="quiet" pending={isBusy} onClick={search}>
            {t("family.search")}
          </Button>
        </div>
      )}
    </>
  );
}

function Relatives({
  relatives,
  children,
}: {
  relatives: readonly RelativeView[];
  /** Its buttons. */
  children: (relative: RelativeView) => ReactNode;
}) {
  const t = useWords("watching");
  return (
    <ul className={styles.relatives}>
      {relatives.map((relative) => (
        <li key={relative.claimId}>
          <a href={`/desk/articles/${relative.articleId}?claim=${relative.claimId}`}>
            {t("family.item", { number: relative.number, article: relative.articleTitle })}
          </a>
          <p className={styles.line}>
            <span>{relative.statement}</span>
            <strong>{relative.rating ?? t("family.noVerdict")}</strong>
            {children(relative)}
          </p>
        </li>
      ))}
    </ul>
  );
}
