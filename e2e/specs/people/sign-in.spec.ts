import type { Page } from "@playwright/test";
import { codeAt } from "@/lib/credentials/one-time-codes";
import {
  axeFindings,
  expect,
  fillSignIn,
  makePerson,
  PASSWORD,
  signIn,
  test,
  typeInto,
} from "../../fixtures/desk";
import { linkIn } from "../../fixtures/inbox";
import { beAtProvider } from "../../fixtures/provider";
import { signInAs } from "../../fixtures/sign-in-as";

const desk = (page: Page) => page.getByRole("navigation", { name: "Desk" });
const now = () => new Date();
/** A time in the next step: each code works only once. */
const nextStep = () => new Date(Date.now() + 30_000);

test("a provider signs in only people whom the desk knows by a verified email address", async ({ page }) => {
  const person = await makePerson();
  const sub = crypto.randomUUID();
  const context = page.context();
  const signInAtProvider = async (claims: { sub: string; email: string; email_verified: boolean }) => {
    await beAtProvider(context, claims);
    await page.goto("/desk/sign-in?next=/desk/account");
    await page.getByRole("button", { name: "Continue with Newsroom ID" }).click();
  };
  await signInAtProvider({ sub: crypto.randomUUID(), email: `${sub}@example.org`, email_verified: true });
  await expect(
    page.getByRole("alert").filter({ hasText: "There is no account and no invitation" }),
  ).toBeVisible();
  await signInAtProvider({ sub, email: person.email, email_verified: false });
  await expect(page.getByRole("alert").filter({ hasText: "Newsroom ID has not verified" })).toBeVisible();
  await signInAtProvider({ sub, email: person.email, email_verified: true });
  await expect(page).toHaveURL(/\/desk\/account$/);
  await expect(page.getByRole("list", { name: "Linked accounts" })).toContainText("Newsroom ID");
  await page.getByText(person.name, { exact: true }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  // The address at the provider has changed; the person has not.
  await signInAtProvider({ sub, email: "moved@example.org", email_verified: false });
  await expect(page.getByText(`${person.name}, ${person.email}`)).toBeVisible();
});

test("a second factor is set up and required; a recovery code replaces it once", async ({ as, visit }) => {
  const { page, person } = await as("editor");
  await page.goto("/desk/account");
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(page.getByRole("img", { name: "QR code with the key" })).toBeVisible();
  const secret = ((await page.getByRole("code").textContent()) ?? "").replaceAll(" ", "");
  await typeInto(page.getByLabel("Code", { exact: true }), "000000", { replace: true });
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("This code is wrong")).toBeVisible();
  await typeInto(page.getByLabel("Code", { exact: true }), codeAt(secret, now()), { replace: true });
  await page.getByRole("button", { name: "Turn on" }).click();
  const shown = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  const codes = await shown.allTextContents();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "I have saved them" }).click();
  await expect(page.getByText("You have 10 recovery codes left")).toBeVisible();

  const enter = async (code: string, works: boolean) => {
    const theirs = await visit();
    await theirs.goto("/desk/sign-in");
    await fillSignIn(theirs, person.email, PASSWORD);
    await expect(theirs.getByRole("heading", { name: "One more step" })).toBeVisible();
    // A session without the second factor can't open anything else.
    for (const path of ["/desk", "/desk/account", "/desk/people", "/desk/change-password", "/desk/sign-in"]) {
      const answer = await theirs.request.get(path, { maxRedirects: 0 });
      expect(answer.headers().location, path).toMatch(/\/desk\/second-factor\?next=/);
    }
    const read = await theirs.request.post("/desk/articles/new/read", { data: "x" });
    expect(await read.text()).toContain("Enter the code of your second factor first.");
    await typeInto(theirs.getByLabel("Code"), code, { replace: true });
    await theirs.getByRole("button", { name: "Continue" }).click();
    if (works) await expect(desk(theirs)).toBeVisible();
    else await expect(theirs.getByText("This code is wrong")).toBeVisible();
  };
  await enter(codeAt(secret, nextStep()), true);
  await enter(codes[0] ?? "", true);
  await enter(codes[0] ?? "", false);
});

test("sessions are ended: one from another browser, the own by signing out, and all of them", async ({
  as,
  baseURL,
}) => {
  const { page, person } = await as("editor");
  const context = page.context();
  const other = await as(person);
  /** Where the desk sends a session that has ended. */
  const leadsTo = async (session: typeof context) =>
    (await session.request.get("/desk", { maxRedirects: 0 })).headers().location ?? "the desk";
  await page.goto("/desk/account");
  const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: "current session" })).toHaveCount(1);
  expect(await leadsTo(other.page.context())).toBe("the desk");
  await page.getByRole("button", { name: /^End the session on Chrome/ }).click();
  await expect(sessions).toHaveCount(1);
  expect(await leadsTo(other.page.context())).toMatch(/sign-in/);

  await test.step("signing out ends it on the server: the deleted cookie no longer works", async () => {
    const cookies = await context.cookies();
    await page.getByText(person.name, { exact: true }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page).toHaveURL(/sign-in/);
    await context.addCookies(cookies);
    await page.goto("/desk");
    await expect(page).toHaveURL(/sign-in/);
  });

  await test.step("signing out everywhere", async () => {
    for (const each of [context, other.page.context()]) await signInAs(each, person, baseURL ?? "");
    expect(await leadsTo(other.page.context())).toBe("the desk");
    await page.goto("/desk/account");
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(page).toHaveURL(/sign-in/);
    expect(await leadsTo(other.page.context())).toMatch(/sign-in/);
  });
});

test("an emailed link signs in once, with a click, and a password reset ends every session", async ({
  page,
  as,
  inbox,
}) => {
  const elsewhere = await as("editor");
  const { person } = elsewhere;
  await page.goto("/desk/sign-in");
  await page.getByLabel("Email address").click();
  await page.keyboard.type(person.email);
  await page.getByRole("button", { name: "Email me a link instead" }).click();
  await expect(page.getByRole("status").filter({ hasText: "If this address is registered" })).toBeVisible();
  const mail = await inbox.waitFor(person.email, /^Your sign-in link$/);
  const link = linkIn(mail, "/desk/sign-in/link/");
  // A mail scanner opens it first.
  expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(desk(page)).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/desk/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByLabel("Email address").click();
  await page.keyboard.type(person.email);
  await page.getByRole("button", { name: "Email me a link" }).click();
  const reset = await inbox.waitFor(person.email, /^Choose a new password$/);
  await page.goto(linkIn(reset, "/desk/sign-in/reset/"));
  await typeInto(page.getByLabel("New password"), "another password of mine", { replace: true });
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(desk(page)).toBeVisible();
  await elsewhere.page.goto("/desk");
  await expect(elsewhere.page).toHaveURL(/sign-in/);
  await signIn(elsewhere.page, person, "another password of mine");
});
