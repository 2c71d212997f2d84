import type { Page } from "@playwright/test";
import type { Actor } from "@/lib/policies/actor";
import { must, reloadClaim } from "@/lib/testing/factories";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import {
  axeFindings,
  axeFindingsInBothThemes,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  showMoreFields,
  test,
  typeInto,
} from "../../fixtures/desk";
import { publish } from "../../fixtures/publishing";

/** A name that no other test has. */
const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;

const suggestions = (page: Page) => page.getByRole("listbox", { name: "Known people and organisations" });

/** Opens the form of the only claim of an article. */
async function editClaim(page: Page, article: { id: string }): Promise<void> {
  await openDesk(page, article);
  await page.getByRole("button", { name: /Trade came to/ }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await showMoreFields(page);
}

/** Has a claim submitted and approved by two others. */
async function approve(author: Actor, claim: { id: string }): Promise<void> {
  for (const [actor, action] of [
    [author, "submit"],
    [await makePerson(), "approve"],
  ] as const) {
    const { revision } = await reloadClaim(claim);
    must(await transitionClaim(actor, { claimId: claim.id, revision, action }));
  }
}

test("a known claimant is chosen while their name is typed, and readers see who they were and who carried it", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const name = unique("Joseph Wu");
  await makeClaim({ claimant: { name, kind: "person", role: "foreign minister of Taiwan" } });
  const article = await makeArticle({ author: person });
  const claim = await makeClaim({ article, author: person });
  await makeClaim({
    article,
    author: person,
    state: "approved",
    anchor: { exact: "Then it fell" },
    statement: "Trade fell.",
    claimant: { name: unique("Ida Brandt"), kind: "person" },
  });
  await editClaim(page, article);

  await test.step("the known one is offered with what tells them apart", async () => {
    await typeInto(page.getByLabel("Claimant"), name.toLowerCase().slice(0, -1));
    const known = suggestions(page).getByRole("option", {
      name: `${name} Person, foreign minister of Taiwan`,
    });
    await expect(known).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(suggestions(page)).toBeHidden();
    await expect(page.getByLabel("Claimant")).toHaveValue(name);
    await expect(page.getByLabel("Person or organisation")).toBeDisabled();
    await expect(page.getByLabel("Role at the time")).toHaveValue("foreign minister of Taiwan");
  });

  await test.step("what is entered survives a reload", async () => {
    await typeInto(page.getByLabel("Role at the time"), "then foreign minister", { replace: true });
    await typeInto(page.getByLabel("Carried by"), "Reuters");
    await page.reload();
    await expect(page.getByLabel("Claimant")).toHaveValue(name);
    await expect(page.getByLabel("Role at the time")).toHaveValue("then foreign minister");
    await expect(page.getByLabel("Carried by")).toHaveValue("Reuters");
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page.getByText("Claim 1 saved.")).toBeVisible();
    await expect(page.getByText(`${name}, then foreign minister, carried by Reuters`)).toBeVisible();
  });

  await test.step("readers see it, and filter by the claimant", async () => {
    await approve(person, claim);
    await openDesk(page, article);
    await publish(page);
    await page.goto(`/articles/${article.slug}`);
    await expect(page.getByText(`${name}, then foreign minister, carried by Reuters`).first()).toBeVisible();
    await page.getByText("Filter and view").click();
    await page.getByLabel("Claimant").selectOption(name);
    await expect(page.getByText("1 of 2 claims")).toBeVisible();
  });
});

test("a new claimant with a known name is another one; duplicates are merged, and a merge is undone", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const name = unique("Ann Lee");
  await makeClaim({ claimant: { name, kind: "person", role: "mayor of Lindhaven" } });
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person });
  await editClaim(page, article);
  await typeInto(page.getByLabel("Claimant"), name);
  await suggestions(page)
    .getByRole("option", { name: `New: ${name}` })
    .click();
  await typeInto(page.getByLabel("Role at the time"), "clerk in Sundby");
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();

  const items = page.getByRole("main").getByRole("listitem").filter({ hasText: name });
  const openList = async () => {
    await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Claimants" }).click();
    await typeInto(page.getByLabel("Search claimants"), name);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page).toHaveURL(/[?&]q=[^&]/);
  };

  await test.step("both are listed", async () => {
    await openList();
    await expect(items).toHaveCount(2);
    await expect(items.filter({ hasText: "clerk in Sundby" })).toContainText("1 claim");
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
  });

  await test.step("one is edited for all their claims", async () => {
    await items.filter({ hasText: "clerk in Sundby" }).getByRole("link", { name }).click();
    await expect(page.getByRole("link", { name: "Trade came to $240 billion." })).toBeVisible();
    await typeInto(page.getByLabel("Pages about them"), "https://ann.example/");
    await page.getByRole("button", { name: "Save claimant" }).click();
    await expect(page.getByText(/^Claimant saved\./)).toBeVisible();
    await expect(page.getByText(/changed the pages about them of the claimant/)).toBeVisible();
    expect(await axeFindingsInBothThemes(page)).toEqual([]);
  });

  await test.step("the other is merged into it", async () => {
    await typeInto(page.getByLabel("Duplicate of this claimant"), name);
    await suggestions(page)
      .getByRole("option", { name: /mayor of Lindhaven/ })
      .click();
    await page.getByRole("button", { name: "Merge into this claimant" }).click();
    await expect(page.getByRole("heading", { name: /^Claims/ })).toContainText("2");
    await openList();
    await expect(items).toHaveCount(1);
    await expect(items).toContainText("2 claims");
  });

  await test.step("and is its own again", async () => {
    await items.getByRole("link", { name }).click();
    await page.getByRole("button", { name: `Undo merge: ${name}` }).click();
    await expect(page.getByRole("heading", { name: /^Claims/ })).toContainText("1");
    await openList();
    await expect(items).toHaveCount(2);
  });
});
