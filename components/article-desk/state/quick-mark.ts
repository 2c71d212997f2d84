import type { ShowMessage } from "@/components/article-desk/operations/message";
import type { Store } from "@/components/article-desk/operations/store";
import type { SaveClaim } from "@/components/claims/form/use-claim-save";
import { newDraft, type Prefilled } from "@/components/drafts/claim-draft";
import type { Claim } from "@/lib/claims/claim";
import { isToFillIn } from "@/lib/claims/to-fill-in";
import { words } from "@/lib/words/words";
import type { Passage } from "./open-form";

/** Marks passages without a form, for many to be marked quickly and filled in later. */
export function createQuickMark({
  versionId,
  language,
  list,
  prefill,
  save,
  saved,
  showMessage,
}: {
  versionId: string;
  /** Of the messages, BCP 47. */
  language: string;
  list: Store<readonly Claim[]>;
  prefill: (passage: Passage) => Prefilled;
  save: SaveClaim;
  /** Adds a claim that was saved to the list. */
  saved: (claim: Claim, isNew: boolean) => void;
  showMessage: ShowMessage;
}) {
  const articles = words("articles", language);
  const t = words("claimForm", language);
  /** Passages whose claims are being saved. */
  const underway = new Set<string>();

  /** Saves a claim on a passage as a draft without a verdict. A passage that is a claim already stays one. */
  async function mark(passage: Passage | null): Promise<void> {
    if (!passage) return showMessage({ tone: "failure", text: articles("selectTextFirst") });
    const key = `${passage.start}-${passage.end}`;
    const same = list
      .get()
      .find(({ anchor }) => anchor.start === passage.start && anchor.end === passage.end);
    if (same) return showMessage({ tone: "plain", text: t("quick.marked", { number: same.number }) });
    if (underway.has(key)) return;
    underway.add(key);
    const result = await save(newDraft(versionId, passage, prefill(passage)));
    underway.delete(key);
    if (!result.ok) return showMessage({ tone: "failure", text: result.error.message });
    const { claim } = result.value;
    if (!claim) return;
    saved(claim, true);
    showMessage({
      tone: "success",
      text: t("quick.done", { number: claim.number, count: list.get().filter(isToFillIn).length }),
    });
  }

  return { mark };
}
