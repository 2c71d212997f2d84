import { insertSnapshot } from "@/lib/db/snapshots";
import { inTransaction } from "@/lib/db/transaction";
import { ok } from "@/lib/result";
import { must } from "@/lib/testing/factories";
import { flagKeys } from "@/lib/watching/flag";
import { raiseFlags } from "@/lib/workflows/flags/raise-flags";
import { flagDueReviews } from "@/lib/workflows/watching/flag-due-reviews";
import {
  axeFindingsInBothThemes,
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  test,
  typeInto,
} from "../../fixtures/desk";

/** Two copies of the page of a claim's source, the second of which no longer has the excerpt, and the flag about it. */
async function changePage(claim: Awaited<ReturnType<typeof makeClaim>>): Promise<void> {
  const sourceId = claim.evidence[0]?.source.id ?? "";
  must(
    await inTransaction(async (tx) => {
      const copy = (text: string) =>
        insertSnapshot(tx, {
          sourceId,
          url: "https://example.org/figures",
          title: "Figures",
          text,
          body: new TextEncoder().encode(text),
          mediaType: "text/plain",
          bodyHash: "0".repeat(64),
          takenById: null,
        });
      const before = await copy("The figures of the year.\nExports came to 240 billion.");
      const after = await copy("The figures of the year.\nExports came to 204 billion.");
      await raiseFlags(
        tx,
        [
          {
            kind: "excerpt_gone",
            key: flagKeys.page(claim.id, sourceId),
            articleId: claim.articleId,
            claimId: claim.id,
            sourceId,
            detail: { beforeId: before.id, afterId: after.id, lost: ["Exports came to 240 billion."] },
          },
        ],
        { now: new Date(), actorId: null },
      );
      return ok(null);
    }),
  );
}

test("a claim is reviewed on its day, its source changes, and its verdict is reused in another article", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const word = crypto.randomUUID().slice(0, 8);
  const article = await makeArticle({ author: person, title: `Trade ${word}` });
  const claim = await makeClaim({
    article,
    author: person,
    state: "approved",
    statement: `Exports of ${word} came to $240 billion`,
  });
  const card = page.getByRole("button", { name: new RegExp(`^.*Exports of ${word}`) });

  await test.step("the card sets a review date", async () => {
    await openDesk(page, article);
    await card.click();
    await page.getByRole("button", { name: "Set a review date" }).click();
    const form = page.getByRole("form", { name: "Review date of claim 1" });
    await expect(form.getByLabel("Review on")).toBeFocused();
    await form.getByLabel("Review on").fill("2099-12-03");
    await typeInto(form.getByLabel("Reason"), "New figures in December");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Review on 3 December 2099: New figures in December")).toBeVisible();
    await expect(page.getByRole("button", { name: "Change review date" })).toBeFocused();
  });

  await test.step("when the day comes, the list is worked through by keys", async () => {
    await flagDueReviews(new Date("2099-12-03T12:00:00Z"));
    await changePage(claim);
    await page.goto("/desk/watching");
    await expect(page.getByRole("heading", { name: "Watching 2" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Watching 2" })).toBeVisible();
    const rows = page
      .getByRole("list", { name: "Claims and articles to look at again" })
      .getByRole("listitem");
    const due = rows.filter({ hasText: "Review due 3 December 2099: New figures in December" });
    const changed = rows.filter({ hasText: "the excerpt is no longer in it" });
    await due.getByRole("link").focus();
    await page.keyboard.press("y");
    const note = page.getByRole("form", { name: /^Still right/ }).getByLabel("Note");
    await expect(note).toBeFocused();
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText("Enter what you checked.")).toBeVisible();
    await note.pressSequentially("Same figures.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(due).toHaveCount(0);
    await expect(changed.getByRole("link")).toBeFocused();
    await page.keyboard.press("d");
    await expect(changed.getByRole("deletion")).toContainText("240");
    await expect(changed.getByRole("insertion")).toContainText("204");
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
    await page.keyboard.press("r");
    await page
      .getByRole("form", { name: /^Reopen/ })
      .getByLabel("Why it is reopened")
      .pressSequentially("Revised.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByText("Nothing to look at again.")).toBeVisible();
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("the same claim of another article uses its verdict", async () => {
    const other = await makeArticle({ author: person, title: `Markets ${word}` });
    await makeClaim({
      article: other,
      author: person,
      statement: `Exports of ${word} were $240 billion`,
      verdict: null,
      evidence: [],
    });
    await openDesk(page, other);
    await card.click();
    await page.getByRole("button", { name: "Find the same claim in other articles" }).click();
    const found = page.getByRole("region", { name: "The same claim was checked in" });
    await found
      .getByRole("listitem")
      .filter({ hasText: `Claim 1 of Trade ${word}` })
      .getByRole("button", { name: "Use this verdict" })
      .click();
    await expect(page.getByText(`The verdict is from claim 1 of Trade ${word}.`)).toBeVisible();
    await expect(page.getByRole("list", { name: "Sources" }).getByText("Customs release")).toBeVisible();
  });
});
