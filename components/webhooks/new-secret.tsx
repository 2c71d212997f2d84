import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";

/** A secret, the only time it is shown. It is never stored in the browser. */
export function NewSecret({ secret }: { secret: string }) {
  const t = useWords("webhooks");
  return (
    <Notice tone="success">
      <p>{t("copyNow")}</p>
      <CopyField text={secret} label={t("secret")} copyLabel={t("copySecret")} />
    </Notice>
  );
}
