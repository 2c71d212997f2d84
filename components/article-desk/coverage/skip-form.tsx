import { useEffect, useId, useRef } from "react";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { MAX_REASON_LENGTH } from "@/lib/checklist/tick-input";
import styles from "./coverage-panel.module.css";

/**
 * Asks why an item is skipped.
 * @param articleId for the draft of the reason
 * @param usual the last reason entered; "" for none
 */
export function SkipForm({
  articleId,
  usual,
  onSkip,
  onCancel,
  onReopen,
}: {
  articleId: string;
  usual: string;
  onSkip: (reason: string) => void;
  onCancel: () => void;
  onReopen: () => void;
}) {
  const t = useWords("checklist");
  const common = useWords("common");
  const draft = useFormDraft(`skip:${articleId}`, { reason: usual });
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const reason = draft.value.reason.trim();
  const cancel = () => {
    draft.cancel(t("skip.cancelled"), onReopen);
    onCancel();
  };
  return (
    <form
      className={styles.skip}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === "") return;
        draft.forget({ reason });
        onSkip(reason);
      }}
    >
      <label htmlFor={id}>{t("skip.reason")}</label>
      <input
        id={id}
        className="input"
        required
        maxLength={MAX_REASON_LENGTH}
        ref={input}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // Escape closes this form, not the panel.
          event.preventDefault();
          cancel();
        }}
        {...draft.field("reason")}
      />
      <Button look="primary" type="submit">
        {t("skip.save")}
      </Button>
      <Button look="quiet" onClick={cancel}>
        {common("cancel")}
      </Button>
    </form>
  );
}
