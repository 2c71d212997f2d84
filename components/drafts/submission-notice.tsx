import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { focusFirstField } from "@/components/ui/focus-first-field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { EarlierSubmission, Submission } from "./use-submission";

/** Says that what was sent before took effect, though its answer was lost. @param children the sentence about one, and what to do */
export function SubmissionNotice<T>({
  submission: { earlier, dismiss },
  children,
}: {
  submission: Pick<Submission<never, T>, "earlier" | "dismiss">;
  children: (value: EarlierSubmission<T>["value"]) => ReactNode;
}) {
  const t = useWords("submissions");
  if (earlier.length === 0) return null;
  return (
    <Notice>
      {earlier.map(({ key, value }) => (
        <p key={key}>{children(value)}</p>
      ))}
      <Button
        look="quiet"
        onClick={({ currentTarget }) => {
          focusFirstField(currentTarget);
          dismiss();
        }}
      >
        {t("dismiss")}
      </Button>
    </Notice>
  );
}
