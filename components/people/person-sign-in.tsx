import { Button } from "@/components/ui/button";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { words } from "@/lib/words/words";

export interface PersonSignInActions {
  endSessions: (input: { userId: string }) => Promise<Result<null, Failure>>;
  resetSecondFactor: (input: { userId: string }) => Promise<Result<null, Failure>>;
}

interface Props {
  person: { id: string; name: string; hasSecondFactor: boolean };
  actions: PersonSignInActions;
  /** Runs an action. @param done what to say when it is done */
  run: (call: () => Promise<Result<unknown, Failure>>, done: string) => void;
}

/** What an administrator can do about a person's sessions and second factor. */
export function PersonSignIn({ person, actions, run }: Props) {
  const t = words("people");
  const { id, name, hasSecondFactor } = person;
  return (
    <>
      <Button
        look="quiet"
        onClick={() => run(() => actions.endSessions({ userId: id }), t("done.sessions", { name }))}
      >
        {rich(t, "endSessions", { name, hidden: visuallyHidden })}
      </Button>
      {hasSecondFactor && (
        <Button
          look="quiet"
          onClick={() =>
            run(() => actions.resetSecondFactor({ userId: id }), t("done.secondFactor", { name }))
          }
        >
          {rich(t, "resetSecondFactor", { name, hidden: visuallyHidden })}
        </Button>
      )}
    </>
  );
}
