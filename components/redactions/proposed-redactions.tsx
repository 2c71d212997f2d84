import { Notice } from "@/components/ui/notice";
import { rich } from "@/components/words/rich";
import { words } from "@/lib/words/words";

const t = words("redactions");

/** Where a confidential source is still named, with links to redact it there. */
export function ProposedRedactions({
  sourceId,
  proposed,
  canRedact,
}: {
  sourceId: string;
  proposed: readonly { articleId: string; title: string; publications: readonly number[] }[];
  canRedact: boolean;
}) {
  if (proposed.length === 0) return null;
  return (
    <Notice tone="failure">
      <p>
        <strong>{t("propose.title")}</strong>
      </p>
      <p>{t("propose.text")}</p>
      <ul>
        {proposed.map(({ articleId, title, publications }) => (
          <li key={articleId}>
            {rich(t, "propose.article", {
              title,
              count: publications.length,
              numbers: publications.join(", "),
              link: (text) =>
                canRedact ? (
                  <a href={`/desk/articles/${articleId}/publications?source=${sourceId}#redact`}>{text}</a>
                ) : (
                  text
                ),
            })}
          </li>
        ))}
      </ul>
      {!canRedact && <p>{t("propose.ask")}</p>}
    </Notice>
  );
}
