import { useWords } from "@/components/words/use-words";
import {
  alteredWording,
  type WordingPart,
  type AlteredWording as Wordings,
} from "@/lib/reports/claims/altered-wording";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { useOwnLanguage } from "../use-own-language";
import styles from "./altered-wording.module.css";

/** What the article says beside the original, word by word, where the evidence of a claim has the original. */
export function AlteredWording({ report, claim }: { report: Report; claim: ReportClaim }) {
  const t = useWords("reader");
  const own = useOwnLanguage();
  const wordings: Wordings | null = alteredWording(report, claim);
  if (!wordings) return null;
  return (
    <dl className={styles.wording}>
      <div>
        <dt>{t("wording.original", { source: wordings.source })}</dt>
        <dd {...own(textOf(wordings.original))}>
          <Parts parts={wordings.original} as="del" spoken={t("wording.removed")} />
        </dd>
      </div>
      <div>
        <dt>{t("wording.article")}</dt>
        <dd {...own(textOf(wordings.article), report.article.language)}>
          <Parts parts={wordings.article} as="ins" spoken={t("wording.added")} />
        </dd>
      </div>
    </dl>
  );
}

const textOf = (parts: readonly WordingPart[]) => parts.map(({ text }) => text).join("");

/** The words of one side. Those that differ are struck through or underlined, and a word before them says it aloud. */
function Parts({
  parts,
  as: Change,
  spoken,
}: {
  parts: readonly WordingPart[];
  as: "del" | "ins";
  spoken: string;
}) {
  return parts.map(({ text, changed }, index) =>
    changed ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
      <Change key={index}>
        <span className="visually-hidden">{spoken} </span>
        {text}
      </Change>
    ) : (
      text
    ),
  );
}
