import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { localTime } from "./local-time";
import type { RestoredDraft } from "./use-form-draft";

/** Says that a form shows what was typed before, and offers to discard it; once it is discarded, to bring it back. */
export function RestoredNotice({ restored: { at, discard, undo } }: { restored: RestoredDraft }) {
  const t = useWords("common");
  if (at === null && !undo) return null;
  return (
    <Notice>
      {at === null ? t("draft.discarded") : t("draft.restored", { time: localTime(at) })}{" "}
      {at === null ? (
        <Button look="quiet" onClick={undo ?? undefined}>
          {t("undo")}
        </Button>
      ) : (
        <Button look="quiet" onClick={discard}>
          {t("draft.discard")}
        </Button>
      )}
    </Notice>
  );
}
