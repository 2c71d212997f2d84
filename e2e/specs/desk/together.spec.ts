import {
  expect,
  makeArticle,
  makeClaim,
  openDesk,
  selectWords,
  showMoreFields,
  test,
  typeInto,
} from "../../fixtures/desk";

test("two people in one article: the page shows who is here and what they edit, and each sees the other's claims immediately", async ({
  as,
}) => {
  const ada = await as("editor");
  const grace = await as("editor");
  const article = await makeArticle({ author: ada.person });
  const known = await makeClaim({ article, author: ada.person, state: "in_review" });
  const fetched: string[] = [];
  ada.page.on("request", (request) => {
    if (request.url().endsWith("/desk/changes")) fetched.push(request.postData() ?? "");
  });
  const timesFetched = (id: string) => fetched.filter((body) => body.includes(id)).length;
  let own = "";
  await openDesk(ada.page, article);
  const here = ada.page.getByRole("list", { name: "Also here 1" });
  await expect(here).toHaveCount(0);
  await openDesk(grace.page, article);
  await expect(here).toContainText(grace.person.name);

  await test.step("a new claim appears", async () => {
    await selectWords(grace.page, "Then it fell");
    await selectWords(ada.page, "Trade rose fast");
    await ada.page.keyboard.press("m");
    await typeInto(ada.page.getByRole("textbox", { name: "Statement" }), "Trade rose.", { replace: true });
    const answer = ada.page.waitForResponse("**/desk/writes");
    await ada.page.getByRole("button", { name: "Save claim" }).click();
    own = ((await (await answer).json()) as { value: { claim: { id: string } } }).value.claim.id;
    await expect(grace.page.getByRole("button", { name: /2\. Trade rose\./ })).toBeVisible();
    await expect(grace.page.getByText(`${ada.person.name} marked claim 2`)).toBeVisible();
    // Her selection is unchanged.
    await grace.page.keyboard.press("m");
    await expect(grace.page.getByRole("textbox", { name: "Statement" })).toHaveValue(/^Then it fell/);
    await grace.page.getByRole("button", { name: "Discard", exact: true }).click();
  });

  await test.step("a decision appears", async () => {
    await grace.page.getByRole("button", { name: /Trade came to/ }).click();
    await grace.page.getByRole("button", { name: "Approve" }).click();
    await expect(ada.page.getByText(`${grace.person.name} approved claim 1`)).toBeVisible();
    await expect(ada.page.getByRole("button", { name: /Approved.*Trade came to/ })).toBeVisible();
    // The page fetches what others wrote, and nothing of its own.
    expect({ own: timesFetched(own), other: timesFetched(known.id) }).toEqual({ own: 0, other: 1 });
  });

  await test.step("what someone edits is shown, until they leave", async () => {
    await grace.page.getByRole("button", { name: "Edit", exact: true }).click();
    await expect(here).toContainText(`${grace.person.name}, editing claim 1`);
    await expect(
      ada.page.getByRole("button", { name: new RegExp(`Trade came to.*${grace.person.name} is editing`) }),
    ).toBeVisible();
    await expect(ada.page.locator("[data-claim][data-here]")).toHaveText("$240 billion");
    await ada.page.getByRole("button", { name: /Trade came to/ }).click();
    await ada.page.getByRole("button", { name: "Edit", exact: true }).click();
    await expect(ada.page.getByText(`${grace.person.name} is also editing this claim.`)).toBeVisible();
    await grace.page.goto("/desk");
    await expect(here).toHaveCount(0);
  });
});

test("two people edit one claim: the later one sees it immediately, chooses only where both wrote, and loses nothing", async ({
  as,
}) => {
  const ada = await as("editor");
  const grace = await as("editor");
  const article = await makeArticle({ author: ada.person });
  await makeClaim({ article, author: ada.person });
  for (const { page } of [ada, grace]) {
    await openDesk(page, article);
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
  }
  await typeInto(grace.page.getByLabel("Statement"), "Grace's words.", { replace: true });
  for (const { page } of [ada, grace]) await showMoreFields(page);
  await typeInto(grace.page.getByLabel("Claimant"), "The ministry");
  await typeInto(ada.page.getByLabel("Statement"), "Ada's words.", { replace: true });
  await typeInto(ada.page.getByLabel("Tags"), "trade");
  await ada.page.getByRole("button", { name: "Save claim" }).click();

  await grace.page.getByRole("button", { name: "Compare now" }).click();
  const compared = grace.page.getByRole("alert").filter({ hasText: "changed this claim" });
  await expect(compared.getByRole("group")).toHaveCount(1);
  await expect(compared).toContainText(`Changed only by ${ada.person.name}:Tags: trade`);
  await compared.getByRole("group", { name: "Statement" }).getByRole("radio").nth(1).check();
  await grace.page.getByRole("button", { name: "Continue with my choices" }).click();
  await expect(grace.page.getByLabel("Statement")).toHaveValue("Ada's words.");
  await expect(grace.page.getByLabel("Tags")).toHaveValue("trade");
  await expect(grace.page.getByLabel("Claimant")).toHaveValue("The ministry");

  // A third save in between, in other fields, is merged with hers.
  await ada.page.getByRole("button", { name: "Edit", exact: true }).click();
  await showMoreFields(ada.page);
  await typeInto(ada.page.getByLabel("Tags"), "trade, china", { replace: true });
  await ada.page.getByRole("button", { name: "Save claim" }).click();
  await expect(grace.page.getByRole("button", { name: "Compare now" })).toBeVisible();
  await grace.page.getByRole("button", { name: "Save claim" }).click();
  await expect(grace.page.getByText("Claim 1 saved.")).toBeVisible();
  await expect(ada.page.getByText(/trade, china/).first()).toBeVisible();
  await expect(ada.page.getByText(/The ministry/).first()).toBeVisible();

  await test.step("if she saves without comparing, she sees both texts and chooses", async () => {
    for (const { page } of [ada, grace])
      await page.getByRole("button", { name: "Edit", exact: true }).click();
    await typeInto(grace.page.getByLabel("Statement"), "Hers.", { replace: true });
    await showMoreFields(grace.page);
    await typeInto(grace.page.getByLabel("Claimant"), "Customs", { replace: true });
    await typeInto(ada.page.getByLabel("Statement"), "Ada's.", { replace: true });
    await ada.page.getByRole("button", { name: "Save claim" }).click();
    await expect(grace.page.getByRole("button", { name: "Compare now" })).toBeVisible();
    await grace.page.getByRole("button", { name: "Save claim" }).click();
    const conflict = grace.page
      .getByRole("alert")
      .filter({ hasText: "changed this claim while you were typing" });
    await expect(conflict).toContainText("Ada's.");
    await expect(conflict).toContainText("Hers.");
    await conflict.getByRole("group", { name: "Statement" }).getByRole("radio").nth(1).check();
    await grace.page.keyboard.press("ControlOrMeta+Enter");
    await expect(grace.page.getByRole("button", { name: /Ada's\./, expanded: true })).toBeVisible();
    await expect(grace.page.getByText(/Customs/).first()).toBeVisible();
  });
});
