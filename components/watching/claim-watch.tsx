"use client";

import { useRef, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { describeFlag } from "@/lib/watching/describe-flag";
import type { Flag } from "@/lib/watching/flag";
import { ClaimFamily } from "./claim-family";
import { FlagControls, type OpenPart } from "./flag-controls";
import { ReviewDateControl } from "./review-date-control";
import { useWatch } from "./use-watch";
import styles from "./watching.module.css";
import type { WatchingActions } from "./watching-actions";
import { useWatching } from "./watching-context";

/** In the card of a claim: its flags, its review date, and the same claim in other articles. Nothing for guests. */
export function ClaimWatch({ claim, onChange }: { claim: Claim; onChange: (claim: Claim) => void }) {
  const watching = useWatching();
  return watching && <Watch claim={claim} actions={watching.actions} onChange={onChange} />;
}

function Watch({
  claim,
  actions,
  onChange,
}: {
  claim: Claim;
  actions: WatchingActions;
  onChange: (claim: Claim) => void;
}) {
  const t = useWords("watching");
  const dates = useDates();
  const subject = { articleId: claim.articleId, claimId: claim.id };
  const { watch, failure, reload } = useWatch(subject, claim.revision);
  const [open, setOpen] = useState<{ id: string; part: OpenPart } | null>(null);
  const [adopting, setAdopting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);

  /** Uses the verdict of the same claim in another article. */
  async function adopt(fromId: string) {
    if (adopting) return;
    setAdopting(true);
    const result = await attempt(() =>
      actions.adoptVerdict({
        claimId: claim.id,
        revision: claim.revision,
        fromId,
        operationId: crypto.randomUUID(),
      }),
    );
    setAdopting(false);
    setRefusal(result.ok ? null : result.error.message);
    if (!result.ok) return;
    box.current?.focus();
    onChange(result.value);
    reload();
  }

  function afterFlag() {
    box.current?.focus();
    setOpen(null);
    reload();
  }

  if (failure) return <Notice tone="failure">{failure.message}</Notice>;
  if (!watch) return null;
  return (
    <div ref={box} className={styles.watch} tabIndex={-1}>
      {watch.flags.map((flag) => (
        <div key={flag.id} className={styles.flag}>
          <p>{describeFlag(flag, dates)}</p>
          <FlagControls
            flag={flag}
            what={t("claimNumber", { number: claim.number, statement: claim.statement })}
            actions={actions}
            open={open?.id === flag.id ? open.part : null}
            onOpen={(part) => setOpen(part && { id: flag.id, part })}
            onResolved={afterFlag}
          >
            {flag.kind === "family_changed" && flag.cause && (
              <AdoptButton flag={flag} pending={adopting} adopt={adopt} />
            )}
          </FlagControls>
        </div>
      ))}
      {refusal && <Notice tone="failure">{refusal}</Notice>}
      {!watch.flags.some(({ kind }) => kind === "review_due") && claim.state !== "retired" && (
        <ReviewDateControl
          subject={subject}
          label={t("reviewDate.ofClaim", { number: claim.number })}
          current={watch.reviewDate}
          setReviewDate={actions.setReviewDate}
          onChange={reload}
        />
      )}
      <ClaimFamily
        claim={claim}
        watch={watch}
        actions={actions}
        pending={adopting}
        adopt={adopt}
        onChange={() => {
          box.current?.focus();
          reload();
        }}
      />
    </div>
  );
}

function AdoptButton({
  flag,
  pending,
  adopt,
}: {
  flag: Flag;
  pending: boolean;
  adopt: (fromId: string) => void;
}) {
  const t = useWords("watching");
  return (
    <Button pending={pending} onClick={() => flag.cause && adopt(flag.cause.id)}>
      {t("adopt")}
    </Button>
  );
}
