import { reloadClaim } from "@/lib/testing/factories";
import {
  axeFindings,
  expect,
  fillSignIn,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  PASSWORD,
  signIn,
  test,
  typeInto,
} from "../fixtures/desk";

test("a page left open does nothing on behalf of the next person to sign in", async ({ as }) => {
  const ada = await as("editor");
  const bo = await makePerson({ role: "editor" });
  const article = await makeArticle({ author: ada.person });
  const claim = await makeClaim({ article, author: ada.person });
  await openDesk(ada.page, article);
  await ada.page.getByRole("button", { name: /Trade came to/ }).click();
  await ada.page.getByRole("button", { name: "Edit", exact: true }).click();
  await ada.page.getByLabel("Claimant").fill("The ministry");

  const other = await ada.page.context().newPage();
  await other.goto("/desk/account");
  await other.getByText(ada.person.name, { exact: true }).click();
  await other.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(other).toHaveURL(/sign-in/);
  // The next person signs in while it is pending.
  await signIn(other, bo);
  await expect(ada.page.getByRole("dialog", { name: "Another person has signed in" })).toBeVisible();
  await ada.page.keyboard.press("Escape");
  await ada.page.keyboard.press("Escape");
  await expect(ada.page.getByRole("dialog", { name: "Another person has signed in" })).toBeVisible();
  await ada.page.getByRole("button", { name: "Reload the page" }).click();
  await expect(ada.page.getByText(bo.name, { exact: true })).toBeVisible();
  expect((await reloadClaim(claim)).lastEditedBy.id).toBe(ada.person.id);
  // Ada still finds what she was typing.
  await ada.page.getByRole("button", { name: /Trade came to/ }).click();
  await ada.page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(ada.page.getByLabel("Claimant")).toHaveValue("");
});

test("the first administrator must choose a password first", async ({ page }) => {
  const [email, password] = [process.env.E2E_ADMIN_EMAIL ?? "", process.env.E2E_ADMIN_PASSWORD ?? ""];
  await page.goto("/desk/people");
  await fillSignIn(page, email, password);
  await expect(page.getByRole("heading", { name: "Choose your own password" })).toBeVisible();
  await page.goto("/desk");
  await expect(page).toHaveURL(/change-password/);
  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("fewer than 12 characters")).toBeVisible();
  await page.getByLabel("New password").fill("a longer password of mine");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("heading", { name: /^Articles/ })).toBeVisible();
});

test("a wrong password shows what to do and does not sign in", async ({ page }) => {
  const person = await makePerson();
  await page.goto("/desk/sign-in?next=https://evil.example/");
  await fillSignIn(page, person.email, "not the password");
  await expect(page.getByRole("alert").filter({ hasText: "is wrong" })).toBeVisible();
  await fillSignIn(page, person.email, PASSWORD);
  await expect(page).toHaveURL(/\/desk$/);
});

test("a person is invited, joins, and is signed out immediately when disabled", async ({ as, browser }) => {
  const { page } = await as("administrator");
  const name = `Nia ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/desk/people");
  await page.getByLabel("Name").click();
  await page.keyboard.type(name);
  await typeInto(page.getByLabel("Email address"), `${crypto.randomUUID()}@example.org`);
  await page.getByRole("button", { name: "Create invitation" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await expect(page.getByText(name).first()).toBeVisible();

  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel("Choose a password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Join the desk" }).click();
  await expect(theirs.getByRole("heading", { name: /^Articles/ })).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByText("This invitation no longer works")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: `Disable ${name}` }).click();
  await expect(page.getByRole("button", { name: `Enable ${name}` })).toBeVisible();
  await theirs.goto("/desk");
  await expect(theirs).toHaveURL(/sign-in/);
  await context.close();
});

test("signing out everywhere ends every session", async ({ as }) => {
  const first = await as("editor");
  const second = await as(first.person);
  await first.page.goto("/desk/account");
  await first.page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(first.page).toHaveURL(/sign-in/);
  await second.page.goto("/desk");
  await expect(second.page).toHaveURL(/sign-in/);
});

test("no address shows a draft to a signed-out visitor", async ({ page, request }) => {
  const article = await makeArticle({ title: `Secret ${crypto.randomUUID().slice(0, 8)}` });
  const claim = await makeClaim({ article, author: article.author });
  for (const path of [
    `/articles/${article.slug}`,
    `/articles/${article.slug}/report`,
    `/articles/${article.slug}/report.pdf`,
    `/articles/${article.slug}/claims/1`,
    `/articles/${article.id}`,
  ])
    expect((await request.get(path)).status(), path).toBe(404);
  for (const path of [
    `/desk/articles/${article.id}`,
    `/desk/articles/${article.id}?claim=${claim.id}`,
    "/desk",
    "/desk/review",
    "/desk/people",
  ]) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    expect(await response.text()).not.toContain("240 billion");
  }
  await page.goto("/");
  await expect(page.getByText(/^Secret/)).toHaveCount(0);
});

test("a checker can neither publish nor manage people, through the page or around it", async ({ as }) => {
  const { page, person } = await as("checker");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: await makePerson(), state: "approved" });
  await page.goto(`/desk/articles/${article.id}`);
  await expect(page.getByText("1 of 1 approved")).toBeVisible();
  await expect(page.getByRole("button", { name: /Publish/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "People" })).toHaveCount(0);
  const response = await page.goto("/desk/people");
  expect(response?.status()).toBe(403);
});

test("server actions refuse a signed-out visitor", async ({ as, request }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person });
  await page.goto(`/desk/articles/${article.id}`);
  await page.getByRole("button", { name: /Trade came to/ }).click();
  const sent = page.waitForRequest(
    (each) => each.method() === "POST" && each.headers()["next-action"] !== undefined,
  );
  await page.getByRole("button", { name: "Submit for review" }).click();
  const action = await sent;
  const answer = await request.post(action.url(), {
    headers: {
      "next-action": action.headers()["next-action"] ?? "",
      "content-type": action.headers()["content-type"] ?? "",
      accept: "text/x-component",
    },
    data: action.postDataBuffer() ?? "",
  });
  expect(await answer.text()).toContain("unauthenticated");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds no problems on the pages of the desk, ${colorScheme}`, async ({ as, browser }) => {
    const { page } = await as("administrator");
    await makeClaim({ state: "in_review" });
    await page.emulateMedia({ colorScheme });
    for (const path of ["/desk", "/desk/articles/new", "/desk/review", "/desk/people", "/desk/account"]) {
      await page.goto(path);
      expect(await axeFindings(page), path).toEqual([]);
    }
    const context = await browser.newContext({ colorScheme });
    const visitor = await context.newPage();
    for (const path of ["/desk/sign-in", "/desk/invitations/none"]) {
      await visitor.goto(path);
      expect(await axeFindings(visitor), path).toEqual([]);
    }
    await context.close();
  });

test("the desk fits a phone", async ({ page }) => {
  const person = await makePerson({ role: "administrator" });
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person });
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, person);
  for (const path of [
    "/desk",
    "/desk/articles/new",
    "/desk/review",
    "/desk/people",
    `/desk/articles/${article.id}`,
  ]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});
