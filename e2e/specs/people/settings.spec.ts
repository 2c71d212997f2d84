import type { Page } from "@playwright/test";
import { must } from "@/lib/testing/factories";
import { changeDeskSetting, getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import {
  axeFindingsInBothThemes,
  chooseFiles,
  chooseInMenu,
  entriesOfMenu,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  typeInto,
} from "../../fixtures/desk";
import { test } from "../../fixtures/own-desk";

// One desk for all tests: each desk needs a server.
test.describe.configure({ mode: "default" });

const section = (page: Page, name: string) => page.getByRole("region", { name });

async function openStandards(page: Page, article: { id: string }): Promise<void> {
  await openDesk(page, article);
  await chooseInMenu(page, "Scale and approvals");
  await expect(page.getByLabel("Rating scale")).toBeEnabled();
}

test("required approvals apply to new articles, and the later of two administrators sees the conflict", async ({
  as,
}) => {
  const [ada, ben] = [await as("administrator"), await as("administrator")];
  for (const { page } of [ada, ben]) await page.goto("/desk/settings");
  const approvals = section(ada.page, "Required approvals");
  await approvals.getByRole("radio", { name: "2" }).check();
  await approvals.getByRole("button", { name: "Save" }).click();
  await expect(approvals.getByRole("status")).toHaveText("Saved");
  await expect(approvals).toContainText(`Changed by ${ada.person.name}`);

  const late = section(ben.page, "Required approvals");
  await late.getByRole("radio", { name: "4" }).check();
  await late.getByRole("button", { name: "Save" }).click();
  await expect(late.getByRole("alert")).toContainText(`${ada.person.name} changed this setting`);
  await expect(late.getByRole("alert")).toContainText("2 people sign off each claim.");
  await expect(late.getByRole("radio", { name: "4" })).toBeChecked();
  await late.getByRole("button", { name: "Use theirs" }).click();
  await expect(late.getByRole("radio", { name: "2" })).toBeChecked();

  // The error is shown at the field, which keeps its input.
  const fields = section(ada.page, "Required fields");
  const minimum = fields.getByLabel("Minimum number of sources");
  await typeInto(minimum, "many", { replace: true });
  await fields.getByRole("button", { name: "Save" }).click();
  await expect(fields.getByRole("alert")).toHaveText("Enter a whole number from 0 to 10.");
  await expect(minimum).toHaveValue("many");
  expect(await axeFindingsInBothThemes(ada.page)).toEqual([]);

  await ada.page.getByRole("link", { name: "History" }).click();
  const newest = ada.page.getByRole("list", { name: "History" }).getByRole("listitem").first();
  await expect(newest).toContainText(`${ada.person.name} changed the setting “Required approvals”`);
  await expect(newest.getByRole("insertion").first()).toContainText("2 people");
  await expect(newest.getByText("Restore", { exact: true })).toBeVisible();
  expect(await axeFindingsInBothThemes(ada.page)).toEqual([]);

  const article = await makeArticle();
  const { page } = await as("editor");
  await openStandards(page, article);
  await expect(page.getByText("Currently 2. You can raise this")).toBeVisible();
  await page.getByLabel("Required approvals").selectOption("3");
  await page.getByRole("button", { name: "Raise requirement" }).click();
  await expect(page.getByText("Each claim now needs 3 approvals.")).toBeVisible();
  await expect(page.getByText("Currently 3. You can raise this")).toBeVisible();
});

test("the organisation has a logo, keeps what was typed, and points to what is wrong", async ({ as }) => {
  const { page } = await as("administrator");
  await page.goto("/desk/settings");
  const organisation = section(page, "Organisation");
  await typeInto(organisation.getByRole("textbox", { name: "Name", exact: true }), "The Daily Check", {
    replace: true,
  });
  await typeInto(organisation.getByLabel("Email address"), "desk at daily");
  await typeInto(organisation.getByLabel("Accounts elsewhere"), "https://social.example/@daily");
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 1"><rect width="6" height="1"/></svg>';
  await chooseFiles(organisation.getByLabel("Logo"), {
    name: "logo.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from(svg),
  });
  await expect(organisation.getByText("The logo is uploaded. Save to use it.")).toBeVisible();
  await expect(organisation.getByRole("img", { name: "The logo" })).toHaveJSProperty("naturalWidth", 1200);
  await organisation.getByRole("button", { name: "Save" }).click();
  await expect(organisation.getByRole("alert")).toContainText("This is not an email address.");
  await page.reload();
  await expect(organisation.getByLabel("Accounts elsewhere")).toHaveValue("https://social.example/@daily");
  await typeInto(organisation.getByLabel("Email address"), "desk@daily.example", { replace: true });
  await organisation.getByRole("button", { name: "Save" }).click();
  await expect(organisation.getByText("Saved", { exact: true })).toBeVisible();
  expect(await axeFindingsInBothThemes(page)).toEqual([]);
  await page.reload();
  await expect(organisation.getByRole("img", { name: "The logo" })).toBeVisible();
  await expect(organisation.getByLabel("Email address")).toHaveValue("desk@daily.example");
});

test("a checker can read the settings but not change them", async ({ as }) => {
  await makePerson({ role: "administrator", name: "Ada Administrator" });
  const { page } = await as("checker");
  await page.goto("/desk");
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Settings" }).click();
  await expect(section(page, "Required fields").getByRole("listitem")).toHaveText(["At least one source."]);
  await expect(page.getByText(/To request a change, ask .*Ada Administrator/)).toBeVisible();
  await expect(page.getByRole("form")).toHaveCount(0);
  expect(await axeFindingsInBothThemes(page)).toEqual([]);

  await page.getByRole("link", { name: "Rating scales" }).click();
  await expect(page.getByText("Default for new articles")).toBeVisible();
  await expect(page.getByRole("button", { name: /Make|Create/ })).toHaveCount(0);
  await page.getByRole("list", { name: "Rating scales" }).getByRole("link", { name: "Obelus" }).click();
  await expect(page.getByText("The evidence shows that the claim is wrong.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);

  await openDesk(page, await makeArticle());
  const entries = await entriesOfMenu(page);
  expect(entries).toContain("Details");
  expect(entries).not.toContain("Scale and approvals");
});

test("a new scale becomes the default; existing articles keep theirs until they are moved", async ({
  as,
}) => {
  const older = await makeArticle();
  const rated = await makeArticle();
  const rationaleDoc = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "So." }] }],
  };
  await makeClaim({ article: rated, verdict: { ratingKey: "misleading", rationaleDoc } });
  const { page } = await as("administrator");
  await page.goto("/desk/settings/scales");
  await page.getByRole("radio", { name: "Five steps" }).check();
  await typeInto(page.getByLabel("Name"), "House scale", { replace: true });
  expect(await axeFindingsInBothThemes(page)).toEqual([]);
  await page.getByRole("button", { name: "Create scale" }).click();
  await expect(page.getByRole("heading", { name: "House scale version 1" })).toBeVisible();

  // An error is shown at its rating, even after the rating moves. The form keeps its input.
  const row = (name: string) => page.getByRole("group", { name });
  await typeInto(row("Rating 3: Half true").getByLabel("Label"), "Mixed", { replace: true });
  await typeInto(row("Rating 5: True").getByLabel("Label"), " ", { replace: true });
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await expect(row("Rating 5").getByRole("alert")).toHaveText("Enter a label.");
  await expect(page.getByRole("form", { name: "Ratings" }).getByRole("alert")).toHaveCount(1);
  await page.getByRole("button", { name: "Move rating 5 up" }).press("Enter");
  await expect(row("Rating 4").getByRole("alert")).toHaveText("Enter a label.");
  await expect(page.getByRole("button", { name: "Move rating 4 up" })).toBeFocused();
  await typeInto(row("Rating 4").getByLabel("Label"), "Right", { replace: true });
  await page.getByRole("button", { name: "Remove Mostly false" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Add a rating" }).click();
  await page.keyboard.type("Satire");
  await typeInto(row("Rating 7: Satire").getByLabel("Definition"), "It was not meant to be believed.", {
    replace: true,
  });
  await expect(row("Rating 7: Satire")).toContainText("files: satire. It cannot be changed once saved.");
  await expect(page.getByRole("region", { name: "As readers see it" })).toContainText("Satire");
  expect(await axeFindingsInBothThemes(page)).toEqual([]);
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await expect(page.getByText("Version 2 is saved.")).toBeVisible();
  await page.getByRole("button", { name: "Make default" }).click();
  await expect(page.getByText("Default for new articles")).toBeVisible();
  await page.getByRole("link", { name: "Version 1" }).click();
  await expect(page.getByText("This is an older version.")).toBeVisible();
  await expect(page.getByText("Half true", { exact: true }).first()).toBeVisible();

  const ratings = async () => {
    await page.getByRole("textbox", { name: "Article text" }).selectText();
    // The page has seen the selection.
    await expect(page.getByRole("button", { name: "Mark claim" })).toBeVisible();
    await page.keyboard.press("m");
    await expect(page.getByRole("form", { name: "Mark a claim" })).toBeVisible();
    return page.getByRole("radio").evaluateAll((radios) => radios.map((each) => each.ariaLabel));
  };
  await openDesk(page, await makeArticle());
  expect(await ratings()).toEqual([
    "False",
    "Mostly false",
    "Mixed",
    "Right",
    "Mostly true",
    "Unverifiable",
    "Satire",
  ]);
  await openStandards(page, older);
  await expect(page.getByLabel("Rating scale").locator("option:checked")).toHaveText(
    "Obelus, version 1 (current)",
  );
  await page.getByLabel("Rating scale").selectOption({ label: "House scale, version 2" });
  await page.getByRole("button", { name: "Change scale" }).click();
  await expect(page.getByText("Rating scale changed.")).toBeVisible();
  // The message can come a moment before the page has the new scale.
  await page.reload();
  expect(await ratings()).toContain("Satire");

  await openStandards(page, rated);
  await page.getByLabel("Rating scale").selectOption({ label: "House scale, version 2" });
  await page.getByRole("button", { name: "Change scale" }).click();
  await expect(page.getByText("which House scale, version 2, does not have")).toContainText(
    "rated “Misleading”",
  );
});

test("required fields are marked in the claim form and checked before review", async ({ as }) => {
  const admin = await makePerson({ role: "administrator" });
  const { settings, states } = must(await getDeskSettings(admin));
  const change = async (key: "claimRequirements" | "tags", value: unknown) =>
    must(await changeDeskSetting(admin, { key, revision: states[key].revision, value }));
  await change("claimRequirements", { ...settings.claimRequirements, claimant: true, tags: true });
  await change("tags", { list: ["trade", "china"], free: false });

  const { page, person } = await as("editor");
  const claim = await makeClaim({ author: person, verdict: null });
  await page.goto(`/desk/articles/${claim.articleId}?claim=${claim.id}`);
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByText(/Enter who made the claim\..*Add at least one tag\./)).toBeVisible();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("form", { name: "Edit claim" });
  await typeInto(form.getByLabel("Claimant required for review"), "The ministry");
  const tags = form.getByLabel("Tags required for review");
  await typeInto(tags, "trade, finance", { replace: true });
  await expect(form.locator("datalist option")).toHaveText(["china"]);
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(form.getByText("The desk's list of tags does not include “finance”.").first()).toBeVisible();
  await typeInto(tags, "trade", { replace: true });
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
});
