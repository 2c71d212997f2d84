import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Download } from "./download-file";

/** Says how a download ended. */
export function DownloadNotice({ done }: { done: Download | null }) {
  const t = useWords("reports");
  if (done === null) return null;
  if (done.kind === "saved") return <Notice tone="success">{t("downloaded", { name: done.name })}</Notice>;
  return (
    <Notice>
      {t("prepared")} <a href="/desk/reports#jobs">{t("jobs")}</a>
    </Notice>
  );
}
