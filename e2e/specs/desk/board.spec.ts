import type { Actor } from "@/lib/policies/actor";
import { must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import {
  axeFindings,
  chooseInMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  test,
  typeInto,
} from "../../fixtures/desk";

const own = () => crypto.randomUUID().slice(0, 8);
/** Tomorrow at noon, as the value of a datetime-local field. */
const tomorrow = () => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T12:00`;

test("an editor sets lead, due time and priority; the lead is notified and finds the article in “My work”", async ({
  as,
}) => {
  const lee = await makePerson({ role: "checker", name: `Lee ${own()}` });
  const title = `Grain ${own()}`;
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person, title });
  const claim = await makeClaim({ article, author: person });
  await openDesk(page, article);
  await chooseInMenu(page, "Lead and due time");
  await page.getByRole("button", { name: "Change lead, due time and priority of this article" }).click();
  await page.getByRole("combobox", { name: "Lead", exact: true }).selectOption(lee.name);
  await page.getByLabel("Due", { exact: true }).fill(tomorrow());
  await page.getByLabel("Priority", { exact: true }).selectOption("Urgent");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`Lead: ${lee.name}`)).toBeVisible();
  await expect(page.getByText("Urgent priority")).toBeVisible();
  await page.getByRole("button", { name: /Trade came to/ }).click();
  await page.getByLabel("Assignee of claim 1").selectOption(lee.name);
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByRole("button", { name: new RegExp(`assigned to ${lee.name}`) })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  const { page: hers } = await as(lee);
  await hers.goto("/desk");
  await hers.getByRole("link", { name: "Notifications 2" }).click();
  await expect(
    hers.getByRole("link", { name: `${person.name} made you the lead of this article` }),
  ).toBeVisible();
  await hers.getByRole("link", { name: `${person.name} assigned claim 1 to you` }).click();
  await expect(hers.getByRole("button", { name: "Unassign me" })).toBeVisible();
  await hers.getByRole("link", { name: "My work" }).click();
  await expect(hers.getByRole("heading", { name: "My work 2" })).toBeVisible();
  const led = hers.getByRole("region", { name: "Articles I lead 1" });
  await expect(led.getByRole("listitem").filter({ hasText: title })).toContainText("Urgent priority");
  const mine = hers.getByRole("region", { name: "Claims for me to check 1" });
  await expect(mine.getByRole("link", { name: `${claim.number}. ${claim.statement}` })).toBeVisible();
  expect(await axeFindings(hers)).toEqual([]);
  await page.goto(`/desk/articles/${article.id}/history`);
  await expect(page.getByText(`assigned claim 1 to ${lee.name}`)).toBeVisible();
});

test("the list is filtered and sorted, saved as a view and shared; several plans are changed together", async ({
  as,
  browser,
}) => {
  const word = own();
  const { page, person } = await as("editor");
  const plan = async (
    name: string,
    change: Omit<Parameters<typeof assignArticle>[1], "articleId" | "revision">,
  ) => {
    const { id } = await makeArticle({ author: person, title: `${name} ${word}` });
    must(await assignArticle(person, { ...change, articleId: id, revision: await revisionOf(id) }));
  };
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  await plan("Later", { leadId: person.id, dueAt: at(90) });
  await plan("Overdue", { leadId: person.id, dueAt: at(-2) });
  await plan("Nobody's", { priority: "high", dueAt: at(5) });
  const titles = () => page.getByRole("list").getByRole("heading", { level: 2 });

  await page.goto("/desk");
  const filters = page.getByRole("form", { name: "Filter articles" });
  await typeInto(filters.getByLabel("Title or publisher"), word);
  await filters.getByLabel("Sort by").selectOption("Due soonest");
  await filters.getByRole("button", { name: "Apply" }).click();
  await expect(titles()).toHaveText([`Overdue ${word}`, `Nobody's ${word}`, `Later ${word}`]);
  await expect(page.getByRole("listitem").filter({ hasText: `Overdue ${word}` })).toContainText(
    "Overdue: due 2 hours ago",
  );
  await filters.getByLabel("Lead").selectOption("Me");
  await filters.getByRole("button", { name: "Apply" }).click();
  await expect(titles()).toHaveText([`Overdue ${word}`, `Later ${word}`]);

  await page.getByRole("button", { name: "Save this view" }).click();
  const viewName = page.getByLabel("View name");
  await typeInto(viewName, `Mine ${word}`);
  await page.getByLabel("Share with the desk").check();
  await page.getByRole("button", { name: "Save view" }).click();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await expect(views.getByRole("link", { name: `Mine ${word}` })).toHaveAttribute("aria-current", "page");
  expect(await axeFindings(page)).toEqual([]);
  const other = await as("checker");
  await other.page.goto("/desk/board");
  await other.page.getByRole("link", { name: `Mine ${word} by ${person.name}` }).click();
  // "Me" is the person who looks at the view.
  await expect(other.page.getByRole("heading", { name: "In progress 0" })).toBeVisible();
  await page.getByRole("button", { name: "Edit this view" }).click();
  await typeInto(viewName, `Ours ${word}`, { replace: true });
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(views.getByRole("link", { name: `Ours ${word}` })).toBeVisible();
  await page.getByRole("button", { name: "Edit this view" }).click();
  await page.getByRole("button", { name: "Delete view" }).click();
  await expect(views.getByRole("link", { name: `Ours ${word}` })).toHaveCount(0);

  await page.goto(`/desk?q=${word}&sort=title`);
  await page.getByRole("button", { name: "Select several" }).click();
  await page.getByRole("checkbox", { name: `Select Later ${word}` }).click();
  await page.getByRole("checkbox", { name: `Select Overdue ${word}` }).click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 of 3 selected")).toBeVisible();
  await page.getByRole("checkbox", { name: `Select Later ${word}` }).click();
  await page.reload();
  await expect(page.getByText("2 of 3 selected")).toBeVisible();
  await page.getByRole("checkbox", { name: `Select Later ${word}` }).click();
  await expect(page.getByText("3 of 3 selected")).toBeVisible();
  await page.getByRole("button", { name: "Set lead, due time or priority" }).click();
  await page.getByRole("region", { name: "Selected articles" }).getByLabel("Priority").selectOption("Low");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("3 done.")).toBeVisible();
  await expect(page.getByText("Low priority")).toHaveCount(3);

  // The filters work without scripts.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto("/desk");
  const plainFilters = still.getByRole("form", { name: "Filter articles" });
  await typeInto(plainFilters.getByLabel("Title or publisher"), word);
  await plainFilters.getByLabel("Lead").selectOption("No lead");
  await plainFilters.getByRole("button", { name: "Apply" }).click();
  await expect(still.getByRole("heading", { name: `Nobody's ${word}` })).toBeVisible();
  await expect(still.getByRole("heading", { name: `Later ${word}` })).toHaveCount(0);
  await plain.close();
});

test("several claims are submitted together; an incomplete one is skipped, with the reason", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  for (const exact of ["$240 billion", "Trade rose fast"])
    await makeClaim({ article, author: person, anchor: { exact }, statement: `It says ${exact}.` });
  await makeClaim({ article, author: person, anchor: { exact: "Then it fell" }, verdict: null });
  await openDesk(page, article);
  const claims = page.getByRole("region", { name: "Claims", exact: true });
  await claims.getByRole("button", { name: "Select", exact: true }).click();
  const boxes = claims.getByRole("list", { name: "Claims to select" }).getByRole("checkbox");
  await boxes.first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(boxes.last()).toBeFocused();
  await page.keyboard.press("Shift+Space");
  await expect(claims.getByText("3 of 3 selected")).toBeVisible();
  await page.reload();
  await expect(claims.getByText("3 of 3 selected")).toBeVisible();
  await expect(
    claims.getByRole("list", { name: "1 claim that is left as it is" }).getByRole("listitem"),
  ).toHaveText(/^Claim 3: Not ready for review\. Choose a verdict\./);
  await claims.getByRole("button", { name: "Submit for review: 2 of 3" }).click();
  await expect(claims.getByText("2 done.")).toBeVisible();
  await expect(boxes.first().locator("..")).toContainText("In review");
  await expect(boxes.last().locator("..")).toContainText("Draft");
  expect(await axeFindings(page)).toEqual([]);

  await claims.getByLabel("Action", { exact: true }).selectOption("Add tag");
  await typeInto(claims.getByLabel("Tag", { exact: true }), "trade");
  await claims.getByRole("button", { name: "Add tag: 1 of 3" }).click();
  await expect(claims.getByText("1 done.")).toBeVisible();
  await claims.getByRole("button", { name: "Done selecting" }).click();
  await page.reload();
  await expect(claims.getByRole("button", { name: /It says \$240 billion.*/ })).toContainText("In review");
});

test("an article moves from column to column as its claims progress, and its lead is changed on the card", async ({
  as,
}) => {
  const title = `Ships ${own()}`;
  const author = await makePerson();
  const article = await makeArticle({ author, title });
  const board = await as("editor");
  await board.page.goto(`/desk/board?q=${encodeURIComponent(title)}`);
  const column = (name: string) => board.page.getByRole("region", { name });
  const cardIn = (name: string) => column(name).getByRole("listitem").filter({ hasText: title });
  await expect(cardIn("Draft 1")).toContainText("No claims");

  const claim = await makeClaim({ article, author });
  await expect(cardIn("In progress 1")).toContainText("0 of 1 approved");
  const { page: desk } = board;
  const message = board.page.getByRole("status").filter({ hasText: title });
  // By mouse, from the card's text to another column; and back.
  await cardIn("In progress 1").getByText("0 of 1 approved").hover();
  await desk.mouse.down();
  await column("Ready").hover();
  await desk.mouse.up();
  await expect(desk.getByRole("alert").filter({ hasText: "1 claim is not approved yet." })).toBeVisible();
  await cardIn("In progress 1").getByText("0 of 1 approved").hover();
  await desk.mouse.down();
  await column("In review").hover();
  await desk.mouse.up();
  await expect(message).toHaveText(`1 claim of “${title}” submitted for review.`);
  await expect(cardIn("In review 1")).toBeVisible();
  await desk.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(cardIn("In progress 1")).toBeVisible();
  // By keyboard: the focus follows to Undo, and from the message back to the card.
  await desk.getByRole("button", { name: `Move to… ${title}` }).focus();
  await desk.keyboard.press("Enter");
  await desk.getByRole("menuitem", { name: "In review", exact: true }).press("Enter");
  await expect(cardIn("In review 1")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Undo", exact: true })).toBeFocused();
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByRole("button", { name: "Close", exact: true }).press("Enter");
  await expect(desk.getByRole("button", { name: `Move to… ${title}` })).toBeFocused();
  const step = async (by: Actor, action: "approve") => {
    const { revision } = await reloadClaim(claim);
    must(await transitionClaim(by, { claimId: claim.id, revision, action }));
  };
  await step(await makePerson(), "approve");
  await expect(cardIn("Ready 1")).toContainText("1 of 1 approved");

  await board.page.getByRole("button", { name: `Change lead, due time and priority of ${title}` }).click();
  await board.page.getByRole("main").getByLabel("Lead").last().selectOption(board.person.name);
  await board.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(cardIn("Ready 1")).toContainText(`Lead: ${board.person.name}`);
  expect(await axeFindings(board.page)).toEqual([]);
  await board.page.setViewportSize({ width: 390, height: 800 });
  await board.page
    .getByRole("navigation", { name: "Columns" })
    .getByRole("link", { name: "Ready 1" })
    .click();
  await expect(cardIn("Ready 1")).toBeInViewport();
});
