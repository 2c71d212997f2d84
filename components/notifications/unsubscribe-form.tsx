"use client";

import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** The button by which mail is turned off. */
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
  const [on, setOn] = useState(isOn);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (!on)
    return (
      <Notice tone="success">
        No more mail comes to {email}. You can turn it on again in the desk, under{" "}
        <a href="/desk/notifications">Notifications</a>.
      </Notice>
    );
  return (
    <>
      <p>
        The desk tells {email} by mail of comments and claims. What you are told in the desk stays as it is.
      </p>
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
        Turn mail off
      </Button>
      {failure && <Notice tone="failure">{failure}</Notice>}
    </>
  );
}
