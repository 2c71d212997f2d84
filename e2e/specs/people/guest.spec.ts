import type { Page } from "@playwright/test";
import { must } from "@/lib/testing/factories";
import { inviteGuest } from "@/lib/workflows/people/invite-guest";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
import {
  axeFindings,
  chooseInMenu,
  entriesOfMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  PASSWORD,
  test,
  typeInto,
} from "../../fixtures/desk";
import { linkIn } from "../../fixtures/inbox";

/** An article with a claim in review that needs two approvals, and a claim with a confidential source. */
async function inReview() {
  const author = await makePerson({ name: "Ada Author" });
  const article = await makeArticle({ author });
  must(await raiseApprovals(author, { articleId: article.id, revision: 1, requiredApprovals: 2 }));
  const claim = await makeClaim({
    author,
    article,
    state: "in_review",
    evidence: [
      {
        stance: "supports",
        excerpt: "What the minister whispered",
        source: {
          title: "Minister N. N.",
          kind: "interview",
          confidential: true,
          publicDescription: "Somebody who was in the room",
        },
      },
    ],
  });
  return { author, article, claim };
}

/** Follows an invitation's link in a new browser, and joins. */
async function join(page: Page, link: string, name?: string) {
  await page.goto(link);
  if (name) await typeInto(page.getByLabel("Your name"), name, { replace: true });
  await typeInto(page.getByLabel("Choose a password"), PASSWORD, { replace: true });
  await page.getByRole("button", { name: "Go to the article" }).click();
  await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
}

test("an invited expert joins by the link, comments and votes, and is shown as a guest", async ({
  as,
  visit,
  inbox,
}) => {
  const { author, article, claim } = await inReview();
  const { page } = await as(author);
  await openDesk(page, article);
  await chooseInMenu(page, "Guest reviewers");
  await expect(page.getByText("No guests yet.")).toBeVisible();
  const email = `nia-${crypto.randomUUID()}@example.org`;
  await typeInto(page.getByLabel("Name"), "Nia", { replace: true });
  await typeInto(page.getByLabel("Email address"), email);
  await page.getByLabel("Access for", { exact: true }).selectOption("3 days");
  await page.getByRole("button", { name: "Invite by email" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await expect(page.getByRole("list", { name: "Guest reviewers" })).toContainText("in 3 days");
  expect(await axeFindings(page)).toEqual([]);
  const mail = await inbox.waitFor(email, /asks you to review/);
  expect(linkIn(mail, "/desk/invitations/")).toBe(new URL(link).pathname);

  const guest = await visit();
  await guest.goto(link);
  await expect(guest.getByLabel("Your name")).toHaveValue("Nia");
  expect(await axeFindings(guest)).toEqual([]);
  await join(guest, link, "Dr. Nia Expert");
  await expect(guest).toHaveURL(new RegExp(`/desk/articles/${article.id}$`));
  await expect(guest.getByRole("navigation", { name: "Desk" }).getByRole("link")).toHaveText([
    "Article",
    "Notifications",
  ]);

  await guest.getByRole("button", { name: /Trade came to/ }).click();
  await expect(guest.getByText("Somebody who was in the room")).toBeVisible();
  await expect(guest.getByText(/whispered|Minister/)).toHaveCount(0);
  for (const name of ["Edit", "Delete", "Approve", "Submit", "Retire", "Exclude", "Mark claim"])
    await expect(guest.getByRole("button", { name, exact: true })).toHaveCount(0);
  const entries = await entriesOfMenu(guest);
  expect(entries).toContain("Comments");
  for (const name of ["Publish…", "Edit the text", "Replace the text", "Details"])
    expect(entries).not.toContain(name);
  await guest.locator("summary", { hasText: "Comments" }).click();
  await typeInto(guest.getByRole("textbox", { name: "Comment on this claim" }), "I measured it myself.", {
    replace: true,
  });
  await guest.getByRole("button", { name: "Send" }).first().click();
  await expect(guest.getByText("I measured it myself.")).toBeVisible();
  const votes = guest.getByRole("region", { name: "Votes on claim 1" });
  await expect(votes).toContainText("At least one vote must come from the desk");
  await votes.getByRole("radio", { name: "True", exact: true }).check();
  await votes.getByRole("button", { name: "Cast your vote" }).click();
  await expect(votes).toContainText("You have voted.");
  expect(await axeFindings(guest)).toEqual([]);

  await page.goto(`/desk/articles/${article.id}?claim=${claim.id}`);
  await expect(page.getByText("I measured it myself.")).toBeVisible();
  await expect(page.getByText("Dr. Nia Expert Guest reviewer").first()).toBeVisible();
});

test("a guest sees nothing else of the desk, and loses access immediately, with an explanation", async ({
  as,
  visit,
}) => {
  const { author, article } = await inReview();
  const other = await makeArticle({ author });
  const email = `nia-${crypto.randomUUID()}@example.org`;
  const { link } = must(await inviteGuest(author, { articleId: article.id, email, name: "Nia", days: 7 }));
  const guest = await visit();
  await join(guest, new URL(link).pathname);

  await guest.goto("/desk");
  await expect(guest).toHaveURL(new RegExp(`/desk/articles/${article.id}$`));
  const forbiddenPaths: [string, number][] = [
    [`/desk/articles/${other.id}`, 404],
    [`/desk/articles/${article.id}/history`, 403],
    [`/desk/articles/${article.id}/versions`, 403],
    [`/desk/articles/${article.id}/text`, 403],
    [`/desk/articles/${article.id}/guests`, 403],
    [`/desk/articles/${article.id}/history/export`, 403],
    ["/desk/articles/new", 403],
    ["/desk/review", 403],
    ["/desk/sources", 403],
    ["/desk/sources/export/bibtex", 403],
    ["/desk/activity", 403],
    ["/desk/people", 403],
    ["/desk/settings", 403],
    ["/desk/settings/scales", 403],
    [`/desk/live?article=${other.id}`, 403],
    [`/desk/presence?article=${other.id}`, 404],
  ];
  for (const [path, status] of forbiddenPaths)
    expect((await guest.request.get(path)).status(), path).toBe(status);
  const post = async (path: string, data: unknown) => (await guest.request.post(path, { data })).text();
  expect(await post("/desk/changes", { articleId: other.id, since: 0 })).toMatch(/"forbidden"/);
  const write = { kind: "claim.create", input: { articleId: article.id } };
  expect(await post("/desk/writes", write)).toMatch(/"forbidden"/);
  expect(await post("/desk/changes", { articleId: article.id, since: 0 })).toMatch(/"ok":true/);

  await openDesk(guest, article);
  const { page } = await as(author);
  await page.goto(`/desk/articles/${article.id}/guests`);
  await page.getByRole("button", { name: "End access for Nia", exact: true }).click();
  await expect(page.getByText("access revoked")).toBeVisible();
  // The open page shows it automatically.
  await guest.getByRole("link", { name: "What you can do" }).click();
  await expect(guest.getByRole("heading", { name: "Your access has ended" })).toBeVisible();
  await expect(guest.getByText("If you need more time, ask Ada Author")).toBeVisible();
  expect(await axeFindings(guest)).toEqual([]);
  await guest.goto(`/desk/articles/${article.id}`);
  await expect(guest).toHaveURL(/access-ended/);
  expect(await post("/desk/changes", { articleId: article.id, since: 0 })).toMatch(/"forbidden"/);

  await page.getByRole("button", { name: "Renew access for Nia" }).click();
  await expect(page.getByRole("button", { name: "End access for Nia", exact: true })).toBeVisible();
  await guest.getByRole("link", { name: "go to the article" }).click();
  await expect(guest.getByRole("textbox", { name: "Article text" })).toBeVisible();
});
