import { Button } from "@/components/ui/button";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export interface PersonSignInActions {
  endSessions: (input: { userId: string }) => Promise<Result<null, Failure>>;
  resetSecondFactor: (input: { userId: string }) => Promise<Result<null, Failure>>;
}

interface Props {
  person: { id: string; name: string; hasSecondFactor: boolean };
  actions: PersonSignInActions;
  run: (call: () => Promise<Result<unknown, Failure>>) => void;
}

/** What an administrator can do about how somebody is signed in. */
export function PersonSignIn({ person, actions, run }: Props) {
  const { id, name, hasSecondFactor } = person;
  return (
    <>
      <Button look="quiet" onClick={() => run(() => actions.endSessions({ userId: id }))}>
        End sessions<span className="visually-hidden"> of {name}</span>
      </Button>
      {hasSecondFactor && (
        <Button look="quiet" onClick={() => run(() => actions.resetSecondFactor({ userId: id }))}>
          Reset second factor<span className="visually-hidden"> of {name}</span>
        </Button>
      )}
    </>
  );
}
