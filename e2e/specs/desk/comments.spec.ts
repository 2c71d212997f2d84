import { must, reloadClaim } from "@/lib/testing/factories";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import {
  axeFindings,
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  selectWords,
  test,
  typeInto,
} from "../../fixtures/desk";
import { linkIn } from "../../fixtures/inbox";

test("a comment on a passage mentions a person, who is notified in the desk and by mail, replies, and resolves the thread", async ({
  as,
  visit,
  inbox,
}) => {
  const noor = await makePerson({ role: "editor", name: `Noor ${crypto.randomUUID().slice(0, 6)}` });
  const { page, person } = await as("checker");
  const title = `Trade ${crypto.randomUUID().slice(0, 8)}`;
  const made = await makeArticle({ author: person, title });
  await openDesk(page, made);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("c");
  const field = page.getByRole("textbox", { name: "Comment on this passage" });
  await expect(field).toBeFocused();
  await page.keyboard.type(`Which dollars? @${noor.name.slice(0, 7).toLowerCase()}`);
  await expect(page.getByRole("option", { name: noor.name })).toHaveAttribute("aria-selected", "true");
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(`Which dollars? @${noor.name} `);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Comment added to the passage.")).toBeVisible();
  await expect(page.locator(".mark-comment")).toHaveText("$240 billion");
  await page.getByRole("button", { name: "Comments 1" }).click();
  await expect(page.getByRole("heading", { name: "Comments 1" })).toBeVisible();

  const mail = await inbox.waitFor(noor.email, /mentioned you/);
  expect(mail.subject).toBe(`${person.name} mentioned you in a comment: ${title}`);
  // Lines of a mail break anywhere.
  expect(mail.text.replace(/\s+/g, " ")).toContain(`“Which dollars? @${noor.name}”`);

  const { page: hers } = await as(noor);
  await hers.goto("/desk");
  await hers.getByRole("link", { name: "Notifications 1" }).click();
  await expect(hers.getByRole("heading", { name: "Notifications 1 unread of 1" })).toBeVisible();
  expect(await axeFindings(hers)).toEqual([]);
  await hers.goto(linkIn(mail, "/desk/notifications/"));
  const thread = hers.getByRole("listitem").filter({ hasText: "On $240 billion" });
  await expect(thread.getByText("Which dollars?")).toBeInViewport();
  await expect(hers.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await typeInto(thread.getByRole("textbox", { name: "Reply" }), "Of 2023.", { replace: true });
  // A third person replies at the same moment, and the first one is typing.
  const unfinished = page.getByRole("textbox", { name: "Reply" });
  await unfinished.pressSequentially("Or of");
  const eve = await makePerson();
  const [opened] = must(await listThreads(eve, { articleId: made.id })).threads;
  const target = { on: "thread", threadId: opened?.id ?? "" } as const;
  await Promise.all([
    thread.getByRole("button", { name: "Send the reply" }).click(),
    createComment(eve, { target, body: "Of 2024.", idempotencyKey: crypto.randomUUID() }),
  ]);
  const replies = (on: typeof page) => on.locator("[data-thread] ol > li").getByText(/^Of 20/);
  await expect(replies(hers)).toHaveCount(2);
  const order = await replies(hers).allTextContents();
  // The other person's page updates automatically, says so, and leaves what is typed there alone.
  await expect(replies(page)).toHaveText(order);
  await expect(
    page.getByText(/replied to a comment on a passage\.|made 2 changes in the comments\./),
  ).toBeVisible();
  await expect(unfinished).toHaveValue("Or of");
  await expect(unfinished).toBeFocused();
  await expect(page.getByRole("link", { name: "Notifications 2" })).toBeVisible();
  expect(await axeFindings(hers)).toEqual([]);
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(hers.getByText("Every thread is resolved.")).toBeVisible();
  await expect(hers.locator(".mark-comment")).toHaveCount(0);

  await page.goto("/desk/notifications");
  await page.getByRole("link", { name: `${noor.name} replied in a thread you wrote in` }).click();
  await expect(page.getByText("Of 2023.")).toBeInViewport();
  await expect(page.getByText(`Resolved by ${noor.name}`)).toBeVisible();
  await chooseInMenu(page, "Activity");
  await expect(page.getByText(`${noor.name} resolved a comment thread`)).toBeVisible();

  // The link in a mail turns email off without signing in. The links of earlier mails redirect to it.
  const visitor = await visit();
  const link = linkIn(mail, "/desk/unsubscribe/");
  const formerLink = link.replace("unsubscribe", "mail-off");
  await visitor.goto(formerLink);
  await expect(visitor).toHaveURL(new RegExp(`${link}$`));
  await expect(visitor.getByText(noor.email)).toBeVisible();
  await visitor.getByRole("button", { name: "Turn off email" }).click();
  await expect(visitor.getByText(`Emails to ${noor.email} are off.`)).toBeVisible();
  // One click in a mail program: a POST, which must stay one when it is redirected.
  const oneClick = { form: { "List-Unsubscribe": "One-Click" } };
  const formerAddress = formerLink.replace("/desk/", "/api/");
  const redirect = await visitor.request.post(formerAddress, { ...oneClick, maxRedirects: 0 });
  expect(redirect.status()).toBe(308);
  const answer = await visitor.request.post(formerAddress, oneClick);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("You will get no more email");
  await hers.goto("/desk/notifications");
  await expect(hers.getByRole("checkbox", { name: "Send me email" })).not.toBeChecked();
});

test("a lost response does no harm: a change and a comment are stored, resent automatically, and applied once", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const made = await makeArticle({ author: person });
  const claim = await makeClaim({ article: made, author: person });
  await openDesk(page, made);
  await page.getByRole("button", { name: /Trade came to/ }).click();

  await test.step("a comment, of which every response is lost until a reload", async () => {
    await page.getByText("Comments 0").click();
    const form = page.getByRole("form", { name: "Comment on this claim" });
    await typeInto(form.getByRole("textbox"), "A second source?");
    await page.route("**/desk/writes", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await form.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("Your comment is saved in this browser")).toBeVisible();
    await expect(page.getByText(/1 change has not been sent yet/)).toBeVisible();
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    // The page has read what is to be sent.
    await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
    await expect(page.getByText(/not been sent yet|not sent yet/)).toHaveCount(0);
    await page.getByRole("button", { name: "Comments 1" }).click();
    await expect(page.getByText("A second source?")).toHaveCount(1);
  });

  await test.step("the comment is edited and deleted", async () => {
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await typeInto(page.getByRole("textbox", { name: "Your comment" }), "A third?", { replace: true });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("A third?")).toBeVisible();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete this comment" }).click();
    await expect(page.getByText("No comments yet.")).toBeVisible();
  });

  await test.step("a change, of which the first response is lost", async () => {
    await openDesk(page, made);
    await page.getByRole("button", { name: /Trade came to/ }).click();
    let lost = 0;
    await page.route("**/desk/writes", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch({ maxRetries: 2 });
      await route.abort();
    });
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await typeInto(page.getByLabel("Statement"), "Said once.", { replace: true });
    await page.getByRole("button", { name: "Save claim" }).click();
    // The card shows the change before the server has it.
    await expect(page.getByText("Claim 1 saved. Your unsent changes were sent.")).toBeVisible();
    await expect(page.getByRole("button", { name: /1\. Said once/ })).toBeVisible();
    await expect(page.getByText(/not been sent|changed this claim/)).toHaveCount(0);
    expect(lost).toBe(1);
    expect((await reloadClaim(claim)).revision).toBe(claim.revision + 1);
  });
});
