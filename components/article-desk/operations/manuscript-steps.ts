import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import type { ClaimWriter } from "./claim-writer";
import type { ShowMessage } from "./message";

/** Puts suggested wordings into the text. */
export type AcceptWordings = (input: {
  articleId: string;
  versionId: string;
  claims: { claimId: string; revision: number }[];
}) => Promise<Result<{ version: { number: number } }, Failure>>;

/** What is decided about suggested wordings. */
export function createManuscriptSteps({
  articleId,
  versionId,
  language,
  writer: { callServer, write },
  acceptWordings,
  openPage,
  showMessage,
}: {
  articleId: string;
  versionId: string;
  /** Of the messages, BCP 47. */
  language: string;
  writer: Pick<ClaimWriter, "callServer" | "write">;
  acceptWordings: AcceptWordings;
  /** Opens a page of the desk. */
  openPage: (href: string) => void;
  showMessage: ShowMessage;
}) {
  const t = words("manuscripts", language);

  /** Puts the wordings that claims suggest into the text, all or none, and opens the new version. */
  async function acceptAll(claims: readonly Claim[]): Promise<void> {
    const [first] = claims;
    if (!first) return;
    const made = await callServer(first.id, () =>
      acceptWordings({
        articleId,
        versionId,
        claims: claims.map(({ id, revision }) => ({ claimId: id, revision })),
      }),
    );
    if (made) openPage(`/desk/articles/${articleId}?claim=${first.id}&accepted=${claims.length}`);
  }

  /** Lets the text stand although a claim suggests another wording. @returns whether it was saved or queued */
  async function declineWording(claim: Claim, reason: string): Promise<boolean> {
    const { id: claimId, revision, number } = claim;
    const outcome = { kind: "stands", note: reason } as const;
    const outcomeOfWrite = await write(claimId, {
      write: {
        kind: "claim.update",
        input: {
          ...contentOfClaim(claim),
          outcome,
          claimId,
          revision,
          operationId: crypto.randomUUID(),
        },
      },
      label: t("decline.write", { number, reason }),
    });
    if (outcomeOfWrite === "done") showMessage(null);
    return outcomeOfWrite !== "failed";
  }

  return { acceptWording: (claim: Claim) => acceptAll([claim]), acceptAll, declineWording };
}
