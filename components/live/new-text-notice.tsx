import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";

/** Says that someone saved a new version of the text, which is opened only on request. */
export function NewTextNotice({
  newText,
  onShow,
}: {
  newText: { number: number; by: string | null };
  onShow: () => void;
}) {
  const t = useWords("live");
  return (
    <Notice>
      {newText.by
        ? t("newText", { name: newText.by, number: newText.number })
        : t("newText.unknown", { number: newText.number })}{" "}
      <Button look="quiet" onClick={onShow}>
        {t("newText.show")}
      </Button>
    </Notice>
  );
}
