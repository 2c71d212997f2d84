import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { ExistingArticle } from "./import-types";

/** Shows that the desk already has an article, and offers to make the import a new version of it. */
export function ExistingArticleNotice({
  known,
  pending,
  onMakeVersion,
}: {
  known: ExistingArticle;
  pending: boolean;
  onMakeVersion: () => void;
}) {
  const t = useWords("import");
  const isSame = known.likeness > 0.98;
  return (
    <Notice>
      {rich(t, isSame ? `existing.${known.by}.same` : `existing.${known.by}`, {
        article: <a href={`/desk/articles/${known.id}`}>{known.title}</a>,
        likeness: known.likeness,
      })}{" "}
      <Button pending={pending} onClick={onMakeVersion}>
        {t(pending ? "existing.newVersion.pending" : "existing.newVersion")}
      </Button>{" "}
      {t("existing.hint")}
    </Notice>
  );
}
