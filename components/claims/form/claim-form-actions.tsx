import type { useClaimDraft } from "@/components/drafts/use-claim-draft";
import { GuideLink } from "@/components/guide/guide-link";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./claim-form.module.css";

/** The last line of the form for a claim: save, discard, and where the draft is stored. */
export function ClaimFormActions({
  saveLabel,
  pending,
  draftState,
  onDiscard,
}: {
  saveLabel: string;
  /** Whether the claim is being saved. */
  pending: boolean;
  draftState: ReturnType<typeof useClaimDraft>["state"];
  onDiscard: () => void;
}) {
  const t = useWords("claims");
  const common = useWords("common");
  return (
    <div className={styles.actions}>
      <Button type="submit" look="primary" pending={pending}>
        {pending ? common("saving") : saveLabel}
      </Button>
      <Button look="quiet" onClick={onDiscard}>
        {t("form.discard")}
      </Button>
      <span className={styles.state} role="status">
        {draftState === "typing" && t("form.typing")}
        {draftState === "stored" && t("form.draftSaved")}
        {draftState === "stored-locally" && t("form.draftSavedLocally")}
        {draftState === "not-stored" && t("form.draftNotSaved")}
      </span>
      <GuideLink chapter="verdict" />
    </div>
  );
}
