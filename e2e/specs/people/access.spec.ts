import { reloadClaim } from "@/lib/testing/factories";
import {
  axeFindingsInBothThemes,
  chooseInMenu,
  entriesOfMenu,
  expect,
  fillSignIn,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  PASSWORD,
  showMoreFields,
  signIn,
  test,
  typeInto,
} from "../../fixtures/desk";

test("a page left open does nothing on behalf of the next person to sign in", async ({ as }) => {
  const ada = await as("editor");
  const bo = await makePerson({ role: "editor" });
  const article = await makeArticle({ author: ada.person });
  const claim = await makeClaim({ article, author: ada.person });
  await openDesk(ada.page, article);
  await ada.page.getByRole("button", { name: /Trade came to/ }).click();
  await ada.page.getByRole("button", { name: "Edit", exact: true }).click();
  await showMoreFields(ada.page);
  await typeInto(ada.page.getByLabel("Claimant"), "Customs");

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
  await showMoreFields(ada.page);
  await expect(ada.page.getByLabel("Claimant")).toHaveValue("");
});

test("a wrong password shows what to do, and the first administrator must choose a password first", async ({
  page,
}) => {
  await test.step("a wrong password does not sign in, and a right one leads to no other site", async () => {
    const person = await makePerson();
    await page.goto("/desk/sign-in?next=https://evil.example/");
    await fillSignIn(page, person.email, "not it");
    await expect(page.getByRole("alert").filter({ hasText: "is wrong" })).toBeVisible();
    await fillSignIn(page, person.email, PASSWORD);
    await expect(page).toHaveURL(/\/desk$/);
    await page.context().clearCookies();
  });

  await test.step("the first administrator", async () => {
    const [email, password] = [process.env.E2E_ADMIN_EMAIL ?? "", process.env.E2E_ADMIN_PASSWORD ?? ""];
    await page.goto("/desk/people");
    await fillSignIn(page, email, password);
    await expect(page.getByRole("heading", { name: "Choose your own password" })).toBeVisible();
    await page.goto("/desk");
    await expect(page).toHaveURL(/change-password/);
    await typeInto(page.getByLabel("Current password"), password);
    await typeInto(page.getByLabel("New password"), "short");
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("fewer than 12 characters")).toBeVisible();
    await typeInto(page.getByLabel("New password"), "a longer password of mine", { replace: true });
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByRole("heading", { name: /^Articles/ })).toBeVisible();
  });
});

test("a person is invited, joins, and is signed out immediately when disabled", async ({ as, visit }) => {
  const { page } = await as("administrator");
  const name = `Nia ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/desk/people");
  await typeInto(page.getByLabel("Name"), name);
  await typeInto(page.getByLabel("Email address"), `${crypto.randomUUID()}@example.org`);
  await page.getByRole("button", { name: "Create invitation" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await expect(page.getByText(name).first()).toBeVisible();

  const theirs = await visit();
  await theirs.goto(link);
  await typeInto(theirs.getByLabel("Choose a password"), PASSWORD, { replace: true });
  await theirs.getByRole("button", { name: "Join the desk" }).click();
  await expect(theirs.getByRole("heading", { name: /^Articles/ })).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByText("This invitation no longer works")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: `Disable ${name}` }).click();
  await expect(page.getByRole("button", { name: `Enable ${name}` })).toBeVisible();
  const answer = await theirs.request.get("/desk", { maxRedirects: 0 });
  expect(answer.headers().location).toMatch(/sign-in/);
});

test("no address shows a draft to a signed-out visitor", async ({ request }) => {
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
  const front = await request.get("/");
  expect(front.status()).toBe(200);
  expect(await front.text()).not.toContain("Secret");
});

test("a checker can neither publish nor manage people, and a server action needs a session, through the page or around it", async ({
  as,
  request,
}) => {
  const { page, person } = await as("checker");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: await makePerson(), state: "approved" });
  await openDesk(page, article);
  await expect(page.getByText("1 of 1 approved")).toBeVisible();
  const entries = await entriesOfMenu(page);
  expect(entries).toContain("Details");
  expect(entries).not.toContain("Publish…");
  await expect(page.getByRole("link", { name: "People" })).toHaveCount(0);
  expect((await page.request.get("/desk/people")).status()).toBe(403);

  await test.step("the action of an open page, sent again without its session", async () => {
    const sent = page.waitForRequest(
      (each) => each.method() === "POST" && each.headers()["next-action"] !== undefined,
    );
    await chooseInMenu(page, "Details");
    await typeInto(page.getByLabel("Byline"), "A");
    await page.getByRole("button", { name: "Save details" }).click();
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
});

test("the pages of the desk have no problems that axe finds, in either theme", async ({ as, visit }) => {
  const { page, person } = await as("administrator");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, state: "in_review" });
  // The specs of the article page check it in its states.
  for (const path of ["/desk", "/desk/articles/new", "/desk/review", "/desk/people", "/desk/account"])
    await test.step(path, async () => {
      await page.goto(path);
      expect(await axeFindingsInBothThemes(page)).toEqual([]);
    });
  const visitor = await visit();
  for (const path of ["/desk/sign-in", "/desk/invitations/none"])
    await test.step(path, async () => {
      await visitor.goto(path);
      expect(await axeFindingsInBothThemes(visitor)).toEqual([]);
    });
});
