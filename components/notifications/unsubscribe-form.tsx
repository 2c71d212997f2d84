"use client";

import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** The button that turns email off. */
export function UnsubscribeForm({
  token,
  email,
  isOn,
  turnOff,
}: {
  token: string;
  email: string;
  isOn: boolean;
  turnOff: (input: { token: string }) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("notifications");
  const [on, setOn] = useState(isOn);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (!on)
    return (
      <Notice tone="success">
        {rich(t, "unsubscribe.done", {
          email,
          link: (text) => <a href="/desk/notifications">{text}</a>,
        })}
      </Notice>
    );
  return (
    <>
      <p>{t("unsubscribe.explain", { email })}</p>
      <Button
        look="primary"
        pending={pending}
        onClick={async () => {
          setPending(true);
          const result = await attempt(() => turnOff({ token }));
          setPending(false);
          if (result.ok) setOn(false);
          else setFailure(result.error.message);
        }}
      >
        {t("unsubscribe.submit")}
      </Button>
      {failure && <Notice tone="failure">{failure}</Notice>}
    </>
  );
}
